use super::group::Group;
use crate::{
    browser,
    ui::{Button, ButtonLook},
};
use leptos::prelude::*;
use shared::case::act::draft::{DraftField, Fields, Inner, Within};
use std::time::Duration;

/// Several drafts of one kind as numbered groups of fields, each with a remove button, and an add button. The focus
/// moves into an added group. After a removal it moves to the group now in that place.
#[component]
pub fn Several<I: Fields, J: Fields>(
    of: Group<I>,
    part: Inner<I, Vec<J>, I::Field, Within<J::Field>>,
    /// `Persoon`, `Vervolgstap`.
    name: &'static str,
    /// A new one, as it begins.
    empty: J,
    /// The fields of one.
    fields: fn(Group<J>) -> AnyView,
) -> impl IntoView {
    let list = (part.up)(Within::List);
    let (id, most) = (of.id(list), list.most().unwrap_or(usize::MAX));
    let count = Memo::new(move |_| of.with(|whole| (part.get)(whole).len()));
    let ids = StoredValue::new(id.clone());
    let add = Callback::new(move |()| {
        of.update(|whole| (part.get_mut)(whole).push(empty.clone()));
        focus_soon(ids.with_value(|id| group_id(id, count.get_untracked() - 1)));
    });
    let remove = Callback::new(move |at: usize| {
        of.update(|whole| drop((part.get_mut)(whole).remove(at)));
        focus_soon(ids.with_value(|id| after_removal(id, at, count.get_untracked())));
    });
    let group = move |at: usize| {
        let press = Callback::new(move |()| remove.run(at));
        let (id, number) = (ids.with_value(|id| group_id(id, at)), at + 1);
        let legend = legend_id(&id);
        view! {
            <fieldset class="group stack" id=id>
                <legend id=legend tabindex="-1">{name}" "{number}</legend>
                {fields(of.item(part, at))}
                <Button look=ButtonLook::Subtle press=press>"Haal "{name.to_lowercase()}" "{number}" weg"</Button>
            </fieldset>
        }
    };
    let error = of.note(list).error;
    let (described, add_id) = (format!("{id}-error"), id.clone());
    let message = described.clone();
    view! {
        <For each=move || 0..count.get() key=|at| *at let(at)>{group(at)}</For>
        {move || error.get().map(|text| view! {
            <p class="utrecht-form-field-error-message" id=message.clone()>{text}</p>
        })}
        <div id=add_id tabindex="-1" role="group" aria-label=format!("{name} toevoegen") aria-describedby=move || error.with(Option::is_some).then(|| described.clone())>
            <Show when=move || { count.get() < most }>
                <Button look=ButtonLook::Plain press=add>"Voeg "{name.to_lowercase()}" toe"</Button>
            </Show>
        </div>
    }
}

fn group_id(list: &str, at: usize) -> String {
    format!("{list}-{at}")
}

fn legend_id(group: &str) -> String {
    format!("{group}-naam")
}

/// The focus after a removal: the group now in that place, else the last group, else the add button.
fn after_removal(list: &str, at: usize, left: usize) -> String {
    match left.checked_sub(1) {
        Some(last) => legend_id(&group_id(list, at.min(last))),
        None => list.to_owned(),
    }
}

/// Once the page was drawn again.
fn focus_soon(id: String) {
    set_timeout(move || browser::focus(&id), Duration::ZERO);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_focus_stays_where_something_was_taken_away() {
        assert_eq!(after_removal("stappen", 1, 2), "stappen-1-naam", "the next one took its place");
        assert_eq!(after_removal("stappen", 2, 2), "stappen-1-naam", "it was the last one");
        assert_eq!(after_removal("stappen", 0, 0), "stappen", "there is none left");
    }
}
