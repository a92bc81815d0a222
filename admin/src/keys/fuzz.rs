//! Key files and printed parts, nearly right: somebody copied them by hand.
use super::{File, SecretKey, parts, ring};
use ::fuzz::{Form, Target};

#[test]
fn a_key_file_is_read_or_refused_with_an_explanation() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sleutels.env");
    let (one, two) = (SecretKey::from_seed([1; 32]), SecretKey::from_seed([2; 32]));
    std::fs::write(&file, "").unwrap();
    std::fs::set_permissions(&file, std::os::unix::fs::PermissionsExt::from_mode(0o600)).unwrap();
    let seed = |first: &SecretKey, older: &str| {
        format!("{}=\"{}\"\n{}=\"{} {older}\"\n", super::PUBLIC, first.public().text(), super::SECRETS, first.text())
    };
    let seeds = [seed(&one, ""), seed(&two, &one.text())];
    Target::new("key file", Form::Bytes, seeds.iter().map(String::as_str)).run(|input| {
        std::fs::write(&file, input).unwrap();
        File::at(file.clone()).read().and_then(|variables| ring(&variables)).is_ok()
    });
}

/// Two parts on two lines. They give the key they were made from, or none.
#[test]
fn parts_give_the_key_or_nothing() {
    let secret = SecretKey::from_seed([7; 32]);
    let [a, b, c] = parts::split(&secret).unwrap();
    let seeds = [format!("{a}\n{b}"), format!("{c}\n{}", a.to_uppercase()), format!("{b}\n{c}")];
    Target::new("key parts", Form::Bytes, seeds.iter().map(String::as_str)).run(|input| {
        let text = String::from_utf8_lossy(input);
        let lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
        let joined = parts::join(&lines);
        assert!(joined.as_ref().is_ok_and(|key| *key == secret) || joined.is_err(), "another key");
        joined.is_ok()
    });
}
