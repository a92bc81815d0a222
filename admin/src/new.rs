//! `meldroute new`: everything a new instance needs in one folder, and on paper what is to be done next, with addresses
//! filled in. What it makes is what one could make by hand; nothing else knows of it.
use crate::{
    keys::{self, File},
    stores::explain,
};
use anyhow::{Context, Result, ensure};
use clap::Args;
use kit::clock;
use std::{
    fs::{DirBuilder, OpenOptions},
    io::Write,
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::{Path, PathBuf, absolute},
};

/// The stores of an instance, each a file of its own beside the file that names them.
const STORES: [&str; 3] = ["inbox", "cases", "keys"];

/// Where, and for whom.
#[derive(Args)]
pub struct Options {
    /// The folder of the instance; it must not be there yet, or be empty
    #[arg(long)]
    to: PathBuf,
    /// The gemeente whose profile it has: a file in the folder with profiles
    #[arg(long)]
    gemeente: String,
    /// Where colleagues will reach it, `https://meldroute.example`
    #[arg(long, default_value = "http://127.0.0.1:3000")]
    address: String,
}

/// Makes it, and prints the parts of the key and the steps that follow.
pub fn run(profiles: &Path, options: &Options) -> Result<()> {
    kit::instance::load(profiles, &options.gemeente, None)
        .map_err(|failure| explain(&failure))
        .with_context(|| format!("er is geen profiel {}.json in {}", options.gemeente, profiles.display()))?;
    let folder = absolute(&options.to)?;
    let empty = !folder.exists() || folder.read_dir().is_ok_and(|mut entries| entries.next().is_none());
    ensure!(empty, "in {} staat al iets; een nieuwe omgeving begint in een lege map", folder.display());
    DirBuilder::new().recursive(true).mode(0o700).create(&folder).context("de map kan niet worden gemaakt")?;
    let secret = keys::make(&File::at(folder.join("sleutels.env")))?;
    let word = random()?;
    private(&folder.join("omgeving.env"), &settings(&options.gemeente, &word)?)?;
    private(&folder.join("runtime-config.toml"), &stores())?;
    println!("De omgeving van {} staat klaar in {}.", options.gemeente, folder.display());
    println!("\n1. Druk deze drie delen af en bewaar ze op drie plaatsen. Twee brengen de sleutel terug.\n");
    println!("{}", keys::parts::card(&secret)?);
    print!("{}", steps(&folder, options, &word));
    Ok(())
}

fn settings(gemeente: &str, word: &str) -> Result<String> {
    let work = random()?;
    Ok(format!(
        "SPIN_VARIABLE_GEMEENTE={gemeente}\nSPIN_VARIABLE_SETUP_TOKEN={word}\nSPIN_VARIABLE_WORK_TOKEN={work}\n"
    ))
}

fn stores() -> String {
    STORES.map(|store| format!("[key_value_store.{store}]\ntype = \"spin\"\npath = \"{store}.db\"\n")).join("\n")
}

fn random() -> Result<String> {
    let bytes = clock::random::<16>().map_err(|failure| explain(&failure))?;
    Ok(clock::hex(&bytes))
}

/// A new file for its owner alone.
fn private(path: &Path, text: &str) -> Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(text.as_bytes())?;
    Ok(file.sync_all()?)
}

fn steps(folder: &Path, Options { gemeente, address, .. }: &Options, word: &str) -> String {
    let place = folder.display();
    let host = std::env::current_exe().ok().map_or_else(|| "host".into(), |own| own.with_file_name("host"));
    let listen = address.strip_prefix("http://").filter(|rest| rest.parse::<std::net::SocketAddr>().is_ok());
    format!(
        "
2. Start de dienst, in de map met spin.toml:

     set -a; . {place}/sleutels.env; . {place}/omgeving.env; set +a
     {host} --runtime-config-file {place}/runtime-config.toml --listen {listen} \\
       --every 300 POST /api/v1/onderhoud --every-bearer SPIN_VARIABLE_WORK_TOKEN

3. Open deze link en vul een AF, een functioneel beheerder en de FG in. Geef ieder zijn eigen uitnodiging:

     {address}/af/inrichten#{word}

4. Maak de eerste reservekopie, de sleutels op een andere plaats dan de inhoud, en daarna elke nacht:

     {meldroute} backup --runtime-config {place}/runtime-config.toml --keys {place}/sleutels.env \\
       --gemeente {gemeente} --to /reserve/inhoud --keys-to /elders/sleutels

5. Kijk wat er nog open staat vóór de eerste echte melding:

     {meldroute} check --runtime-config {place}/runtime-config.toml --keys {place}/sleutels.env \
       --gemeente {gemeente} --livegang
",
        host = host.display(),
        meldroute = host.with_file_name("meldroute").display(),
        listen = listen.unwrap_or("127.0.0.1:3000"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{seed::tests::profiles, stores::Instance};
    use std::os::unix::fs::PermissionsExt;

    fn options(to: &Path, gemeente: &str) -> Options {
        Options { to: to.to_owned(), gemeente: gemeente.into(), address: "https://meldroute.example".into() }
    }

    #[test]
    fn what_is_made_is_for_its_owner_alone_and_fits_together() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("omgeving");
        run(profiles(), &options(&place, "hengelo")).unwrap();
        for (name, mode) in
            [(".", 0o700), ("sleutels.env", 0o600), ("omgeving.env", 0o600), ("runtime-config.toml", 0o600)]
        {
            assert_eq!(std::fs::metadata(place.join(name)).unwrap().permissions().mode() & 0o777, mode, "{name}");
        }
        let (keys, runtime_config) = (File::at(place.join("sleutels.env")), place.join("runtime-config.toml"));
        let instance = Instance { runtime_config, keys, gemeente: "hengelo".into() };
        let (_stores, kit) = instance.open(profiles()).unwrap();
        assert_eq!(kit::gate::check_whole(&kit), Ok(()));
        let settings = std::fs::read_to_string(place.join("omgeving.env")).unwrap();
        let values: Vec<&str> =
            settings.lines().filter_map(|line| line.split_once('=')).map(|(_, value)| value).collect();
        assert!(values.len() == 3 && values[1].len() == 32 && values[1] != values[2], "{settings}");
    }

    #[test]
    fn nothing_is_made_over_something_or_for_a_gemeente_without_a_profile() {
        let folder = tempfile::tempdir().unwrap();
        assert!(
            run(profiles(), &options(&folder.path().join("a"), "nergens")).unwrap_err().to_string().contains("nergens")
        );
        assert!(!folder.path().join("a").exists());
        std::fs::write(folder.path().join("x"), "").unwrap();
        assert!(run(profiles(), &options(folder.path(), "hengelo")).unwrap_err().to_string().contains("lege map"));
    }

    #[test]
    fn the_steps_are_for_this_instance() {
        let text = steps(Path::new("/srv/m"), &options(Path::new("x"), "wierden"), "0a");
        for part in [
            "https://meldroute.example/af/inrichten#0a",
            "--listen 127.0.0.1:3000",
            "/srv/m/sleutels.env",
            "--gemeente wierden",
        ] {
            assert!(text.contains(part), "{part} in {text}");
        }
        let local = Options { address: "http://127.0.0.1:4000".into(), ..options(Path::new("x"), "wierden") };
        assert!(steps(Path::new("/srv/m"), &local, "0a").contains("--listen 127.0.0.1:4000"));
    }
}
