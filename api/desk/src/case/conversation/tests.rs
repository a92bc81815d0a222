use super::*;
use crate::case::{
    keys, load, renew, take_in,
    tests::{change, kits, send},
};
use shared::case::{Act, act::draft::SheetDraft, notes};

fn officer(n: u8) -> AccountId {
    AccountId::from_bytes(&[n; 16])
}

/// A case that was taken in.
fn case(desk: &Desk, n: u8) -> Case {
    let id = send(desk, n.into()).id;
    take_in(desk).unwrap();
    load(desk, &id).unwrap().value
}

/// The draft with another answer on safety, or on what the melder does.
fn with(draft: &ConversationDraft, safety: Option<&str>, does: Option<&str>) -> ConversationDraft {
    let mut draft = draft.clone();
    if let Some(text) = safety {
        draft.form.safety = text.into();
    }
    if let Some(text) = does {
        draft.form.reporter_does = Some(text.into());
    }
    draft
}

#[test]
fn what_two_afs_type_is_put_together_and_a_clash_is_named() {
    for desk in kits() {
        let case = case(&desk, 1);
        let begun = read(&desk, &case).unwrap().draft;
        let put = |by: u8, from: &ConversationDraft, to: ConversationDraft| {
            keep(&desk, &case, &officer(by), &ConversationChange { from: from.clone(), to }).unwrap()
        };
        put(1, &begun, with(&begun, Some("Onveilig"), None));
        let both = put(2, &begun, with(&begun, None, Some("Belt donderdag")));
        assert_eq!(both.draft, with(&begun, Some("Onveilig"), Some("Belt donderdag")));
        let by = |pointer: &str| both.stamps.iter().find(|one| one.field == pointer).and_then(|one| one.by.clone());
        assert_eq!(by("/formulier/veiligheid"), Some(officer(1)));
        assert_eq!(by("/formulier/melderDoet"), Some(officer(2)));
        let late = put(2, &begun, with(&begun, Some("Veilig"), None));
        assert_eq!(late.clashes, ["/formulier/veiligheid"]);
        assert_eq!(late.draft, both.draft, "the first text stays");
        assert_eq!(read(&desk, &case).unwrap().draft, both.draft);
    }
}

#[test]
fn of_many_who_begin_at_once_nothing_is_lost() {
    for desk in kits() {
        let case = case(&desk, 1);
        let begun = read(&desk, &case).unwrap().draft;
        let texts: [(Option<&str>, Option<&str>); 2] = [(Some("Onveilig"), None), (None, Some("Belt"))];
        std::thread::scope(|scope| {
            for (n, (safety, does)) in texts.into_iter().enumerate() {
                let change = ConversationChange { from: begun.clone(), to: with(&begun, safety, does) };
                let (desk, case, by) = (&desk, &case, officer(u8::try_from(n).unwrap() + 1));
                scope.spawn(move || keep(desk, case, &by, &change).unwrap());
            }
        });
        assert_eq!(read(&desk, &case).unwrap().draft, with(&begun, Some("Onveilig"), Some("Belt")));
    }
}

#[test]
fn what_became_part_of_the_case_begins_anew_and_the_rest_stays() {
    for desk in kits() {
        let case = case(&desk, 1);
        let begun = read(&desk, &case).unwrap().draft;
        let mut typed = with(&begun, Some("Onveilig"), None);
        typed.contact.summary = Some("Gesproken over een verzonnen wasserij.".into());
        keep(&desk, &case, &officer(1), &ConversationChange { from: begun.clone(), to: typed.clone() }).unwrap();
        let note = notes::ContactNote { happened: None, means: notes::Means::Phone, summary: None };
        drop(change(&desk, &case.origins().id, Act::RecordContact(note)));
        let spoken = load(&desk, &case.origins().id).unwrap().value;
        settle(&desk, &spoken, ActKind::RecordContact).unwrap();
        let left = read(&desk, &spoken).unwrap();
        assert_eq!(left.draft, ConversationDraft { contact: begun.contact.clone(), ..typed });
        assert!(left.stamps.iter().any(|one| one.field == "/formulier/veiligheid"));
        assert!(!left.stamps.iter().any(|one| one.field.starts_with("/contact")));
        settle(&desk, &spoken, ActKind::SaveForm).unwrap();
        assert_eq!(read(&desk, &spoken).unwrap().draft, begun);
    }
}

#[test]
fn it_is_sealed_with_the_cases_key_and_goes_with_it() {
    for desk in kits() {
        let case = case(&desk, 1);
        let id = case.origins().id.clone();
        let begun = read(&desk, &case).unwrap().draft;
        let to = with(&begun, Some("Verzonnen en geheim"), None);
        keep(&desk, &case, &officer(1), &ConversationChange { from: begun, to: to.clone() }).unwrap();
        let under = desk.cases.get::<Stored>(&Cell::named(Stored::cell(&id).key()).unwrap_or(cell::told()));
        assert!(!under.is_ok_and(|found| found.is_some()), "the instance's key does not open it");
        renew(&desk, &id).unwrap();
        assert_eq!(read(&desk, &case).unwrap().draft, to, "also after the case got another key");
        forget(&desk, &id).unwrap();
        assert!(!desk.cases.exists(&Stored::cell(&id)).unwrap());
    }
}

#[test]
fn one_that_cannot_be_read_begins_anew_and_one_that_is_too_large_is_refused() {
    for desk in kits() {
        let case = case(&desk, 1);
        let id = &case.origins().id;
        let begun = read(&desk, &case).unwrap().draft;
        let large = with(&begun, Some(&"x".repeat(MOST)), None);
        let refused = keep(&desk, &case, &officer(1), &ConversationChange { from: begun.clone(), to: large });
        assert!(matches!(refused, Err(Failure::Problem(ProblemKind::TooLarge, ..))));
        keys::vault(&desk, id).unwrap().set(&cell::conversation(id), &"iets anders").unwrap();
        assert_eq!(read(&desk, &case).unwrap().draft, begun);
        let to = with(&begun, Some("Weer getypt"), None);
        let kept = keep(&desk, &case, &officer(1), &ConversationChange { from: begun, to: to.clone() }).unwrap();
        assert_eq!(kept.draft, to);
        assert_ne!(kept.draft.form, SheetDraft::default());
    }
}
