use super::super::super::{page::Page, parts::name_of, session::Session};
use crate::{
    messages::{clock, day, day_with_year},
    ui::{Link, Notice, NoticeLook},
};
use leptos::prelude::*;
use shared::{
    contract::{CasePage, OfficerView, PhoneDraftLine},
    id::AccountId,
};

/// On the AF's list: that a report by phone waits to be finished. Nothing otherwise.
#[component]
pub fn Unfinished(page: RwSignal<Option<CasePage>>) -> impl IntoView {
    let me = Session::here().account();
    let lines = Memo::new(move |_| {
        let of = |page: &CasePage| {
            page.unfinished.iter().map(|one| words(one, me.as_ref(), &page.officers)).collect::<Vec<_>>()
        };
        page.with(|page| page.as_ref().map(of).unwrap_or_default())
    });
    move || {
        let lines = lines.get();
        (!lines.is_empty()).then(|| {
            let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
            view! {
                <Notice look=NoticeLook::Wait title="Een melding is nog niet opgenomen">
                    <ul>{lines}</ul>
                    <p><Link to=Page::Phone.path()>"Maak de melding af"</Link></p>
                </Notice>
            }
        })
    }
}

/// `Van Fleur Voorbeeld, donderdag 30 april om 14.02. Bewaard tot en met donderdag 7 mei 2026.`
fn words(one: &PhoneDraftLine, me: Option<&AccountId>, names: &[OfficerView]) -> String {
    let whose = if Some(&one.of) == me { "Van jou".into() } else { format!("Van {}", name_of(names, &one.of)) };
    let (at, until) = (format!("{} om {}", day(one.at.day()), clock(one.at)), day_with_year(one.until));
    format!("{whose}, {at}. Bewaard tot en met {until}.")
}

#[cfg(test)]
mod tests {
    use super::{super::clash::example, *};

    #[test]
    fn a_line_says_whose_it_is_and_until_when_it_is_kept() {
        let view = example(2, Some("Begonnen"));
        let typed = view.typed.unwrap();
        let line = PhoneDraftLine { of: view.of.clone(), at: typed.at, until: typed.until };
        let text = words(&line, Some(&view.of), &[]);
        assert_eq!(text, "Van jou, donderdag 30 april om 14.02. Bewaard tot en met donderdag 7 mei 2026.");
        assert!(!words(&line, None, &[]).contains("Van jou"));
    }
}
