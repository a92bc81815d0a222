use super::{
    fields::{Answer, boxes},
    store::Melding,
};
use crate::ui::{Bound, live};
use leptos::prelude::*;
use shared::{
    id::FunctionId,
    profile::Function,
    report::{Draft, Field},
};

/// Excluding an AF from the report, by function, because the melder knows no names. Without functions in the profile
/// there is nothing to choose.
#[component]
pub fn Excluded() -> impl IntoView {
    let offered = Melding::here().offered;
    let functions = move || offered.read().as_ref().map(|offered| offered.functions.clone()).unwrap_or_default();
    live(move || {
        let answers: Vec<Answer> = functions().into_iter().map(answer).collect();
        (!answers.is_empty()).then(|| boxes(Field::Excluded, answers))
    })
}

fn answer(function: Function) -> Answer {
    let draft = Melding::here().draft;
    let (own, other) = (function.id.clone(), function.id.clone());
    let get = Signal::derive(move || draft.with(|draft| draft.excluded.contains(&own)));
    let set = Callback::new(move |chosen| draft.update(|draft| choose(draft, &other, chosen)));
    Answer { id: function.id.as_str().into(), label: function.name, hint: "", chosen: Bound::new(get, set) }
}

fn choose(draft: &mut Draft, function: &FunctionId, chosen: bool) {
    draft.excluded.retain(|one| one != function);
    if chosen {
        draft.excluded.push(function.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_is_chosen_once_and_taken_back() {
        let mut draft = Draft::default();
        let function = FunctionId::parse("regisseur-wmo").unwrap();
        for (chosen, count) in [(true, 1), (true, 1), (false, 0)] {
            choose(&mut draft, &function, chosen);
            assert_eq!(draft.excluded.len(), count);
        }
    }
}
