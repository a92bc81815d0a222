use super::{
    super::{
        super::dossier::Dossier,
        fields::{Area, Line, Pick, PickFrom},
        form::ActForm,
        frame::ActDialog,
        group::Group,
        meeting::keys,
    },
    begin,
    blank::Blank,
};
use crate::{
    features::officer::parts::SelectOption,
    messages::Words,
    ui::{BoxOption, Boxes, ChoiceLook},
};
use leptos::prelude::*;
use shared::{
    case::{
        Act, ActKind,
        act::draft::KmtQuestionDraft,
        notes::{AgeGroup, PlaceKind},
    },
    indicators::ExploitationForm,
    report::Subject,
};

/// What the adviser gets: choices from lists, and words in which names are looked for.
#[component]
pub fn AskDialog() -> impl IntoView {
    let form = ActForm::new(ActKind::AskKmt, begin::question());
    let of = form.fields;
    let places =
        PlaceKind::ALL.iter().map(|kind| SelectOption { value: kind.as_str().into(), label: kind.words().into() });
    view! {
        <ActDialog form=form make=Act::AskKmt wide=true>
            {chosen(of)}
            <Pick of=of part=KmtQuestionDraft::subject() legend="Gaat het om een persoon of een plek?" all=Subject::ALL
                look=ChoiceLook::Segments/>
            <PickFrom of=of part=KmtQuestionDraft::place() label="Soort plek (niet verplicht)"
                options=Signal::stored(places.collect::<Vec<_>>())/>
            {signals(of)}
            <Area of=of part=KmtQuestionDraft::words() label="Wat nog telt" optional=true rows=3
                hint="In je eigen woorden, zonder namen, nummers en plekken"/>
            <Area of=of part=KmtQuestionDraft::question() label="Je vraag" rows=3/>
            <Blank texts=Callback::new(move |()| of.with(texts)) put=Callback::new(move |texts| put(of, texts))/>
            {advisers(of)}
            <Line of=of part=KmtQuestionDraft::asked_of() label="Aan wie vraag je het?"
                hint="Een functie is genoeg, zoals: adviseur KMT"/>
        </ActDialog>
    }
}

/// The forms and the ages.
fn chosen(of: Group<KmtQuestionDraft>) -> impl IntoView {
    let (forms, ages) = (KmtQuestionDraft::forms(), KmtQuestionDraft::ages());
    let option = |key: &str, label: &str| BoxOption { key: key.into(), label: label.into(), hint: String::new() };
    let all_forms = ExploitationForm::ALL.iter().map(|form| option(form.words(), form.words())).collect::<Vec<_>>();
    let all_ages = AgeGroup::ALL.iter().map(|age| option(age.as_str(), age.words())).collect::<Vec<_>>();
    let form_of = |key: &str| ExploitationForm::ALL.iter().copied().find(|form| form.words() == key);
    let age_of = |key: &str| AgeGroup::ALL.iter().copied().find(|age| age.as_str() == key);
    view! {
        <Boxes id=of.id(forms.field) legend="Waar lijkt het op?" options=all_forms note=of.note(forms.field)
            chosen=keys(of.bound(forms), |form| form.words().to_owned(), form_of)/>
        <Boxes id=of.id(ages.field) legend="Welke leeftijden? (niet verplicht)" options=all_ages
            note=of.note(ages.field) chosen=keys(of.bound(ages), |age| age.as_str().to_owned(), age_of)/>
    }
}

/// The signals of the report; nothing when none was ticked.
fn signals(of: Group<KmtQuestionDraft>) -> impl IntoView {
    let part = KmtQuestionDraft::signals();
    let ticked = Dossier::here().detail.with_untracked(|detail| detail.as_ref().map(|one| one.signals.clone()));
    let option = |id: String, label: String| BoxOption { key: id, label, hint: String::new() };
    let options: Vec<BoxOption> =
        ticked.unwrap_or_default().into_iter().map(|one| option(one.id, one.sentence)).collect();
    (!options.is_empty()).then(|| {
        view! {
            <Boxes id=of.id(part.field) legend="Welke signalen vertel je?" options=options note=of.note(part.field)
                chosen=of.bound(part)/>
        }
    })
}

/// An adviser who logs in; with nobody chosen it goes with a link and a code. Nothing is asked where no adviser does.
fn advisers(of: Group<KmtQuestionDraft>) -> impl IntoView {
    let all = Dossier::here().detail.with_untracked(|detail| detail.as_ref().map(|one| one.advisers.clone()));
    let all = all.unwrap_or_default();
    let option = |value: String, label: String| SelectOption { value, label };
    let options: Vec<SelectOption> =
        all.iter().map(|one| option(one.id.to_string(), one.name.as_str().to_owned())).collect();
    (!all.is_empty()).then(|| {
        view! {
            <PickFrom of=of part=KmtQuestionDraft::adviser() label="Aan een adviseur die inlogt (kies niemand voor een link en een code)"
                options=Signal::stored(options)/>
        }
    })
}

/// What is in own words.
fn texts(draft: &KmtQuestionDraft) -> Vec<String> {
    vec![draft.words.clone().unwrap_or_default(), draft.question.clone()]
}

fn put(of: Group<KmtQuestionDraft>, texts: Vec<String>) {
    let mut texts = texts.into_iter();
    of.update(|draft| {
        draft.words = texts.next().filter(|words| !words.is_empty());
        draft.question = texts.next().unwrap_or_default();
    });
}
