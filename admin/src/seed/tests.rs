use super::*;
use desk::case::{closed_rows, open_rows};
use shared::{case::Step, figures::FigureTable};

/// The seed's clock is one for the process.
static ONE_AT_A_TIME: std::sync::Mutex<()> = std::sync::Mutex::new(());

/// A seeded practice instance with keys of its own.
pub fn seeded(folder: &Path) -> (Stores, Options) {
    seeded_as(folder, "hengelo")
}

/// One of this gemeente.
pub fn seeded_as(folder: &Path, gemeente: &str) -> (Stores, Options) {
    let config = folder.join("runtime-config.toml");
    let text = "[key_value_store.inbox]\ntype = \"spin\"\npath = \"inbox.db\"\n[key_value_store.cases]\ntype = \"spin\"\npath = \"cases.db\"\n[key_value_store.keys]\ntype = \"spin\"\npath = \"keys.db\"\n";
    std::fs::write(&config, text).unwrap();
    let keys = crate::keys::File::at(folder.join("sleutels.env"));
    crate::keys::run(&crate::keys::Task::New(keys.clone()), profiles()).unwrap();
    let options = Options { runtime_config: config, gemeente: gemeente.into(), keys };
    let turn = ONE_AT_A_TIME.lock().unwrap();
    run(profiles(), &options).unwrap();
    drop(turn);
    (Stores::open(&options.runtime_config, options.keys.read().unwrap()).unwrap(), options)
}

/// The folder with the profiles.
pub fn profiles() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../gemeenten"))
}

#[test]
fn practice_data_has_work_in_every_step_and_cannot_be_made_twice() {
    let folder = tempfile::tempdir().unwrap();
    let (stores, options) = seeded(folder.path());
    let desk = stores.kit_now(profiles(), "hengelo");
    let open = open_rows(&desk).unwrap();
    for step in [Step::Received, Step::InContact, Step::Investigation, Step::Decision, Step::Referred] {
        assert!(open.iter().any(|row| row.step == step), "{step:?}");
    }
    let told = desk::figures::page(&desk).unwrap();
    assert!(told.figures.len() == 2 && told.figures[0].tables.iter().any(|table| table.total > Some(0)));
    let signals = told.figures[0].table(FigureTable::Signal).unwrap();
    assert!(signals.rows.iter().all(|row| row.name.is_some()), "{signals:?}");
    assert_eq!(closed_rows(&desk, 1).unwrap().0.len(), 3);
    assert_eq!(desk::retention::sweep(&desk).unwrap().due, 1, "something for the FG to do");
    assert!(open.iter().any(|row| row.urgent) && open.iter().any(|row| row.fresh));
    assert!(run(profiles(), &options).is_err(), "stores that are in use are never overwritten");
}
