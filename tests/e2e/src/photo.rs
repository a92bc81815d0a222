//! A photo that a melder adds, as the page does it.
use crate::{Answer, Client, keys};
use data_encoding::BASE64;
use kit::inbox::secret::status_key;
use serde_json::json;
use shared::{
    code::ReceiptCode,
    contract::{Endpoint, examples},
    id::AdditionKey,
    photo::PhotoPart,
};

/// The words that the melder writes with it.
const WORDS: &str = "Foto-melder-kanarie";

/// The bytes of the photo.
fn bytes() -> Vec<u8> {
    examples::photo(100)
}

/// Sends the only part of a photo under this key.
///
/// # Panics
/// For what is no code or no key.
#[must_use]
pub fn send_photo_part(client: &Client, code: &str, key: &str) -> Answer {
    let photo = AdditionKey::parse(key).expect("a key");
    let part = PhotoPart { photo, part: 0, parts: 1, content: BASE64.encode(&bytes()) };
    let json = serde_json::to_vec(&part).expect("JSON");
    let status = status_key(&ReceiptCode::parse(code).expect("a code"));
    let sealed = keys::device().seal("hengelo", &status, json).expect("it can be sealed");
    let body = json!({ "ontvangstcode": code, "foto": key, "deel": 0, "inhoud": sealed });
    client.to(Endpoint::SendPhotoPart).json(&body).send()
}

/// Adds the photo whose only part was sent.
#[must_use]
pub fn add_photo(client: &Client, code: &str, key: &str) -> Answer {
    let addition = json!({ "sleutel": key, "soort": "foto", "delen": 1 });
    client
        .to(Endpoint::AnswerQuestion)
        .json(&json!({ "ontvangstcode": code, "aanvulling": addition, "antwoord": WORDS }))
        .send()
}

/// The AF asks for it.
#[must_use]
pub fn look_at_photo(client: &Client, case: &str, key: &str) -> Answer {
    client.to_one(Endpoint::Photo, case).json(&json!({ "foto": key })).send()
}
