use super::store::Conversation;
use crate::{
    features::officer::{dossier::Dossier, parts::name_of},
    messages::{clock, days_left},
};
use leptos::prelude::*;
use shared::{
    case::conversation::{ConversationField, FieldStamp},
    contract::CaseDetail,
};

/// Who gave this answer, and when. Nothing where nobody did.
#[component]
pub fn By(field: ConversationField) -> impl IntoView {
    let (conversation, dossier) = (Conversation::here(), Dossier::here());
    let pointer = field.pointer();
    let text = move || {
        let stamp = conversation.stamps.with(|all| all.iter().find(|one| one.field == pointer).cloned())?;
        dossier.detail.with(|detail| detail.as_ref().map(|detail| words(&stamp, detail)))
    };
    view! { {move || text().map(|text| view! { <p class="given soft">{text}</p> })} }
}

/// Who added this person, and who changed something about them last.
#[component]
pub fn ByPerson(number: Memo<Option<u64>>) -> impl IntoView {
    let (conversation, dossier) = (Conversation::here(), Dossier::here());
    let text = move || {
        let number = number.get()?;
        let detail = dossier.detail.get()?;
        conversation.stamps.with(|all| of_person(all, number, &detail))
    };
    view! { {move || text().map(|text| view! { <p class="given soft">{text}</p> })} }
}

fn of_person(all: &[FieldStamp], number: u64, detail: &CaseDetail) -> Option<String> {
    let whole = ConversationField::Person(number, None).pointer();
    let added = all.iter().find(|one| one.field == whole).map(|one| words(one, detail));
    let parts = all.iter().filter(|one| one.field.strip_prefix(&whole).is_some_and(|rest| rest.starts_with('/')));
    let changed = parts.max_by_key(|one| one.at).map(|one| words(one, detail));
    match (added, changed) {
        (Some(added), Some(changed)) => Some(format!("Toegevoegd: {added}. Veranderd: {changed}")),
        (Some(added), None) => Some(added),
        (None, changed) => changed,
    }
}

fn words(stamp: &FieldStamp, detail: &CaseDetail) -> String {
    let when = format!("{} {}", days_left(stamp.at.day(), detail.today), clock(stamp.at));
    match &stamp.by {
        None => format!("Uit de melding, {when}"),
        Some(account) => format!("{}, {when}", name_of(&detail.officers, account)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::officer::dossier::fixture::{detail, officer};

    #[test]
    fn an_answer_is_from_the_report_or_from_a_colleague() {
        let case = detail(vec![]);
        let stamp = |by| FieldStamp { field: "/formulier/plek".into(), by, at: case.received };
        assert_eq!(words(&stamp(None), &case), "Uit de melding, vrijdag 24 april 15.42");
        assert_eq!(words(&stamp(Some(officer(2))), &case), "Mo Fictief, vrijdag 24 april 15.42");
    }

    #[test]
    fn a_person_says_who_added_them_and_who_changed_them_last() {
        let case = detail(vec![]);
        let stamp = |field: &str, by, later| {
            let field = format!("/formulier/personen/{field}");
            FieldStamp { field, by, at: case.received.plus_seconds(later) }
        };
        let all = [
            stamp("7", None, 0),
            stamp("7/talen", Some(officer(2)), 120),
            stamp("7/leeftijd", Some(officer(2)), 60),
            stamp("71", Some(officer(2)), 0),
        ];
        let text = of_person(&all, 7, &case).unwrap();
        let expected =
            "Toegevoegd: Uit de melding, vrijdag 24 april 15.42. Veranderd: Mo Fictief, vrijdag 24 april 15.44";
        assert_eq!(text, expected);
        assert_eq!(of_person(&all, 71, &case).unwrap(), "Mo Fictief, vrijdag 24 april 15.42");
        assert_eq!(of_person(&all, 8, &case), None);
    }
}
