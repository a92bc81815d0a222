//! Photos (foto's) that a melder adds to a report: of a place or a document, never of people. They are off until the
//! profile turns them on.
//!
//! The device draws the picture again, so that nothing of the camera is left: no place, no time, no maker. It seals the
//! picture in parts. Whoever takes it in puts the parts together and looks at the bytes once more ([`check`]): a client
//! that is not ours may have left something in.
use crate::id::AdditionKey;
use serde::{Deserialize, Serialize};

/// The most photos of one report.
pub const MOST_PHOTOS: usize = 5;
/// The most parts of one photo.
pub const MOST_PARTS: u8 = 24;
/// The most bytes in a part: sealed and in base64 it stays under what one value in a store may hold.
pub const PART: usize = 30_000;
/// The longest side, in pixels.
pub const LONGEST_SIDE: u16 = 2048;

/// A part of a photo, as the device seals it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhotoPart {
    /// Which photo: the key of the addition that it comes with.
    #[serde(rename = "foto")]
    pub photo: AdditionKey,
    /// Which part, counted from 0.
    #[serde(rename = "deel")]
    pub part: u8,
    /// How many parts there are.
    #[serde(rename = "delen")]
    pub parts: u8,
    /// Its bytes, in base64.
    #[serde(rename = "inhoud")]
    pub content: String,
}

/// What is wrong with a photo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhotoFault {
    /// It is no whole JPEG.
    NotJpeg,
    /// It holds more than a picture: what a camera or a program wrote, or bytes behind its end.
    HasMore,
    /// A side is longer than [`LONGEST_SIDE`].
    TooLarge,
}

/// Markers of JPEG (ITU-T T.81, table B.1).
mod marker {
    pub const START: u8 = 0xD8;
    pub const END: u8 = 0xD9;
    pub const SCAN: u8 = 0xDA;
    /// Tables for decoding, and the interval of restarts.
    pub const TABLES: [u8; 3] = [0xC4, 0xDB, 0xDD];
    /// The frames that browsers write and read: baseline, extended and progressive.
    pub const FRAMES: [u8; 3] = [0xC0, 0xC1, 0xC2];
    /// What a program writes of its own, and comments.
    pub const APP_0: u8 = 0xE0;
    pub const APP_14: u8 = 0xEE;
    pub const APPS: std::ops::RangeInclusive<u8> = 0xE0..=0xEF;
    pub const COMMENT: u8 = 0xFE;
    /// Within a scan: a byte 0xFF of the picture itself, and restarts.
    pub const OF_SCAN: [u8; 9] = [0x00, 0xD0, 0xD1, 0xD2, 0xD3, 0xD4, 0xD5, 0xD6, 0xD7];
}

/// Looks at the bytes of a photo: one JPEG with a picture of at most [`LONGEST_SIDE`] pixels, and nothing else. It
/// decodes nothing.
///
/// # Errors
/// The first fault that is found.
pub fn check(jpeg: &[u8]) -> Result<(), PhotoFault> {
    let mut rest = jpeg.strip_prefix(&[0xFF, marker::START]).ok_or(PhotoFault::NotJpeg)?;
    let (mut has_frame, mut has_scan) = (false, false);
    loop {
        let (marker, behind) = next(rest)?;
        if marker == marker::END {
            let is_whole = has_frame && has_scan;
            return if !is_whole {
                Err(PhotoFault::NotJpeg)
            } else if behind.is_empty() {
                Ok(())
            } else {
                Err(PhotoFault::HasMore)
            };
        }
        let (segment, behind) = segment(behind)?;
        rest = behind;
        if marker == marker::SCAN {
            has_scan = true;
            rest = after_scan(behind)?;
        } else if marker::FRAMES.contains(&marker) {
            has_frame = true;
            frame(segment)?;
        } else if marker::APPS.contains(&marker) || marker == marker::COMMENT {
            of_program(marker, segment)?;
        } else if !marker::TABLES.contains(&marker) {
            return Err(PhotoFault::NotJpeg);
        }
    }
}

/// The marker that comes next, and what is behind it.
fn next(bytes: &[u8]) -> Result<(u8, &[u8]), PhotoFault> {
    match bytes {
        [0xFF, marker, behind @ ..] => Ok((*marker, behind)),
        _ => Err(PhotoFault::NotJpeg),
    }
}

/// What a marker comes with, and what is behind it.
fn segment(bytes: &[u8]) -> Result<(&[u8], &[u8]), PhotoFault> {
    let (length, _) = bytes.split_first_chunk::<2>().ok_or(PhotoFault::NotJpeg)?;
    let length = usize::from(u16::from_be_bytes(*length));
    let segment = bytes.get(2..length).ok_or(PhotoFault::NotJpeg)?;
    Ok((segment, bytes.get(length..).unwrap_or_default()))
}

/// What is behind the picture's own bytes.
fn after_scan(bytes: &[u8]) -> Result<&[u8], PhotoFault> {
    let is_end = |pair: &[u8]| pair.first() == Some(&0xFF) && !marker::OF_SCAN.contains(pair.get(1).unwrap_or(&0));
    let end = bytes.windows(2).position(is_end).ok_or(PhotoFault::NotJpeg)?;
    Ok(bytes.get(end..).unwrap_or_default())
}

