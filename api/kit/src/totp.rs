//! The second factor: a six-digit code of an app, new every thirty seconds (TOTP, RFC 6238, with HMAC-SHA-1, which
//! every app supports). A code works once.
use crate::{Failure, derive::same, qr};
use data_encoding::BASE32_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use sha1::Sha1;
use shared::moment::Moment;

/// Seconds that one code is shown.
const STEP_SECONDS: i64 = 30;
/// How many steps a clock may be off, both ways [guideline: RFC 6238 §5.2].
const WINDOW: i64 = 1;
/// Digits of a code.
const DIGITS: usize = 6;

/// 160 bits that an app and this instance share [guideline: RFC 4226 §4 R6].
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TotpKey([u8; 20]);

impl std::fmt::Debug for TotpKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TotpKey(…)")
    }
}

/// The 30-second step of a moment, counted from 1970.
#[must_use]
pub fn step(now: Moment) -> i64 {
    now.millis().div_euclid(STEP_SECONDS * 1000)
}

impl TotpKey {
    /// A key from 20 bytes.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 20]) -> Self {
        Self(bytes)
    }

    /// From base32 without padding, as typed into an app; spaces are allowed.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        BASE32_NOPAD.decode(plain.to_ascii_uppercase().as_bytes()).ok()?.try_into().ok().map(Self)
    }

    /// The key as it is typed into an app: 32 characters.
    #[must_use]
    pub fn base32(&self) -> String {
        BASE32_NOPAD.encode(&self.0)
    }

    /// The code of a step, six digits (RFC 4226 §5.3).
    #[must_use]
    pub fn code(&self, step: i64) -> String {
        // HMAC takes a key of any length
        let Ok(mut mac) = Hmac::<Sha1>::new_from_slice(&self.0) else { return String::new() };
        mac.update(&step.to_be_bytes());
        let hash = mac.finalize().into_bytes();
        let offset = usize::from(hash.last().copied().unwrap_or_default() & 15);
        let word = hash.iter().skip(offset).take(4).fold(0u32, |word, byte| word << 8 | u32::from(*byte));
        format!("{:06}", (word & 0x7fff_ffff) % 1_000_000)
    }

    /// The time step of this code, if it is close to now and later than `last`, the step used before.
    #[must_use]
    pub fn matches(&self, typed: &str, now: Moment, last: i64) -> Option<i64> {
        let digits = shared::code::digits(typed);
        if digits.len() != DIGITS {
            return None;
        }
        let (now, mut found) = (step(now), None);
        for step in now - WINDOW..=now + WINDOW {
            // every step is compared, so that the time it takes reveals nothing
            if same(self.code(step).as_bytes(), digits.as_bytes()) {
                found = Some(step);
            }
        }
        found.filter(|step| *step > last)
    }

    /// The address that an app reads from a QR code. It names the gemeente and the log-in name, as apps show them.
    fn uri(&self, gemeente: &str, login: &str) -> String {
        let (issuer, login) = (escaped(&format!("Meldroute {gemeente}")), escaped(login));
        format!("otpauth://totp/{issuer}:{login}?secret={}&issuer={issuer}", self.base32())
    }

    /// The QR code for an app: rows of `0` and `1`, without a border.
    ///
    /// # Errors
    /// [`Failure::Internal`] for a name too long for any QR code.
    pub fn qr(&self, gemeente: &str, login: &str) -> Result<Vec<String>, Failure> {
        qr::rows(&self.uri(gemeente, login))
    }
}

/// Everything but letters, digits and `-._~` as `%XX` (RFC 3986 §2.1).
fn escaped(text: &str) -> String {
    let one = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
        other => format!("%{other:02X}"),
    };
    text.bytes().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> TotpKey {
        TotpKey::from_bytes(*b"12345678901234567890")
    }

    fn at(seconds: i64) -> Moment {
        Moment::from_millis(seconds * 1000)
    }

    /// RFC 6238 appendix B, SHA-1, the last six of its eight digits.
    #[test]
    fn the_codes_are_those_of_the_standard() {
        let table = [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ];
        for (seconds, code) in table {
            assert_eq!(key().code(step(at(seconds))), code, "{seconds}");
        }
    }

    #[test]
    fn a_code_counts_near_its_time_and_once() {
        let now = at(1_800_000_000);
        let here = step(now);
        for (off, counts) in [(-2, false), (-1, true), (0, true), (1, true), (2, false)] {
            let code = key().code(here + off);
            assert_eq!(key().matches(&code, now, 0), counts.then_some(here + off), "{off}");
        }
        let code = key().code(here);
        assert_eq!(key().matches(&code, now, here), None, "used before");
        assert_eq!(key().matches(&format!(" {} {} ", &code[..3], &code[3..]), now, here - 1), Some(here));
        let wide: String = code.chars().filter_map(|c| char::from_u32(u32::from(c) + 0xfee0)).collect();
        for written in [format!("{}\u{2011}{}", &code[..3], &code[3..]), format!("\u{202a}{code}\u{202c}"), wide] {
            assert_eq!(key().matches(&written, now, here - 1), Some(here), "{written}");
        }
        for bad in ["", "12345", "1234567", "abcdef", "１２３４５６"] {
            assert_eq!(key().matches(bad, now, 0), None, "{bad}");
        }
    }

    #[test]
    fn an_app_can_read_it_from_text_and_from_the_qr_code() {
        assert_eq!(key().base32(), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assert_eq!(TotpKey::parse("gezd gnbv gy3t qojq gezd gnbv gy3t qojq"), Some(key()));
        assert_eq!(TotpKey::parse("gezd"), None);
        let uri = key().uri("Hof van Twente", "Zoë@voorbeeld");
        let wanted = "otpauth://totp/Meldroute%20Hof%20van%20Twente:Zo%C3%AB%40voorbeeld?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Meldroute%20Hof%20van%20Twente";
        assert_eq!(uri, wanted);
        let rows = key().qr("Hof van Twente", "zoë.voorbeeld").unwrap();
        assert!(rows.len() >= 21 && rows.iter().all(|row| row.len() == rows.len()), "a square");
        assert!(rows[0].starts_with("1111111"), "with a finder in the corner");
    }
}
