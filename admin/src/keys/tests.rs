use super::*;

#[test]
fn new_keys_are_for_their_owner_alone_and_never_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let file = File::at(folder.path().join("sleutels.env"));
    run(&Task::New(file.clone()), Path::new("")).unwrap();
    let (path, before) = (file.path().unwrap(), file.read().unwrap());
    assert_eq!(std::fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o600);
    for mode in [0o640, 0o604] {
        std::fs::set_permissions(path, PermissionsExt::from_mode(mode)).unwrap();
        let error = file.read().err().unwrap().to_string();
        assert!(error.contains("chmod 600"), "{error}");
    }
    std::fs::set_permissions(path, PermissionsExt::from_mode(0o600)).unwrap();
    let shell = format!(". {} && printf %s \"$SPIN_VARIABLE_SEALING_SECRETS\"", path.display());
    let read = std::process::Command::new("sh").args(["-c", &shell]).output().unwrap();
    assert_eq!(String::from_utf8(read.stdout).unwrap(), before.secrets, "also by a shell");
    assert!(run(&Task::New(file.clone()), Path::new("")).is_err());
    assert_eq!(file.read().unwrap().secrets, before.secrets);
    assert!(ring(&before).is_ok());
    assert!(run(&Task::Show(file), Path::new("")).is_ok());
}

#[test]
fn two_parts_bring_the_same_keys_back() {
    let folder = tempfile::tempdir().unwrap();
    let file = File::at(folder.path().join("oud.env"));
    run(&Task::New(file.clone()), Path::new("")).unwrap();
    let secret = ring(&file.read().unwrap()).unwrap().secrets()[0].secret().clone();
    let [_, b, c] = parts::split(&secret).unwrap();
    let again = File::at(folder.path().join("nieuw.env"));
    run(&Task::Join { file: again.clone(), parts: vec![c, b] }, Path::new("")).unwrap();
    assert_eq!(again.read().unwrap().secrets, file.read().unwrap().secrets);
}

#[test]
fn keys_that_are_no_pair_are_refused_with_an_explanation() {
    let (a, b) = (SecretKey::from_seed([1; 32]), SecretKey::from_seed([2; 32]));
    let variables = KeyVariables { public: a.public().text(), secrets: b.text() };
    assert!(ring(&variables).err().unwrap().to_string().contains("horen niet bij elkaar"));
    // an id that was changed by hand
    let forged = b.text().replace(&b.public().id().to_string(), &a.public().id().to_string());
    let variables = KeyVariables { public: a.public().text(), secrets: forged };
    assert!(ring(&variables).err().unwrap().to_string().contains("horen niet bij elkaar"));
    // a key for browsers that somebody else can open, beside the right one
    let swapped = format!("{} {}", a.public().text(), b.device().text());
    let variables = KeyVariables { public: swapped, secrets: a.text() };
    assert!(ring(&variables).err().unwrap().to_string().contains("horen niet bij elkaar"));
}

#[test]
fn new_keys_hold_the_one_that_browsers_seal_to_and_so_do_those_that_replace_them() {
    let folder = tempfile::tempdir().unwrap();
    let file = File::at(folder.path().join("sleutels.env"));
    run(&Task::New(file.clone()), Path::new("")).unwrap();
    let device = |file: &File| *ring(&file.read().unwrap()).unwrap().device().unwrap();
    let before = device(&file);
    run(&Task::Rotate(file.clone()), Path::new("")).unwrap();
    assert_ne!(device(&file), before);
    let held = ring(&file.read().unwrap()).unwrap();
    assert_eq!(held.secrets()[1].secret().device(), before, "the one of before still opens");
    // of an earlier version: it goes on without, and `toon` says what to do
    let old = KeyVariables { public: held.public().text(), secrets: file.read().unwrap().secrets };
    assert_eq!(ring(&old).unwrap().device(), None);
}
