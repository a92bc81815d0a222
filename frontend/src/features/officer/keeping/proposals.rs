use super::{super::parts::name_or_id, store::Keeping};
use crate::{
    messages::{Words, day_with_year},
    ui::{Button, ButtonLook, Notice, NoticeLook},
};
use leptos::prelude::*;
use shared::{case::destruction::ProposedDestruction, contract::RetentionPage};

/// The proposals that wait for a second person.
#[component]
pub fn Proposals(keeping: Keeping) -> impl IntoView {
    let lines = move || {
        keeping.page.get().map(|page: RetentionPage| {
            let under_way = page.under_way.iter().map(ToString::to_string).collect::<Vec<String>>().join(", ");
            let empty = page.proposals.is_empty();
            let row = |one: ProposedDestruction| {
                let who = name_or_id(&page.names, &one.by);
                view! { <ProposalRow keeping=keeping one=one who=who/> }
            };
            view! {
                {(!under_way.is_empty()).then(|| view! {
                    <Notice look=NoticeLook::Wait>
                        <p>{format!("Vernietigen bleef halverwege steken: {under_way}. Het gaat vanzelf verder.")}</p>
                    </Notice>
                })}
                {empty.then(|| view! { <p>"Er wacht geen voorstel."</p> })}
                <ul class="work-list">{page.proposals.into_iter().map(row).collect_view()}</ul>
            }
        })
    };
    view! {
        <section class="stack" aria-labelledby="voorstellen">
            <h2 id="voorstellen">"Wacht op akkoord"</h2>
            {lines}
        </section>
    }
}

#[component]
fn ProposalRow(keeping: Keeping, one: ProposedDestruction, who: String) -> impl IntoView {
    let (number, mine) = (one.number, keeping.me().as_ref() == Some(&one.by));
    let (id, other) = (one.case.clone(), one.case);
    let approve = Callback::new(move |()| keeping.sure.set(Some((id.clone(), number))));
    let reject = Callback::new(move |()| keeping.reject(other.clone(), number));
    let why = format!("{} Voorgesteld door {who} op {}.", sentence(one.ground.words()), day_with_year(one.at.day()));
    view! {
        <li class="work-row">
            <p class="left today">"Voorstel"</p>
            <div>
                <h3 class="name">{format!("{number} · {}", one.kept.outcome.words())}</h3>
                <p class="soft">{why}</p>
                {mine.then(|| view! { <p>"Jij stelde dit voor. Een ander gaat akkoord."</p> })}
            </div>
            <div class="row">
                {(!mine).then(|| view! {
                    <Button look=ButtonLook::Danger press=approve busy=keeping.request.busy()>
                        "Akkoord"<span class="sr-only">{format!(": vernietig {number}")}</span>
                    </Button>
                })}
                <Button look=ButtonLook::Plain press=reject busy=keeping.request.busy()>
                    {if mine { "Trek in" } else { "Niet akkoord" }}<span class="sr-only">{format!(": {number}")}</span>
                </Button>
            </div>
        </li>
    }
}

fn sentence(words: &str) -> String {
    format!("{words}.")
}
