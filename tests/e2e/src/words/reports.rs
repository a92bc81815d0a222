//! Reports.
use super::PHONE;
use shared::{
    answer::{Known, YesNo},
    contract::examples,
    report::{CallFirst, ColleagueDraft, Draft, KmtDraft, VttDraft, VttState, WayIn},
};

/// A report without urgency.
#[must_use]
pub fn draft() -> Draft {
    Draft {
        story: "Verhaal-kanarie: in de verzonnen schuur staan zes bedden.".into(),
        when: "Wanneer-kanarie".into(),
        place: "Waar-kanarie 1, Verzonnenstad".into(),
        known: "Bekend-kanarie BV".into(),
        name: "Naam-Kanarie Verzonnen".into(),
        team: "Team-kanarie".into(),
        phone: PHONE.into(),
        email: "email.kanarie@voorbeeld.example".into(),
        reachable: "Bereikbaar-kanarie".into(),
        ..examples::draft()
    }
}

/// The same with a minor, of which Veilig Thuis knows nothing yet.
#[must_use]
pub fn draft_with_minor() -> Draft {
    let vtt = VttDraft { state: Some(VttState::NotYet), why: "Waarom-kanarie".into(), ..VttDraft::default() };
    Draft { minor: Some(Known::Yes), vtt, ..draft() }
}

/// The same with everything filled in that can be.
#[must_use]
pub fn full_draft() -> Draft {
    let vtt = VttDraft {
        state: Some(VttState::Reported),
        who: "Wie-kanarie".into(),
        when: "Toen-kanarie".into(),
        reference: "Kenmerk-kanarie".into(),
        why: String::new(),
    };
    let (minor, acute, called_112) = (Some(Known::Yes), Some(Known::Yes), Some(YesNo::Yes));
    // what is known of a signal from KMT counts only where it came from there
    Draft { minor, acute, called_112, vtt, behalf: behalf(), kmt: kmt(""), ..draft() }
}

fn behalf() -> ColleagueDraft {
    let name = "Collega-Kanarie Verzonnen".into();
    ColleagueDraft { name, phone: PHONE.into(), first: Some(CallFirst::Colleague) }
}

fn kmt(day: &str) -> KmtDraft {
    KmtDraft { who: "Kmt-kanarie".into(), day: day.into(), reference: "Kmtkenmerk-kanarie".into() }
}

/// A signal from KMT, without a melder.
#[must_use]
pub fn from_kmt() -> Draft {
    Draft { way: Some(WayIn::Kmt), kmt: kmt("2026-04-24"), ..full_draft() }
}
