//! What can stand beside a case.
use crate::world::World;
use data_encoding::BASE64;
use kit::{inbox::photos, testing};
use shared::{
    case::{
        Case, Entry, Event, KmtEvent, NewLink,
        notes::{About, Addition, AdditionKind, AskedKmt, ReporterAnswer},
        pack::Pack,
    },
    contract::{Endpoint, examples, openapi},
    id::{AccountId, AdditionKey},
    photo::PhotoPart,
    sharing::ReferralTarget,
    text::Prose,
};

/// What was kept for a receiver.
pub fn pack(world: &World) {
    let standing = desk::case::load(&world.desk, &world.case).unwrap();
    let (number, day) = (standing.value.origins().number, world.desk.now().day());
    let pack = Pack { number, to: ReferralTarget::Riec, receiver: None, ground: None, day, items: vec![] };
    let seen = desk::case::packs::file(&pack).unwrap().1;
    let by = AccountId::from_bytes(&[1; 16]);
    desk::case::packs::keep(&world.desk, standing, &by, (0, &pack), &seen).unwrap();
}

/// A question to KMT with the link of the example.
pub fn question_to_kmt(world: &World) {
    let (_, example) = openapi::examples_of(Endpoint::KmtQuestion).swap_remove(0);
    let NewLink { link, code } = desk::case::kmt::stored(&serde_json::from_value(example).unwrap());
    let (_, ask) =
        openapi::examples_of(Endpoint::CommandCase).into_iter().find(|(_, act)| act["soort"] == "kmt-vragen").unwrap();
    let question = serde_json::from_value(ask["inhoud"].clone()).unwrap();
    let until = world.desk.now().plus_seconds(7 * 86_400).day();
    let event = Event::Kmt(KmtEvent::Asked(AskedKmt { question, link, code, until }));
    let standing = desk::case::load(&world.desk, &world.case).unwrap();
    let entry = Entry { at: world.desk.now(), by: AccountId::from_bytes(&[1; 16]), event };
    desk::case::save(&world.desk, &standing, entry).unwrap();
}

/// A photo of the melder, under the key of the example, and another one on its way.
pub fn photo(desk: &desk::Desk, case: &Case) {
    let slot = desk.status(case.status_key());
    for (key, is_added) in [([0x5a; 16], true), ([0x5b; 16], false)] {
        let photo = AdditionKey::from_bytes(&key);
        let content = BASE64.encode(&examples::photo(10));
        let json = serde_json::to_vec(&PhotoPart { photo: photo.clone(), part: 0, parts: 1, content }).unwrap();
        let sealed = testing::key(5).device().seal(testing::GEMEENTE, case.status_key(), json).unwrap();
        photos::keep_part(&desk.inbox, &slot, (&photo, 0), &sealed).unwrap();
        if is_added {
            let about = About::Addition(Addition { key: photo, kind: AdditionKind::Photo, parts: Some(1) });
            let words = Prose::parse("De achterdeur").unwrap();
            slot.answer(&ReporterAnswer::new(about, words, desk.now())).unwrap().unwrap();
            desk::case::take_answers(desk, &desk::case::load(desk, &case.origins().id).unwrap()).unwrap();
        }
    }
}
