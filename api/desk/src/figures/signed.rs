//! A half-year as a gemeente gives it to the region: signed, so that whoever adds it up knows whose it is and that
//! nobody changed it. It is a JWS (RFC 7515, flattened JSON) with ES256; the public key stands in its head, and is
//! known by its thumbprint (RFC 7638).
use super::stored::figures_of;
use crate::Desk;
use data_encoding::BASE64URL_NOPAD;
use kit::Failure;
use p256::ecdsa::{
    Signature, SigningKey, VerifyingKey,
    signature::{Signer, Verifier},
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use shared::{
    contract::SignedFigures,
    figures::{HalfYear, OfGemeente},
};

/// What kind of JWS it is.
const KIND: &str = "meldroute-cijfers";

/// The head of the JWS.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    alg: String,
    typ: String,
    jwk: PublicKey,
}

/// The public key, with its members in the order of the thumbprint.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PublicKey {
    crv: String,
    kty: String,
    x: String,
    y: String,
}

impl PublicKey {
    fn of(key: &SigningKey) -> Option<Self> {
        let point = key.verifying_key().to_sec1_point(false);
        let [x, y] = [point.x()?, point.y()?].map(|part| BASE64URL_NOPAD.encode(part));
        Some(Self { crv: "P-256".into(), kty: "EC".into(), x, y })
    }

    /// The key itself; none for what is no key on this curve.
    fn key(&self) -> Option<VerifyingKey> {
        let [x, y] = [&self.x, &self.y].map(|part| BASE64URL_NOPAD.decode(part.as_bytes()).ok());
        let (x, y) = x.zip(y).filter(|(x, y)| x.len() == 32 && y.len() == 32)?;
        let is_ours = self.crv == "P-256" && self.kty == "EC";
        let point = [&[4], x.as_slice(), y.as_slice()].concat();
        VerifyingKey::from_sec1_bytes(&point).ok().filter(|_| is_ours)
    }

    /// The thumbprint (RFC 7638), in groups of four hex digits that can be read out by telephone.
    fn fingerprint(&self) -> String {
        let members = serde_json::to_string(self).unwrap_or_default();
        let digits = kit::hex::encode(&Sha256::digest(members)[..16]);
        let groups: Vec<&str> = (0..8).map(|at| &digits[at * 4..at * 4 + 4]).collect();
        groups.join(" ")
    }
}

/// The fingerprint of the key with which this instance signs.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Unreadable`].
pub fn fingerprint(desk: &Desk) -> Result<String, Failure> {
    let key = PublicKey::of(&own_key(desk)?).ok_or(NO_KEY)?;
    Ok(key.fingerprint())
}

const NO_KEY: Failure = Failure::Internal("the key for the figures could not be made");

/// The key follows from the instance's secret. It stays the same when keys are replaced, and is another one after
/// somebody may have seen them.
fn own_key(desk: &Desk) -> Result<SigningKey, Failure> {
    // a number that is no key comes once in 2^32 times
    SigningKey::from_slice(&desk.derive("figures")?).map_err(|_| NO_KEY)
}

/// A published half-year with the name of the gemeente, signed.
///
/// # Errors
/// A 404 when it was not published; [`Failure::Unreadable`], [`Failure::Unavailable`].
pub fn signed(desk: &Desk, half: HalfYear) -> Result<SignedFigures, Failure> {
    let figures = desk.cases.get(&figures_of(half))?.ok_or_else(Failure::not_found)?;
    let profile = desk.profile()?;
    let practice = desk.environment().is_practice();
    let content = OfGemeente { gemeente: profile.id, name: profile.name, practice, figures };
    let key = own_key(desk)?;
    let jwk = PublicKey::of(&key).ok_or(NO_KEY)?;
    let head = Head { alg: "ES256".into(), typ: KIND.into(), jwk };
    let broken = |_| Failure::Internal("figures could not be written");
    let [protected, payload] = [serde_json::to_vec(&head), serde_json::to_vec(&content)];
    let [protected, payload] =
        [BASE64URL_NOPAD.encode(&protected.map_err(broken)?), BASE64URL_NOPAD.encode(&payload.map_err(broken)?)];
    let signature: Signature = key.sign(format!("{protected}.{payload}").as_bytes());
    Ok(SignedFigures { payload, protected, signature: BASE64URL_NOPAD.encode(&signature.to_bytes()) })
}

/// What is wrong with a signed half-year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsigned {
    /// It is no such file.
    Shape,
    /// The signature does not fit: something was changed.
    Signature,
}

