use crate::messages::officer::without_contact;
use leptos::prelude::*;
use shared::{contract::CaseDetail, text::Phone};
use std::sync::Arc;

/// The melder, and how to call them. Only AFs see this, and it is never on paper.
#[component]
pub fn MelderCard(detail: Arc<CaseDetail>) -> impl IntoView {
    let melder = detail.report.reporter.clone();
    let email = melder.email.map(|email| {
        let address = email.as_str().to_owned();
        view! { <li><a class="utrecht-link" href=email.link()>{address}</a></li> }
    });
    view! {
        <section class="card not-on-paper">
            <h2>"Melder"</h2>
            <ul class="plain">
                <li dir="auto">{melder.name.as_str().to_owned()}</li>
                {melder.team.map(|team| view! { <li dir="auto">{team.as_str().to_owned()}</li> })}
                {lines(&melder.phone).into_iter().map(line_view).collect_view()}
                {email}
                {melder.reachable.map(|when| view! { <li>"Bereikbaar: "<bdi>{when.as_str().to_owned()}</bdi></li> })}
            </ul>
            {detail.row.without.map(|reason| view! { <p><b>{without_contact(reason)}</b></p> })}
            <p class="soft">"Alleen de aandachtsfunctionarissen van dit dossier zien wie de melder is."</p>
        </section>
    }
}

/// The text of a line, and what a telephone dials when it is pressed.
type Line = (String, Option<String>);

/// The telephone as it was written. With one number in it the whole text calls that; otherwise each number has a line
/// of its own, so that the AF chooses.
fn lines(phone: &Phone) -> Vec<Line> {
    let written = phone.as_str().to_owned();
    match phone.numbers().as_slice() {
        [only] => vec![(written, Some(only.dialled.clone()))],
        several => {
            let each = several.iter().map(|number| (format!("Bel {}", number.shown), Some(number.dialled.clone())));
            std::iter::once((written, None)).chain(each).collect()
        }
    }
}

fn line_view((text, dial): Line) -> impl IntoView {
    match dial {
        Some(number) => view! { <li><a class="utrecht-link" href=format!("tel:{number}")>{text}</a></li> }.into_any(),
        None => view! { <li dir="auto">{text}</li> }.into_any(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_number_that_was_written_can_be_called() {
        let of = |text: &str| lines(&Phone::parse(text).unwrap());
        let line = |text: &str, number: &str| (text.to_owned(), Some(number.to_owned()));
        assert_eq!(of("074-2450000 (na 14 u)"), [line("074-2450000 (na 14 u)", "0742450000")]);
        let both = "06-12345678 / 4123";
        let each = [line("Bel 06-12345678", "0612345678"), line("Bel 4123", "4123")];
        assert_eq!(of(both), [vec![(both.to_owned(), None)], each.to_vec()].concat());
    }
}
