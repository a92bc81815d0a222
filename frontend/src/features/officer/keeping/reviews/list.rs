use super::super::{super::page::Page, store::Keeping};
use crate::{
    messages::day_with_year,
    ui::{ButtonLook, Link, LinkLook},
};
use leptos::prelude::*;
use shared::{case::OpenReview, moment::Day};

/// Where telling a data subject was put off: when it is looked at again.
#[component]
pub fn Reviews(keeping: Keeping) -> impl IntoView {
    let lines = move || {
        keeping.requests.get().map(|page| {
            let (empty, today) = (page.reviews.is_empty(), page.today);
            let row = |one: OpenReview| view! { <ReviewRow keeping=keeping one=one today=today/> };
            view! {
                {empty.then(|| view! { <p>"Er komt niets terug."</p> })}
                <ul class="work-list">{page.reviews.into_iter().map(row).collect_view()}</ul>
            }
        })
    };
    view! {
        <section class="stack" aria-labelledby="terugkomdagen">
            <h2 id="terugkomdagen">"Opnieuw bekijken"</h2>
            <p class="soft">"De betrokkene is nog niet ingelicht (AVG artikel 14). Kan het nu wel?"</p>
            {lines}
        </section>
    }
}

#[component]
fn ReviewRow(keeping: Keeping, one: OpenReview, today: Day) -> impl IntoView {
    let (class, state) = state(one.on, today);
    let (number, case) = (one.number, Page::Case(one.case).path());
    view! {
        <li class="work-row">
            <p class=class>{state}</p>
            <div>
                <h3 class="name">{format!("{number} · Betrokkene inlichten")}</h3>
                <p class="soft">{format!("Opnieuw bekijken op {}.", day_with_year(one.on))}</p>
            </div>
            {keeping.is_officer().then(|| view! {
                <Link to=case label=format!("Bekijk dossier {number}") look=LinkLook::Button(ButtonLook::Plain)>"Bekijk"</Link>
            })}
        </li>
    }
}

fn state(on: Day, today: Day) -> (&'static str, &'static str) {
    match on.cmp(&today) {
        std::cmp::Ordering::Less => ("left over", "Te laat"),
        std::cmp::Ordering::Equal => ("left today", "Vandaag"),
        std::cmp::Ordering::Greater => ("left", "Later"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_that_passed_is_late() {
        let day = |text: &str| -> Day { text.parse().unwrap() };
        let words = |on: &str| state(day(on), day("2026-06-12")).1;
        assert_eq!([words("2026-06-11"), words("2026-06-12"), words("2026-06-13")], ["Te laat", "Vandaag", "Later"]);
    }
}
