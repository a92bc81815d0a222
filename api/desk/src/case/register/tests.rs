use super::*;
use crate::testing::register_file;

fn file() -> RegisterFile {
    register_file(false)
}

const PDF: &[u8] = b"%PDF-1.7 verzonnen";

/// The same package with other contents.
fn with(change: impl FnOnce(&mut Vec<(String, Vec<u8>)>)) -> Vec<u8> {
    let mut zip = ZipArchive::new(Cursor::new(package(&file(), PDF).unwrap())).unwrap();
    let mut files = Vec::new();
    for at in 0..zip.len() {
        let mut entry = zip.by_index(at).unwrap();
        let mut content = Vec::new();
        entry.read_to_end(&mut content).unwrap();
        files.push((entry.name().unwrap().into_owned(), content));
    }
    change(&mut files);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(&content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The same with the sums that fit.
fn summed(change: impl FnOnce(&mut Vec<(String, Vec<u8>)>)) -> Vec<u8> {
    with(|files| {
        change(files);
        let right = sums([&files[0].1, &files[1].1, &files[2].1]);
        files[3].1 = right.into_bytes();
    })
}

/// The same bytes, with the name of the last file made that of the second.
fn renamed(package: &[u8]) -> Vec<u8> {
    let (from, to) = (b"dossier.jsom", b"dossier.json");
    let mut package = package.to_vec();
    while let Some(at) = package.windows(from.len()).position(|part| part == from) {
        package[at..at + to.len()].copy_from_slice(to);
    }
    package
}

#[test]
fn what_was_packed_is_what_is_read() {
    let packed = package(&file(), PDF).unwrap();
    let read = open(&packed).unwrap();
    assert_eq!((read.file, read.sum), (file(), sum(&packed)));
    assert_eq!(package(&file(), PDF).unwrap(), packed, "the same gives the same");
    assert_eq!(open(&with(|_| {})).unwrap().file, file());
}

#[test]
fn any_change_is_seen() {
    let packed = package(&file(), PDF).unwrap();
    assert_eq!(open(b"geen zip"), Err(PackageFault::NoPackage));
    assert_eq!(open(&packed[..packed.len() / 2]), Err(PackageFault::NoPackage));
    for at in 0..FILES.len() {
        let changed = open(&with(|files| files[at].1.push(b' ')));
        assert_eq!(changed, Err(PackageFault::Changed(FILES[at])));
        assert_eq!(open(&with(|files| drop(files.remove(at)))), Err(PackageFault::Files));
    }
    assert_eq!(open(&with(|files| files[3].1.extend(b"0  meer\n"))), Err(PackageFault::Changed(SUMS)));
    assert_eq!(open(&with(|files| files[3].1.clear())), Err(PackageFault::Changed(SUMS)));
    assert_eq!(open(&with(|files| files.push(("meer".into(), Vec::new())))), Err(PackageFault::Files));
    assert_eq!(open(&with(|files| files[0].0 = "../dossier.pdf".into())), Err(PackageFault::Files));
    // two of one name: another program may unpack the other one
    let double = with(|files| files.push(("dossier.jsom".into(), b"{}".to_vec())));
    assert_eq!(open(&renamed(&double)), Err(PackageFault::Files));
    // one byte anywhere: an error, or a file that says the same
    for at in 0..packed.len() {
        let mut other = packed.clone();
        other[at] ^= 1;
        assert!(open(&other).is_ok_and(|read| read.file == file()) || open(&other).is_err(), "byte {at}");
    }
}

#[test]
fn what_has_another_form_is_refused_though_its_sum_is_right() {
    assert_eq!(open(&summed(|files| files[0].1 = b"<html>".to_vec())), Err(PackageFault::Form(FILES[0])));
    assert_eq!(open(&summed(|files| files[1].1 = b"{}".to_vec())), Err(PackageFault::Form(FILES[1])));
    let more = |files: &mut Vec<(String, Vec<u8>)>| {
        let text = String::from_utf8(files[1].1.clone()).unwrap();
        files[1].1 = text.replacen('{', "{ \"melder\": \"Verzonnen naam\",", 1).into_bytes();
    };
    assert_eq!(open(&summed(more)), Err(PackageFault::Form(FILES[1])));
    assert_eq!(open(&summed(|files| files[2].1 = b"{}".to_vec())), Err(PackageFault::Form(FILES[2])));
}
