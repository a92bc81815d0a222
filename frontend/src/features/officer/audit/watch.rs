//! Notices for the FG: what cannot be read, cases that nobody may see, and cases that somebody opened by break-glass.
use super::super::{
    away::CoverWatch,
    parts::{UnreadableNotice, name_of},
    together::FloodNotice,
};
use crate::{
    messages::Words,
    ui::{Notice, NoticeLook},
};
use leptos::prelude::*;
use shared::{
    access::Role,
    audit::AuditPage,
    contract::{OfficerView, Opening},
};

/// All of them, each only when there is something.
#[component]
pub fn Watch(page: AuditPage) -> impl IntoView {
    let AuditPage { openings, covers, names, without_officer, unreadable, flood, .. } = page;
    let numbers = without_officer.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let alone = (!without_officer.is_empty()).then(|| {
        view! {
            <Notice look=NoticeLook::Danger title="Geen aandachtsfunctionaris mag deze dossiers zien">
                <p>{numbers}</p>
                <p>"Iedereen is uitgesloten of kan niet inloggen. Regel een andere aandachtsfunctionaris, of bel het KMT."</p>
            </Notice>
        }
    });
    let opened = (!openings.is_empty()).then(|| {
        let lines = openings.iter().map(|one| view! { <li>{line(one, &names)}</li> }).collect_view();
        view! {
            <Notice look=NoticeLook::Wait title="Noodtoegang: dossiers van een collega geopend">
                <ul>{lines}</ul>
            </Notice>
        }
    });
    view! {
        <UnreadableNotice told=unreadable/>
        <FloodNotice flood=Signal::stored(flood) role=Role::PrivacyOfficer/>
        {alone}
        {opened}
        <CoverWatch covers=covers names=names/>
    }
}

/// `2026-017, Fleur Voorbeeld, 30-04-2026 14:02, geldig tot en met 30-04-2026. Er is gevaar of haast`
fn line(one: &Opening, names: &[OfficerView]) -> String {
    let at = one.at.local().format("%d-%m-%Y %H:%M");
    let until = one.until.format("%d-%m-%Y");
    let who = name_of(names, &one.who);
    format!("{}, {who}, {at}, geldig tot en met {until}. {}", one.number, one.why.words())
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::{
        case::notes::BreakGlassReason,
        id::{AccountId, CaseId, CaseNumber},
        moment::Moment,
        text::Line,
    };

    #[test]
    fn a_line_says_which_who_when_and_why() {
        let who = AccountId::from_bytes(&[1; 16]);
        let names = [OfficerView { id: who.clone(), name: Line::parse("Fleur Voorbeeld").unwrap(), active: true }];
        let opening = Opening {
            case: CaseId::from_bytes(&[2; 16]),
            number: CaseNumber { year: 2026, sequence: 17 },
            who,
            at: Moment::try_from("2026-04-30T12:02:00Z".to_owned()).unwrap(),
            until: "2026-04-30".parse().unwrap(),
            why: BreakGlassReason::Urgent,
        };
        let text = "2026-017, Fleur Voorbeeld, 30-04-2026 14:02, geldig tot en met 30-04-2026. Er is gevaar of haast";
        assert_eq!(line(&opening, &names), text);
    }
}
