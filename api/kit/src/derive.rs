//! Deriving values from a secret, per purpose (HKDF-SHA-256, RFC 5869), and comparing them in constant time.
use hkdf::Hkdf;
use sha2::Sha256;
use subtle::ConstantTimeEq;

/// `N` bytes for one purpose and these parts. Each part is prefixed with its length, so that different lists of parts
/// give different bytes. At most 8160 bytes.
#[must_use]
pub fn derive<const N: usize>(root: &[u8], purpose: &str, parts: &[&[u8]]) -> [u8; N] {
    let mut info = purpose.as_bytes().to_vec();
    for part in parts {
        info.push(0);
        info.extend_from_slice(&u32::try_from(part.len()).unwrap_or(u32::MAX).to_be_bytes());
        info.extend_from_slice(part);
    }
    let mut out = [0; N];
    let expanded = Hkdf::<Sha256>::new(Some(b"meldroute/2"), root).expand(&info, &mut out);
    debug_assert!(expanded.is_ok());
    out
}

/// Equal, in a time that does not show where they differ.
#[must_use]
pub fn same(ours: &[u8], theirs: &[u8]) -> bool {
    ours.ct_eq(theirs).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn root_purpose_and_parts_all_count() {
        let one: [u8; 16] = derive(b"root", "purpose", &[b"ab", b"c"]);
        let others: [[u8; 16]; 5] = [
            derive(b"roo", "purpose", &[b"ab", b"c"]),
            derive(b"root", "purpos", &[b"ab", b"c"]),
            derive(b"root", "purpose", &[b"a", b"bc"]),
            derive(b"root", "purpose", &[b"ab", b"c", b""]),
            derive(b"root", "purpose", &[]),
        ];
        assert!(others.iter().all(|other| *other != one));
        assert_eq!(one, derive(b"root", "purpose", &[b"ab", b"c"]));
    }

    #[test]
    fn only_the_same_is_the_same() {
        assert!(same(b"abc", b"abc") && same(b"", b""));
        assert!(!same(b"abc", b"abd") && !same(b"abc", b"ab") && !same(b"", b"a"));
    }
}
