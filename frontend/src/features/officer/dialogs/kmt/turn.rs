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

/// The question that this is about: the last that stands like this.
fn about(is_it: impl Fn(KmtStand) -> bool) -> Option<KmtView> {
    let which = |all: &Vec<KmtView>| all.iter().rev().find(|one| is_it(one.stand)).cloned();
    Dossier::here().detail.with_untracked(|detail| detail.as_ref().and_then(|detail| which(&detail.kmt)))
}

/// What the adviser asked back, and the answer.
#[component]
pub fn ReplyDialog() -> impl IntoView {
    let about = about(|stand| stand == KmtStand::AskedBack);
    let (question, asked) = (about.as_ref().map(|one| one.number), about.and_then(|one| one.said.last().cloned()));
    let form = ActForm::new(ActKind::ReplyToKmt, KmtReplyDraft { question, ..KmtReplyDraft::default() });
    let of = form.fields;
    let put = move |texts: Vec<String>| of.update(|draft| draft.text = texts.into_iter().next().unwrap_or_default());
    view! {
        <ActDialog form=form make=Act::ReplyToKmt>
            {asked.map(|said| view! { <p class="own-words" dir="auto">{said.text.as_str().to_owned()}</p> })}
            <Area of=of part=KmtReplyDraft::text() label="Je antwoord" rows=4 hint="Zonder namen, nummers en plekken"/>
            <Blank texts=Callback::new(move |()| of.with(|draft| vec![draft.text.clone()])) put=Callback::new(put)/>
        </ActDialog>
    }
}

/// Why no answer is needed any more.
#[component]
pub fn EndDialog() -> impl IntoView {
    let about = about(KmtStand::can_end);
    let (question, asked) = (about.as_ref().map(|one| one.number), about.map(|one| one.content.question));
    let form = ActForm::new(ActKind::EndKmtQuestion, KmtEndDraft { question, ..KmtEndDraft::default() });
    view! {
        <ActDialog form=form make=Act::EndKmtQuestion>
            {asked.map(|asked| view! { <p class="own-words" dir="auto">{asked.as_str().to_owned()}</p> })}
            <Area of=form.fields part=KmtEndDraft::reason() label="Waarom?" rows=3/>
        </ActDialog>
    }
}
