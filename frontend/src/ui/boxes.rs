use super::{Bound, Checkbox, FieldFrame, FieldNote, described_by};
use leptos::prelude::*;

/// Something to tick.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoxOption {
    /// What is kept when it is ticked.
    pub key: String,
    /// As shown.
    pub label: String,
    /// Under it, smaller; empty for none.
    pub hint: String,
}

/// A question with answers that can be ticked together.
#[component]
pub fn Boxes(
    /// The id of the fieldset; the checkboxes are `id-0`, `id-1`, …
    #[prop(into)]
    id: String,
    legend: &'static str,
    options: Vec<BoxOption>,
    chosen: Bound<Vec<String>>,
    #[prop(optional)] note: FieldNote,
) -> impl IntoView {
    let (fieldset, frame) = (id.clone(), id.clone());
    let described = described_by(id.clone(), false, note);
    let boxes = options.into_iter().enumerate().map(move |(at, option)| {
        let id = format!("{id}-{at}");
        view! { <Checkbox id=id label=option.label hint=option.hint checked=ticked(chosen, option.key)/> }
    });
    view! {
        <fieldset class="field choices" id=fieldset aria-describedby=described
            class:invalid=note.invalid()>
            <legend class="utrecht-form-label">{legend}</legend>
            <FieldFrame id=frame hint=None note=note><div class="rows">{boxes.collect_view()}</div></FieldFrame>
        </fieldset>
    }
}

/// Whether this is among what is chosen; ticking it puts it there, or takes it away.
#[must_use]
pub fn ticked(chosen: Bound<Vec<String>>, key: String) -> Bound<bool> {
    let other = key.clone();
    let get = Signal::derive(move || chosen.with(|all| all.contains(&other)));
    Bound::new(get, Callback::new(move |on: bool| chosen.update(|all| put(all, &key, on))))
}

fn put(all: &mut Vec<String>, key: &str, on: bool) {
    all.retain(|one| one != key);
    if on {
        all.push(key.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::put;

    #[test]
    fn what_is_ticked_twice_is_there_once() {
        let mut all = vec!["a".to_owned()];
        put(&mut all, "b", true);
        put(&mut all, "b", true);
        put(&mut all, "a", false);
        assert_eq!(all, ["b"]);
    }
}
