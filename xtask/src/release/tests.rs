use super::*;
use std::fs;

/// A project in which everything was built.
fn built() -> tempfile::TempDir {
    let root = tempfile::tempdir().unwrap();
    for part in PARTS {
        let path = root.path().join(part);
        if part.contains('.') || part.contains("release/") || part == "LICENSE" {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, part).unwrap();
        } else {
            fs::create_dir_all(&path).unwrap();
            fs::write(path.join("b"), "b").unwrap();
            fs::write(path.join("a"), "a").unwrap();
        }
    }
    fs::write(root.path().join(sbom::PLACE), "{}").unwrap();
    root
}

fn key(folder: &Path) -> PathBuf {
    let key = folder.join("key");
    let mut makes = command::program("ssh-keygen");
    command::output(makes.args(["-q", "-t", "ed25519", "-N", "", "-C", "fictional", "-f"]).arg(&key)).unwrap();
    key
}

fn signers(folder: &Path, key: &Path) -> PathBuf {
    let public = fs::read_to_string(key.with_extension("pub")).unwrap();
    let file = folder.join("signers");
    fs::write(&file, format!("meldroute namespaces=\"{ABOUT}\" {public}")).unwrap();
    file
}

#[test]
fn a_release_is_checked_with_what_a_server_has() {
    let (root, safe, stranger) = (built(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let place = make(root.path(), "meldroute-0", 1_700_000_000).unwrap();
    let own = key(safe.path());
    sign(&place, &own).unwrap();
    let signers = signers(safe.path(), &own);
    verify(&place, &signers).unwrap();
    // another's signature, a changed list, a changed file
    let sums = fs::read(place.join(SUMS)).unwrap();
    let signature = fs::read(place.join("SHA256SUMS.sig")).unwrap();
    fs::remove_file(place.join("SHA256SUMS.sig")).unwrap();
    sign(&place, &key(stranger.path())).unwrap();
    assert!(verify(&place, &signers).is_err(), "a stranger signed");
    fs::write(place.join("SHA256SUMS.sig"), signature).unwrap();
    fs::write(place.join(SUMS), [&sums[..], b"\n"].concat()).unwrap();
    assert!(verify(&place, &signers).is_err(), "the list was changed");
    fs::write(place.join(SUMS), sums).unwrap();
    verify(&place, &signers).unwrap();
    fs::write(place.join("meldroute-0.tar.gz"), "x").unwrap();
    assert!(verify(&place, &signers).is_err(), "the archive was changed");
}

#[test]
fn the_archive_holds_what_a_server_needs_and_is_the_same_each_time() {
    let root = built();
    let archive = |seconds| {
        let place = make(root.path(), "meldroute-0", seconds).unwrap();
        fs::read(place.join("meldroute-0.tar.gz")).unwrap()
    };
    let first = archive(1_700_000_000);
    fs::write(root.path().join("spin.toml"), "spin.toml").unwrap();
    assert_eq!(first, archive(1_700_000_000), "the time of a file is not in it");
    let place = root.path().join(PLACE);
    let listed = command::output(command::program("tar").arg("-tzf").arg(place.join("meldroute-0.tar.gz"))).unwrap();
    for part in PARTS {
        assert!(
            listed.lines().any(|line| line.trim_end_matches('/') == format!("meldroute-0/{part}")),
            "{part}: {listed}"
        );
    }
    fs::remove_file(root.path().join("target/release/host")).unwrap();
    assert!(make(root.path(), "meldroute-0", 0).unwrap_err().to_string().contains("target/release/host"));
}
