use super::{
    super::{super::dossier::Dossier, fields::Area, form::ActForm, frame::ActDialog},
    blank::Blank,
};
use leptos::prelude::*;
use shared::{
    case::{
        Act, ActKind,
        act::draft::{KmtEndDraft, KmtReplyDraft},
        kmt::KmtStand,
    },
    contract::KmtView,
};

/// The question that this is about: KMT is asked one thing at a time.
fn number(is_it: impl Fn(KmtStand) -> bool) -> Option<usize> {
    let which = |all: &Vec<KmtView>| all.iter().find(|one| is_it(one.stand)).map(|one| one.number);
    Dossier::here().detail.with_untracked(|detail| detail.as_ref().and_then(|detail| which(&detail.kmt)))
}

/// What the adviser asked back, and the answer.
#[component]
pub fn ReplyDialog() -> impl IntoView {
    let question = number(|stand| stand == KmtStand::AskedBack);
    let form = ActForm::new(ActKind::ReplyToKmt, KmtReplyDraft { question, ..KmtReplyDraft::default() });
    let of = form.fields;
    let put = move |texts: Vec<String>| of.update(|draft| draft.text = texts.into_iter().next().unwrap_or_default());
    view! {
        <ActDialog form=form make=Act::ReplyToKmt>
            {asked_back().map(|text| view! { <p class="own-words" dir="auto">{text}</p> })}
            <Area of=of part=KmtReplyDraft::text() label="Je antwoord" rows=4 hint="Zonder namen, nummers en plekken"/>
            <Blank texts=Callback::new(move |()| of.with(|draft| vec![draft.text.clone()])) put=Callback::new(put)/>
        </ActDialog>
    }
}

fn asked_back() -> Option<String> {
    let last = |all: &Vec<KmtView>| {
        let question = all.iter().find(|one| one.stand == KmtStand::AskedBack)?;
        Some(question.said.last()?.text.as_str().to_owned())
    };
    Dossier::here().detail.with_untracked(|detail| detail.as_ref().and_then(|detail| last(&detail.kmt)))
}

/// Why no answer is needed any more.
#[component]
pub fn EndDialog() -> impl IntoView {
    let question = number(|stand| matches!(stand, KmtStand::Asked | KmtStand::AskedBack));
    let form = ActForm::new(ActKind::EndKmtQuestion, KmtEndDraft { question, ..KmtEndDraft::default() });
    view! {
        <ActDialog form=form make=Act::EndKmtQuestion>
            <Area of=form.fields part=KmtEndDraft::reason() label="Waarom?" rows=3/>
        </ActDialog>
    }
}
