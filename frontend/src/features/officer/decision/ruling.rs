use super::referral::fields;
use crate::{
    features::officer::{
        additions::SaidBefore,
        dialogs::{
            ActFields, ActForm, Acting, Area, Group, NO_REPORTER, Pick, Several, There, from_meeting, referral,
            without_reporter,
        },
        dossier::Dossier,
        page::Page,
        said::SaidNext,
        session::Session,
    },
    messages::officer::act_text,
    route::Router,
    ui::{Button, ChoiceLook, Notice},
};
use leptos::prelude::*;
use shared::{
    answer::YesNo,
    case::{Act, ActKind, act::draft::RulingDraft, notes::Assessment},
};

/// The form of the decision. What the werkoverleg says already stands there.
#[component]
pub fn RulingForm() -> impl IntoView {
    let first = referral();
    let (dossier, said, router) = (Dossier::here(), SaidNext::here(), Router::here());
    let (detail, me) = (dossier.detail.get_untracked(), Session::here().account());
    let begin = detail.map(|detail| from_meeting(&detail, me.as_ref())).unwrap_or_default();
    let nobody = without_reporter();
    let mut draft = RulingDraft { referrals: vec![first.clone()], ..begin };
    if nobody {
        (draft.heard, draft.why_not_heard) = (Some(YesNo::No), Some(NO_REPORTER.into()));
    }
    let form = ActForm::new(ActKind::Decide, draft);
    let acting = Acting::new(form, Act::Decide).then(move || {
        said.leave(act_text(ActKind::Decide).done);
        router.replace(&Page::Case(dossier.id()).path());
    });
    let of = form.fields;
    let buttons =
        move || view! { <div class="row"><Button busy=acting.busy()>{act_text(ActKind::Decide).send}</Button></div> };
    view! {
        <ActFields acting=acting errors=form.errors() tried=form.tried buttons=buttons>
            <There of=of/>
            <Area of=of part=RulingDraft::meaning() label="Wat denken we dat er speelt?"/>
            <Pick of=of part=RulingDraft::assessment() legend="Hoe schatten jullie het in?" all=Assessment::ALL/>
            <Show when=move || !nobody fallback=|| view! { <p>{NO_REPORTER}"."</p> }>
                <Heard of=of/>
            </Show>
            <h2>"Vervolgstappen"</h2>
            <Notice><p>"Geen grondslag, dan niet delen. De naam van de melder deel je nooit."</p></Notice>
            <Several of=of part=RulingDraft::referrals() name="Vervolgstap" empty=first fields=fields/>
        </ActFields>
    }
}

/// Whether the melder was heard, what was said, or why not.
#[component]
fn Heard(of: Group<RulingDraft>) -> impl IntoView {
    let heard = Memo::new(move |_| of.with(|draft| draft.heard));
    view! {
        <SaidBefore/>
        <Pick of=of part=RulingDraft::heard() legend="Is de melder vóór dit besluit gehoord?" all=YesNo::ALL
            look=ChoiceLook::Segments/>
        <Show when=move || heard.get() == Some(YesNo::Yes)>
            <Area of=of part=RulingDraft::talked() label="Wat is met de melder besproken?" rows=2 optional=true/>
        </Show>
        <Show when=move || heard.get() == Some(YesNo::No)>
            <Area of=of part=RulingDraft::why_not_heard() label="Waarom niet?" rows=2/>
        </Show>
    }
}
