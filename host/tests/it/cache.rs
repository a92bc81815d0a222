//! Compiled components on disk are checked, not trusted.

use std::fs::{Permissions, set_permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use crate::common::{App, app};

async fn serves(app: &App) {
    let cache = app.path("cache");
    let host = app.start(&["--cache", cache.to_str().unwrap()]).await;
    assert_eq!(host.get("/fixture/").await.text(), "here");
    host.running.stop().await;
}

fn compiled(app: &App) -> Vec<PathBuf> {
    let files = std::fs::read_dir(app.path("cache")).unwrap().map(|entry| entry.unwrap().path());
    files.filter(|path| path.extension().is_some_and(|kind| kind == "cwasm")).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_compiled_component_is_reused_and_never_when_changed() {
    let app = app("");
    serves(&app).await;
    let files = compiled(&app);
    let [file] = files.as_slice() else { panic!("{files:?}") };
    let good = std::fs::read(file).unwrap();
    let made = std::fs::metadata(file).unwrap().modified().unwrap();
    serves(&app).await;
    assert_eq!(std::fs::metadata(file).unwrap().modified().unwrap(), made, "compiled again without need");

    let mut flipped = good.clone();
    flipped[good.len() / 2] ^= 1;
    let mut other_seal = good.clone();
    *other_seal.last_mut().unwrap() ^= 1;
    for bad in [flipped, other_seal, good[..good.len() - 1].to_vec(), good[..10].to_vec(), Vec::new()] {
        std::fs::write(file, &bad).unwrap();
        serves(&app).await;
        assert_eq!(std::fs::read(file).unwrap().len(), good.len(), "a broken file was not replaced");
        assert_ne!(std::fs::read(file).unwrap(), bad);
    }
}

/// A MAC by another key, or for another component, is not valid.
#[tokio::test(flavor = "multi_thread")]
async fn a_file_from_somebody_else_is_not_run() {
    let (ours, theirs) = (app(""), app(""));
    serves(&ours).await;
    serves(&theirs).await;
    let (file, foreign) = (&compiled(&ours)[0], &compiled(&theirs)[0]);
    assert_eq!(file.file_name(), foreign.file_name());
    std::fs::copy(foreign, file).unwrap();
    serves(&ours).await;
    assert_ne!(std::fs::read(file).unwrap(), std::fs::read(foreign).unwrap());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_that_others_can_use_is_refused() {
    let app = app("");
    serves(&app).await;
    let (cache, key) = (app.path("cache"), app.path("cache/key"));
    let settings = ["--cache", cache.to_str().unwrap()];
    for (path, loose, strict) in [(&key, 0o644, 0o600), (&cache, 0o777, 0o700)] {
        set_permissions(path, Permissions::from_mode(loose)).unwrap();
        let error = app.refused(&settings).await;
        assert!(error.contains("only this user can use"), "{error}");
        set_permissions(path, Permissions::from_mode(strict)).unwrap();
    }
    serves(&app).await;
}
