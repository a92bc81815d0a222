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
}
