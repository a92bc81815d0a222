//! The last step: everything as it will be sent, with links to change it.
use super::{
    deliver::MISSING,
    instance::read_instance,
    page::Step,
    sending::Send,
    shell::{StepBar, Wipe},
    store::Store,
    summary::{answers, sentence},
};
use crate::{
    messages::finding,
    ui::{Link, Notice, NoticeLook, PageHeading},
};
use leptos::{prelude::*, task::spawn_local};

/// The sixth step.
#[component]
pub fn ReviewStep() -> impl IntoView {
    let store = Store::here();
    // the sentences of the signals; without them the rest can still be looked at, and sending says what is the matter
    spawn_local(async move {
        let _ = read_instance(store).await;
    });
    let steps = Step::ALL.into_iter().filter(|step| *step != Step::Review);
    view! {
        <div class="column form">
            <StepBar step=Step::Review/>
            <PageHeading text=Step::Review.title()/>
            <Missing/>
            <p class="soft">"Klopt alles? Na het versturen kun je de melding niet meer veranderen."</p>
            {steps.map(|step| view! { <Part step=step/> }).collect_view()}
            <Send/>
            <Wipe/>
        </div>
    }
}

/// What still has to be done, by step, once sending was tried.
#[component]
fn Missing() -> impl IntoView {
    let store = Store::here();
    let errors = move || Step::ALL.into_iter().flat_map(|step| store.errors(step)).collect::<Vec<_>>();
    let told = move || store.tried(Step::Review) > 0 && !errors().is_empty();
    view! {
        <div id=MISSING tabindex="-1">
            <Show when=told>
                <Notice look=NoticeLook::Danger title="De melding is nog niet compleet" live=true>
                    <ul>
                        {move || errors().into_iter().map(|one| view! {
                            <li><Link to=Step::of(one.field).path()>{finding(one.field, one.code)}</Link></li>
                        }).collect_view()}
                    </ul>
                </Notice>
            </Show>
        </div>
    }
}

/// One step's answers.
#[component]
fn Part(step: Step) -> impl IntoView {
    let store = Store::here();
    let lines = move || answers(&store.draft.read(), step, |id| sentence(store, id));
    view! {
        <section>
            <div class="review-head">
                <h2>{step.title()}</h2>
                <Link to=step.path() label=format!("Wijzig: {}", step.title())>"Wijzig"</Link>
            </div>
            <dl class="review">
                {move || lines().into_iter().map(|(question, answer)| view! {
                    <div><dt>{question}</dt><dd>{answer}</dd></div>
                }).collect_view()}
            </dl>
            <Show when=move || lines().is_empty()><p class="soft">"Niets ingevuld"</p></Show>
        </section>
    }
}