/// Reads a signed half-year, and with which key it was signed. Whose key that is has to be known otherwise.
///
/// # Errors
/// [`Unsigned`].
pub fn read_signed(text: &str) -> Result<(OfGemeente, String), Unsigned> {
    let shape = |_| Unsigned::Shape;
    let signed: SignedFigures = serde_json::from_str(text).map_err(|_| Unsigned::Shape)?;
    let part = |part: &str| BASE64URL_NOPAD.decode(part.as_bytes()).map_err(shape);
    let head: Head = serde_json::from_slice(&part(&signed.protected)?).map_err(|_| Unsigned::Shape)?;
    if head.alg != "ES256" || head.typ != KIND {
        return Err(Unsigned::Shape);
    }
    let key = head.jwk.key().ok_or(Unsigned::Shape)?;
    let signature = Signature::from_slice(&part(&signed.signature)?).map_err(|_| Unsigned::Signature)?;
    let message = format!("{}.{}", signed.protected, signed.payload);
    key.verify(message.as_bytes(), &signature).map_err(|_| Unsigned::Signature)?;
    let content: OfGemeente = serde_json::from_slice(&part(&signed.payload)?).map_err(|_| Unsigned::Shape)?;
    if content.is_sound() { Ok((content, head.jwk.fingerprint())) } else { Err(Unsigned::Shape) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::tests::{kit_over, memory};
    use shared::figures::{FigureTable, Tally};

    fn half() -> HalfYear {
        "2026-1".to_owned().try_into().unwrap()
    }

    fn given() -> (Desk, SignedFigures) {
        let desk = kit_over(memory(), memory(), memory());
        let mut tally = Tally::default();
        tally.put(FigureTable::Subject, ["plek"]);
        let teams = desk.environment().teams().unwrap();
        super::super::freeze(&desk, half(), &tally, false, &teams).unwrap();
        let signed = signed(&desk, half()).unwrap();
        (desk, signed)
    }

    fn text(signed: &SignedFigures) -> String {
        serde_json::to_string(signed).unwrap()
    }

    #[test]
    fn what_a_gemeente_signed_is_read_with_its_name_and_the_fingerprint_that_it_shows() {
        let (desk, given) = given();
        let (content, by) = read_signed(&text(&given)).unwrap();
        assert_eq!((content.gemeente.as_str(), content.figures.half), ("hengelo", half()));
        assert_eq!(by, fingerprint(&desk).unwrap());
        assert!(by.len() == 39 && by.split(' ').all(|group| group.len() == 4), "{by}");
        assert_eq!(signed(&desk, half().next()).err(), Some(Failure::not_found()));
    }

    #[test]
    fn another_instance_has_another_key() {
        let ((one, _), (two, _)) = (given(), given());
        assert_ne!(fingerprint(&one).unwrap(), fingerprint(&two).unwrap());
    }

    #[test]
    fn nothing_of_it_can_be_changed() {
        let (_, given) = given();
        let (_, other) = self::given();
        let swapped = [
            SignedFigures { protected: other.protected.clone(), ..given.clone() },
            SignedFigures { signature: other.signature.clone(), ..given.clone() },
            SignedFigures { signature: BASE64URL_NOPAD.encode(&[0; 64]), ..given.clone() },
        ];
        for changed in &swapped {
            assert_eq!(read_signed(&text(changed)).err(), Some(Unsigned::Signature));
        }
        let content = String::from_utf8(BASE64URL_NOPAD.decode(given.payload.as_bytes()).unwrap()).unwrap();
        let more = content.replace("\"totaal\":0", "\"totaal\":5");
        assert_ne!(more, content);
        let changed = SignedFigures { payload: BASE64URL_NOPAD.encode(more.as_bytes()), ..given.clone() };
        assert_eq!(read_signed(&text(&changed)).err(), Some(Unsigned::Signature));
    }

    #[test]
    fn what_is_no_such_file_is_refused() {
        let (_, given) = given();
        let head = String::from_utf8(BASE64URL_NOPAD.decode(given.protected.as_bytes()).unwrap()).unwrap();
        let with_head =
            |head: &str| text(&SignedFigures { protected: BASE64URL_NOPAD.encode(head.as_bytes()), ..given.clone() });
        let bad = [
            String::new(),
            "{}".into(),
            with_head(&head.replace("ES256", "none")),
            with_head(&head.replace(KIND, "JWT")),
            with_head(&head.replace("P-256", "P-384")),
            with_head(&head.replace("\"x\":\"", "\"x\":\"AA")),
            with_head("{}"),
        ];
        for text in bad {
            assert_eq!(read_signed(&text).err(), Some(Unsigned::Shape), "{text}");
        }
    }
}
