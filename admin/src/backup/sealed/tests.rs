//! A sealed backup comes back whole or not at all.
use super::*;
use crate::backup::header::Kind;
use kit::store::seal::SecretKey;
use shared::moment::Moment;

fn ring(seed: u8) -> Arc<KeyRing> {
    let secret = SecretKey::from_seed([seed; 32]);
    Arc::new(KeyRing::parse(Some(&secret.public().text()), Some(&secret.text())).unwrap())
}

fn sealed(bytes: &[u8]) -> Vec<u8> {
    let header = Header::new(Kind::Content, "hengelo", "00", Moment::from_millis(0), "k".into());
    let mut sealer = Sealer::begin(Vec::new(), &ring(1), &header).unwrap();
    bytes.chunks(777).for_each(|some| sealer.write_all(some).unwrap());
    sealer.finish().unwrap().0
}

fn open(file: &[u8], ring: &Arc<KeyRing>) -> Result<Vec<u8>> {
    let mut all = Vec::new();
    let (_, mut opener) = Opener::begin(file, ring)?;
    opener.read_to_end(&mut all)?;
    opener.finish()?;
    Ok(all)
}

/// Where the frames of a file begin, after the header. The last is the end of the file.
fn frames(file: &[u8]) -> Vec<usize> {
    let mut ends = vec![file.iter().position(|byte| *byte == b'\n').unwrap() + 1];
    while let Some(length) = file[*ends.last().unwrap()..].first_chunk::<4>() {
        ends.push(ends.last().unwrap() + 4 + u32::from_be_bytes(*length) as usize);
    }
    ends
}

#[test]
fn only_the_holder_of_the_secret_opens_a_backup() {
    for length in [0, 1, PART - 1, PART, PART + 1, 3 * PART] {
        let bytes: Vec<u8> = (0..length).map(|n| (n % 251) as u8).collect();
        let file = sealed(&bytes);
        assert!(open(&file, &ring(1)).unwrap() == bytes, "{length}");
        assert!(open(&file, &ring(2)).is_err());
    }
}

#[test]
fn a_part_that_is_missing_moved_or_cut_off_is_found() {
    let file = sealed(&vec![7; 4 * PART + 10]);
    let frames = frames(&file);
    assert_eq!(frames.len(), 7, "a key, five parts, the end");
    for cut in frames.iter().rev().skip(1).copied().chain((0..file.len()).step_by(997)) {
        assert!(open(&file[..cut], &ring(1)).is_err(), "cut at {cut}");
    }
    let part = |n: usize| &file[frames[n]..frames[n + 1]];
    let begin = &file[..frames[1]];
    for order in
        [vec![2, 1, 3, 4, 5], vec![1, 3, 4, 5], vec![1, 2, 3, 5], vec![1, 2, 3, 4, 5, 5], vec![1, 1, 2, 3, 4, 5]]
    {
        let other = order.iter().fold(begin.to_vec(), |file, n| [&file, part(*n)].concat());
        assert!(open(&other, &ring(1)).is_err(), "{order:?}");
    }
    for at in (0..file.len()).step_by(641) {
        let mut flipped = file.clone();
        flipped[at] ^= 1;
        assert!(open(&flipped, &ring(1)).is_err(), "bit at {at}");
    }
}
