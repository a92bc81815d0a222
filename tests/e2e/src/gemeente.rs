//! A manifest and profiles like the project's, but for how many reports are usual, and with photos.
use serde_json::Value;
use std::path::Path;

/// Writes them into this folder.
pub(crate) fn write(root: &Path, folder: &Path, most: u32) {
    let own = folder.join("gemeenten");
    let manifest = std::fs::read_to_string(root.join("spin.toml")).expect("there is a manifest");
    let manifest = manifest.replace("source = \"", &format!("source = \"{}/", root.display()));
    let shared = format!("\"{}\"", root.join("gemeenten").display());
    assert!(manifest.contains(&shared), "the manifest has the profiles elsewhere");
    let manifest = manifest.replace(&shared, &format!("\"{}\"", own.display()));
    std::fs::write(folder.join("spin.toml"), manifest).expect("it can be written");
    copy(&root.join("gemeenten"), &own);
    copy(&root.join("storing"), &folder.join("storing"));
    change(folder, |profile| {
        profile["meldingenPerUur"] = most.into();
        profile["fotos"] = true.into();
    });
}

/// Changes the profile in this folder.
pub(crate) fn change(folder: &Path, to: impl FnOnce(&mut Value)) {
    let place = folder.join("gemeenten/hengelo.json");
    let mut profile: Value = serde_json::from_slice(&std::fs::read(&place).expect("a profile")).expect("JSON");
    to(&mut profile);
    std::fs::write(place, profile.to_string()).expect("it can be written");
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder can be made");
    for entry in std::fs::read_dir(from).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        let place = to.join(entry.file_name().expect("a name"));
        if entry.is_dir() {
            copy(&entry, &place);
        } else {
            std::fs::copy(&entry, place).expect("it can be copied");
        }
    }
}
