//! Access that was given, in words, and that somebody saw it.
use super::{super::session::Gemeente, store::Access};
use crate::{
    messages::{self, Words, isolated},
    ui::{Button, ButtonLook},
};
use leptos::prelude::*;
use shared::{
    contract::{AccessGiven, AccessKind, FunctionChange},
    id::FunctionId,
    profile::Function,
};

/// A line of a list, with a button for whoever has not seen it.
#[component]
pub fn Given(given: AccessGiven, access: Access) -> impl IntoView {
    let words = given_words(&given, &Gemeente::here().profile.functions);
    let button = given.unseen.then(|| {
        let whose = format!(": {}", isolated(given.name.as_str()));
        let seen = given.clone();
        view! {
            " "
            <Button look=ButtonLook::Subtle busy=access.answering.busy()
                press=Callback::new(move |()| access.seen(seen.clone()))>
                "Gezien"<span class="sr-only">{whose}</span>
            </Button>
        }
    });
    view! { <li>{words}{button}</li> }
}

/// `van Regisseur Wmo naar onbekend`
#[must_use]
pub fn change_words(change: &FunctionChange, functions: &[Function]) -> String {
    format!(
        "van {} naar {}",
        function_name(change.from.as_ref(), functions),
        function_name(change.to.as_ref(), functions)
    )
}

/// A function in words; what the profile does not name is not known.
#[must_use]
pub fn function_name(id: Option<&FunctionId>, functions: &[Function]) -> String {
    let named = id.and_then(|id| functions.iter().find(|one| one.id == *id));
    named.map_or_else(|| "onbekend".to_owned(), |one| one.name.clone())
}

/// `24 april: Sem Voorbeeld kreeg toegang als aandachtsfunctionaris, gevraagd door …, bevestigd door ….`
#[must_use]
pub fn given_words(given: &AccessGiven, functions: &[Function]) -> String {
    let what = match given.kind {
        AccessKind::New => format!("kreeg toegang als {}", given.role.lower()),
        AccessKind::Work => format!("kreeg met het werkaccount toegang als {}", given.role.lower()),
        AccessKind::Linked => "logt nu ook in met het werkaccount".to_owned(),
        AccessKind::Unblocked => "is niet meer geblokkeerd".to_owned(),
        AccessKind::Again => "kreeg een nieuwe uitnodiging om in te loggen".to_owned(),
        AccessKind::Function => {
            let change = given.change.as_ref().map(|change| change_words(change, functions));
            format!("kreeg een andere functie: {}", change.unwrap_or_default())
        }
        AccessKind::Departed => {
            let why = given.reason.as_ref().map(|reason| format!(" ({})", isolated(reason.as_str())));
            format!("is vertrokken{}; collega's kunnen de dossiers overnemen", why.unwrap_or_default())
        }
    };
    let by = |word: &str, name: Option<&str>| {
        name.map(|name| format!(", {word} door {}", isolated(name))).unwrap_or_default()
    };
    let asked = by("gevraagd", given.asked_by.as_ref().map(|name| name.as_str()));
    let confirmed = by("bevestigd", given.confirmed_by.as_ref().map(|name| name.as_str()));
    let at = match (given.asked_by.is_none(), given.kind) {
        (true, AccessKind::New) => ", bij het inrichten of op de server",
        (true, AccessKind::Again) => ", op de server",
        (true, AccessKind::Work | AccessKind::Linked | AccessKind::Unblocked | AccessKind::Function)
        | (true, AccessKind::Departed)
        | (false, _) => "",
    };
    format!("{}: {} {what}{at}{asked}{confirmed}.", messages::day(given.at.day()), isolated(given.name.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::{
        access::Role,
        id::{AccountId, Revision},
        moment::Moment,
        text::Line,
    };

    #[test]
    fn granted_access_is_shown_with_both_people_involved() {
        let name = |text: &str| Line::parse(text).unwrap();
        let mut given = AccessGiven {
            id: AccountId::from_bytes(&[1; 16]),
            revision: Revision(1),
            unseen: true,
            change: None,
            reason: None,
            name: name("Sem Voorbeeld"),
            role: Role::Officer,
            kind: AccessKind::New,
            asked_by: Some(name("Bo Beheer")),
            confirmed_by: Some(name("Faye Gegevens")),
            at: Moment::from_millis(1_777_000_000_000),
        };
        let told = "vrijdag 24 april: Sem Voorbeeld kreeg toegang als aandachtsfunctionaris, gevraagd door Bo Beheer, bevestigd door Faye Gegevens.";
        assert_eq!(given_words(&given, &[]), told);
        (given.asked_by, given.confirmed_by, given.kind) = (None, None, AccessKind::Again);
        let told = "vrijdag 24 april: Sem Voorbeeld kreeg een nieuwe uitnodiging om in te loggen, op de server.";
        assert_eq!(given_words(&given, &[]), told);
        given.kind = AccessKind::New;
        assert!(given_words(&given, &[]).ends_with(", bij het inrichten of op de server."));
        let wmo = FunctionId::parse("wmo").ok();
        let functions = [Function {
            id: FunctionId::parse("wmo").unwrap(),
            name: "Regisseur Wmo".into(),
            domain: Default::default(),
        }];
        given.kind = AccessKind::Function;
        given.change = Some(FunctionChange { from: None, to: wmo });
        let told = "vrijdag 24 april: Sem Voorbeeld kreeg een andere functie: van onbekend naar Regisseur Wmo.";
        assert_eq!(given_words(&given, &functions), told);
        (given.kind, given.reason) = (AccessKind::Departed, Line::parse("Andere baan").ok());
        assert!(given_words(&given, &[]).contains("is vertrokken"));
    }
}
