//! The last step: everything as it will be sent, with links to change it.
use super::{
    call_first::CallFirst,
    deliver::MISSING,
    instance::read_instance,
    page::Step,
    sending::Send,
    shell::{StepBar, Wipe},
    store::Store,
    summary::{answers, sentence},
};
use crate::ui::{Link, Notice, NoticeLook, PageHeading, Show, live};
use leptos::{prelude::*, task::spawn_local};
use shared::report::Part;

/// The sixth step.
#[component]
pub fn ReviewStep() -> impl IntoView {
    let store = Store::here();
    // the texts of the signals; without them the rest can still be reviewed, and sending reports the error
    spawn_local(async move {
        let _ = read_instance(store).await;
    });
    view! {
        <div class="column form">
            <StepBar step=Step::Review/>
            <PageHeading text=Step::Review.title()/>
            <Missing/>
            <CallNow/>
            <p class="soft">"Klopt alles? Na het versturen kun je de melding niet meer veranderen."</p>
            {Part::ALL.map(|part| view! { <Answers part=part/> }).collect_view()}
            <Send/>
            <Wipe/>
        </div>
    }
}

/// For a melding that cannot wait: whom to call before it is sent.
#[component]
fn CallNow() -> impl IntoView {
    let melding = Store::here().melding;
    let first = Memo::new(move |_| melding.draft.with(|draft| (draft.alarms(), draft.has_to_call_veilig_thuis())));
    live(move || {
        let (alarms, veilig_thuis) = first.get();
        let urgent = !alarms.is_empty();
        view! {
            <CallFirst alarms=alarms veilig_thuis=veilig_thuis/>
            {urgent.then(|| view! { <p>"Verstuur daarna deze melding. Dan bellen we je zo snel mogelijk."</p> })}
        }
    })
}

/// The errors still to correct, in the order of the steps, after the first try to send.
#[component]
fn Missing() -> impl IntoView {
    let melding = Store::here().melding;
    let errors = move || melding.errors(&Part::ALL);
    let shown = move || melding.sends() > 0 && !errors().is_empty();
    view! {
        <div id=MISSING tabindex="-1">
            <Show when=shown>
                <Notice look=NoticeLook::Danger title="De melding is nog niet compleet" live=true>
                    <ul>
                        {live(move || errors().into_iter().map(|one| view! {
                            <li><Link to=Step::Asks(Part::of(one.field)).path()>{melding.text(one)}</Link></li>
                        }).collect_view())}
                    </ul>
                </Notice>
            </Show>
        </div>
    }
}

/// The answers of one part.
#[component]
fn Answers(part: Part) -> impl IntoView {
    let melding = Store::here().melding;
    let step = Step::Asks(part);
    let lines = move || answers(&melding.draft.read(), part, |id| sentence(melding, id));
    view! {
        <section>
            <div class="review-head">
                <h2>{step.title()}</h2>
                <Link to=step.path() label=format!("Wijzig: {}", step.title())>"Wijzig"</Link>
            </div>
            <dl class="review">
                {live(move || lines().into_iter().map(|(question, answer)| view! {
                    <div><dt>{question}</dt><dd dir="auto" translate="no">{answer}</dd></div>
                }).collect_view())}
            </dl>
            <Show when=move || lines().is_empty()><p class="soft">"Niets ingevuld"</p></Show>
        </section>
    }
}
