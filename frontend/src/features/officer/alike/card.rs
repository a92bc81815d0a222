use super::super::page::Page;
use crate::ui::Link;
use leptos::prelude::*;
use shared::{
    case::clue::{ClueKind, SharedClue},
    contract::CaseDetail,
};
use std::sync::Arc;

/// The other cases, or nothing when there are none.
#[component]
pub fn AlikeCard(detail: Arc<CaseDetail>) -> impl IntoView {
    (!detail.alike.is_empty()).then(|| {
        let cases = detail.alike.iter().map(|other| {
            let (said, name) = (said(other), format!("Bekijk dossier {}", other.number));
            view! { <li>{said}" "<Link to=Page::Case(other.id.clone()).path()>{name}</Link></li> }
        });
        view! {
            <section class="card">
                <h2>"Staat ook in een ander dossier"</h2>
                <ul>{cases.collect_view()}</ul>
                <p class="soft">
                    "Dit zegt niets over een persoon. Het kan toeval zijn, of verkeerd genoteerd. Kijk zelf of het bij elkaar hoort."
                </p>
            </section>
        }
    })
}

/// `Een ander open dossier van deze gemeente heeft hetzelfde adres en hetzelfde kenteken.`
fn said(other: &SharedClue) -> String {
    let all: Vec<&str> = other.kinds.iter().map(|kind| same(*kind)).collect();
    let all = match all.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} en {last}", first.join(", ")),
    };
    format!("Een ander open dossier van deze gemeente heeft {all}.")
}

fn same(kind: ClueKind) -> &'static str {
    match kind {
        ClueKind::Name => "dezelfde naam",
        ClueKind::Address => "hetzelfde adres",
        ClueKind::Phone => "hetzelfde telefoonnummer",
        ClueKind::Plate => "hetzelfde kenteken",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::id::{CaseId, CaseNumber};

    #[test]
    fn what_two_cases_have_in_common_is_said_in_one_sentence() {
        let with = |kinds: &[ClueKind]| {
            let (id, number) = (CaseId::from_bytes(&[3; 16]), CaseNumber { year: 2026, sequence: 18 });
            said(&SharedClue { id, number, kinds: kinds.to_vec() })
        };
        let begin = "Een ander open dossier van deze gemeente heeft";
        assert_eq!(with(&[ClueKind::Address]), format!("{begin} hetzelfde adres."));
        let all = with(&[ClueKind::Address, ClueKind::Phone, ClueKind::Plate]);
        assert_eq!(all, format!("{begin} hetzelfde adres, hetzelfde telefoonnummer en hetzelfde kenteken."));
    }
}
