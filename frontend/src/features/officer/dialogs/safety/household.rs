use super::super::{
    super::dossier::Dossier,
    fields::{Line, Pick},
    group::Group,
};
use crate::ui::{ChoiceLook, Notice, NoticeLook};
use leptos::prelude::*;
use shared::{
    answer::YesNo,
    case::act::draft::{Fields, Part},
};

/// Where Veilig Thuis took it over: whether this is about the household, and what was agreed. Nothing otherwise.
#[component]
pub fn Household<I: Fields>(
    of: Group<I>,
    part: Part<I, Option<YesNo>, I::Field>,
    agreed: Part<I, Option<String>, I::Field>,
) -> impl IntoView {
    let dossier = Dossier::here();
    let taken_over = Memo::new(move |_| {
        dossier.detail.with(|detail| detail.as_ref().is_some_and(|detail| detail.safety().is_taken_over()))
    });
    let about = of.bound(part);
    move || {
        taken_over.get().then(|| {
            view! {
                <Notice look=NoticeLook::Wait>
                    <p>"Veilig Thuis heeft dit overgenomen. Doe geen eigen onderzoek in het gezin, tenzij je dat met Veilig Thuis afsprak."</p>
                </Notice>
                <Pick of=of part=part legend="Gaat dit over het gezin of het huis?" all=YesNo::ALL
                    look=ChoiceLook::Segments/>
                <Show when=move || about.with(|about| *about == Some(YesNo::Yes))>
                    <Line of=of part=agreed label="Wat is afgesproken met Veilig Thuis?"/>
                </Show>
            }
        })
    }
}