/// A precision, a height and a width.
fn frame(segment: &[u8]) -> Result<(), PhotoFault> {
    let side = |at: usize| segment.get(at..).and_then(<[u8]>::first_chunk).map(|pair| u16::from_be_bytes(*pair));
    let (Some(height), Some(width)) = (side(1), side(3)) else { return Err(PhotoFault::NotJpeg) };
    match (1..=LONGEST_SIDE).contains(&height) && (1..=LONGEST_SIDE).contains(&width) {
        true => Ok(()),
        false => Err(PhotoFault::TooLarge),
    }
}

/// That it is a JPEG, without a picture in it (JFIF 1.02), or how its colours are written (Adobe). Everything else may
/// say something of where, when and with what, a profile of colours too.
fn of_program(marker: u8, segment: &[u8]) -> Result<(), PhotoFault> {
    let is_fine = match marker {
        marker::APP_0 => segment.starts_with(b"JFIF\0") && segment.len() == 14,
        marker::APP_14 => segment.starts_with(b"Adobe") && segment.len() == 12,
        _ => false,
    };
    if is_fine { Ok(()) } else { Err(PhotoFault::HasMore) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A JPEG of these segments, each with its marker. A scan has some bytes of a picture behind it.
    fn jpeg(segments: &[(u8, Vec<u8>)]) -> Vec<u8> {
        let mut bytes = vec![0xFF, 0xD8];
        for (marker, content) in segments {
            bytes.extend([0xFF, *marker]);
            bytes.extend(u16::try_from(content.len() + 2).unwrap().to_be_bytes());
            bytes.extend(content);
            if *marker == 0xDA {
                bytes.extend([1, 2, 0xFF, 0x00, 3, 0xFF, 0xD0, 4]);
            }
        }
        bytes.extend([0xFF, 0xD9]);
        bytes
    }

    fn sides(height: u16, width: u16) -> (u8, Vec<u8>) {
        (0xC0, [&[8][..], &height.to_be_bytes(), &width.to_be_bytes(), &[1, 1, 0x11, 0]].concat())
    }

    fn jfif() -> (u8, Vec<u8>) {
        (0xE0, b"JFIF\0\x01\x02\0\0\x01\0\x01\0\0".to_vec())
    }

    fn scan() -> (u8, Vec<u8>) {
        (0xDA, vec![1, 1, 0, 0, 63, 0])
    }

    #[test]
    fn a_picture_with_its_tables_is_fine() {
        let tables = [(0xDB, vec![0; 65]), (0xC4, vec![0; 19])];
        let adobe = (0xEE, b"Adobe\0d\0\0\0\0\x01".to_vec());
        let all = [&[jfif(), adobe][..], &tables, &[sides(2048, 1), scan()]].concat();
        assert_eq!(check(&jpeg(&all)), Ok(()));
        assert_eq!(check(&jpeg(&[(0xC2, sides(10, 10).1), scan(), tables[1].clone(), scan()])), Ok(()), "progressive");
    }

    #[test]
    fn the_example_is_a_photo() {
        assert_eq!(check(&crate::contract::examples::photo(100)), Ok(()));
    }

    #[test]
    fn what_a_camera_or_a_program_wrote_is_found() {
        let exif = (0xE1, b"Exif\0\0MM".to_vec());
        let xmp = (0xE1, b"http://ns.adobe.com/xap/1.0/\0<x/>".to_vec());
        let thumbnail = (0xE0, b"JFIF\0\x01\x02\0\0\x01\0\x01\x01\x01abc".to_vec());
        let more = [
            (0xE0, b"JFXX\0\x10".to_vec()),
            (0xE2, b"ICC_PROFILE\0\x01\x01scan".to_vec()),
            (0xED, vec![1]),
            (0xFE, b"hier".to_vec()),
        ];
        for one in [exif, xmp, thumbnail].into_iter().chain(more) {
            assert_eq!(check(&jpeg(&[one.clone(), sides(5, 5), scan()])), Err(PhotoFault::HasMore), "{one:?}");
        }
        let behind = [jpeg(&[sides(5, 5), scan()]), b"nog iets".to_vec()].concat();
        assert_eq!(check(&behind), Err(PhotoFault::HasMore), "a second file behind the first");
    }

    #[test]
    fn what_is_no_whole_jpeg_or_too_large_is_refused() {
        for (height, width) in [(2049, 5), (5, 2049), (0, 5), (5, 0)] {
            assert_eq!(check(&jpeg(&[sides(height, width), scan()])), Err(PhotoFault::TooLarge));
        }
        let whole = jpeg(&[jfif(), sides(5, 5), scan()]);
        for end in 0..whole.len() {
            assert_eq!(check(&whole[..end]), Err(PhotoFault::NotJpeg), "cut at {end}");
        }
        for wrong in [&jpeg(&[sides(5, 5)])[..], &jpeg(&[scan()]), b"\x89PNG\r\n\x1a\n", b"<svg/>", b""] {
            assert_eq!(check(wrong), Err(PhotoFault::NotJpeg));
        }
        assert_eq!(
            check(&jpeg(&[(0xC9, sides(5, 5).1), scan()])),
            Err(PhotoFault::NotJpeg),
            "a frame that nobody reads"
        );
    }

    proptest! {
        #[test]
        fn any_bytes_have_an_answer(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _answer = check(&bytes);
            let _answer = check(&[&[0xFF, 0xD8, 0xFF][..], &bytes].concat());
        }
    }
}
