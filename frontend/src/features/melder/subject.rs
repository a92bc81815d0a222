//! Step 1: person or place, which form, a colleague or not.
use super::{
    call::{Number, contact_line, tel},
    fields::choice,
    instance::read_instance,
    page::Step,
    shell::Shell,
    store::Store,
};
use crate::{
    messages::{Words, field_id, field_name, form_hint},
    ui::{Bound, Checkbox, FieldFrame, Notice, NoticeLook, described_by},
};
use leptos::{prelude::*, task::spawn_local};
use shared::{
    indicators::ExploitationForm,
    profile::Function,
    report::{Draft, Field, Subject, YesNo},
};

/// The first step.
#[component]
pub fn SubjectStep() -> impl IntoView {
    let store = Store::here();
    // for the numbers below; without them the form works as well
    spawn_local(async move {
        let _ = read_instance(store).await;
    });
    let colleague = move || store.draft.read().colleague == Some(YesNo::Yes);
    view! {
        <Shell step=Step::Subject>
            {choice(Field::Subject, Subject::ALL, |d| d.subject, |d, v| d.subject = v, "")}
            <Forms/>
            {choice(
                Field::Colleague, YesNo::ALL, |d| d.colleague, |d, v| d.colleague = v,
                "Of over iemand die meldingen leest, zoals een aandachtsfunctionaris.",
            )}
            <Show when=colleague><AboutColleague/></Show>
        </Shell>
    }
}

/// Said before anything was typed: a report is read by colleagues.
#[component]
fn AboutColleague() -> impl IntoView {
    let store = Store::here();
    let confidant = move || store.instance.read().as_ref().map(|one| contact_line(one.confidant()));
    let kmt = Number::Kmt.shown();
    view! {
        <Notice look=NoticeLook::Wait title="Bel liever eerst" live=true>
            <p>"De aandachtsfunctionarissen van je gemeente lezen elke melding. Wil je dat niet? Kies hieronder wie dit niet mag zien, of bel:"</p>
            <ul>
                <li>
                    "Kenniscentrum Mensenhandel Twente: "
                    <a class="utrecht-link" href=tel(&kmt)>{kmt.clone()}</a>
                </li>
                {confidant}
            </ul>
            <p>"Je kunt ook gewoon verdergaan."</p>
        </Notice>
        <KeptOut/>
    }
}

/// Which AF may not see it: a function, because no names are known here.
#[component]
fn KeptOut() -> impl IntoView {
    let store = Store::here();
    let functions = move || store.instance.read().as_ref().map(|one| one.functions().to_vec()).unwrap_or_default();
    let note = store.note(Field::Excluded);
    let id = field_id(Field::Excluded);
    let described = {
        let id = id.clone();
        move || described_by(&id, true, note)
    };
    let hint = "Wie je kiest, komt dit nergens tegen. Ook niet bij het zoeken. Kies niemand als het niet hoeft.";
    view! {
        <Show when=move || !functions().is_empty()>
            <fieldset class="field choices" id=id.clone() aria-describedby=described.clone()>
                <legend class="utrecht-form-label">{field_name(Field::Excluded)}</legend>
                <FieldFrame id=id.clone() hint=Some(hint.to_owned()) note=note>
                    <div class="option-list">
                        <For each=functions key=|one| one.id.clone() let(one)>{function(one)}</For>
                    </div>
                </FieldFrame>
            </fieldset>
        </Show>
    }
}

fn function(function: Function) -> impl IntoView {
    let draft = Store::here().draft;
    let id = format!("{}-{}", field_id(Field::Excluded), function.id.as_str());
    let (own, other) = (function.id.clone(), function.id);
    let get = Signal::derive(move || draft.with(|draft| draft.excluded.contains(&own)));
    let set = Callback::new(move |chosen| {
        draft.update(|draft| {
            draft.excluded.retain(|one| *one != other);
            if chosen {
                draft.excluded.push(other.clone());
            }
        });
    });
    view! { <Checkbox id=id label=function.name checked=Bound::new(get, set)/> }
}

#[component]
fn Forms() -> impl IntoView {
    let note = Store::here().note(Field::Forms);
    let described = move || described_by(&field_id(Field::Forms), true, note);
    let hint = "Je mag meer kiezen. Mensenhandel is iets anders dan mensensmokkel: het gaat om dwang en uitbuiting. \
                Bij iemand jonger dan 18 hoeft dwang niet te blijken.";
    view! {
        <fieldset class="field choices" id=field_id(Field::Forms) aria-describedby=described>
            <legend class="utrecht-form-label">{field_name(Field::Forms)}</legend>
            <FieldFrame id=field_id(Field::Forms) hint=Some(hint.to_owned()) note=note>
                <div class="option-list">{ExploitationForm::ALL.map(form).collect_view()}</div>
            </FieldFrame>
        </fieldset>
    }
}

fn form(form: ExploitationForm) -> impl IntoView {
    let draft = Store::here().draft;
    let get = Signal::derive(move || draft.with(|draft| draft.forms.contains(&form)));
    let set = Callback::new(move |chosen| draft.update(|draft| choose(draft, form, chosen)));
    let id = format!("{}-{}", field_id(Field::Forms), form as u8);
    view! { <Checkbox id=id label=form.words() hint=form_hint(form) checked=Bound::new(get, set)/> }
}

/// "Weet ik niet" and a form exclude each other: the last choice counts. Signals stay as they were.
fn choose(draft: &mut Draft, form: ExploitationForm, chosen: bool) {
    let unknown = ExploitationForm::Unknown;
    draft.forms.retain(|one| *one != form && (!chosen || (*one == unknown) == (form == unknown)));
    if chosen {
        let forms = ExploitationForm::ALL.into_iter();
        draft.forms = forms.filter(|one| *one == form || draft.forms.contains(one)).collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ExploitationForm::{Labour, Sexual, Unknown};

    #[test]
    fn not_knowing_and_knowing_exclude_each_other_and_signals_stay() {
        let mut draft = shared::contract::examples::draft();
        let ticks = draft.ticks.clone();
        let table: [(ExploitationForm, bool, &[ExploitationForm]); 5] = [
            (Sexual, true, &[Sexual, Labour]),
            (Unknown, true, &[Unknown]),
            (Labour, true, &[Labour]),
            (Labour, true, &[Labour]),
            (Labour, false, &[]),
        ];
        for (form, chosen, forms) in table {
            choose(&mut draft, form, chosen);
            assert_eq!((draft.forms.as_slice(), &draft.ticks), (forms, &ticks));
        }
    }
}
