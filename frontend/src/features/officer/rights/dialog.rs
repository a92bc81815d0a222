use super::{
    super::{
        case::Dossier,
        parts::{Form, Modal},
    },
    copy::CopyDialog,
    draft::Draft,
    store::Asking,
};
use crate::{
    messages::{Words, day_with_year},
    ui::{
        Button, ButtonLook, Choice, ChoiceLook, Choices, ErrorSummary, Notice, NoticeLook, TextArea, TextField,
        TextKind, picked,
    },
};
use leptos::prelude::*;
use shared::{
    case::rights::{
        RequestState, Rights, RightsCommand, RightsKind,
        notes::{AtRequestOf, Ground, Part, Right, Told, Verdict},
    },
    report::YesNo,
};

type RightsForm = Form<Draft, RightsCommand>;

/// The dialogs that were begun.
#[component]
pub fn RightsDialogs() -> impl IntoView {
    let asking = Asking::here();
    view! {
        <For each=move || asking.begun.get() key=|kind| *kind let(kind)><RightsDialog kind=kind/></For>
        {move || asking.copying.get().then(|| view! { <CopyDialog/> })}
    }
}

fn rights_now(dossier: Dossier) -> Rights {
    let of = |detail: &Option<std::sync::Arc<shared::contract::CaseDetail>>| {
        detail.as_ref().and_then(|detail| Rights::of(&detail.timeline).ok())
    };
    dossier.detail.with_untracked(of).unwrap_or_default()
}

#[component]
fn RightsDialog(kind: RightsKind) -> impl IntoView {
    let (asking, dossier) = (Asking::here(), Dossier::here());
    let today = Dossier::today().unwrap_or_else(crate::browser::today);
    let rights = rights_now(dossier);
    let requests: Vec<(usize, &RequestState)> =
        rights.requests().iter().enumerate().filter(|(_, state)| state.is_open()).collect();
    let names = requests.iter().map(|(at, state)| name(*at, state)).collect();
    let form =
        Form::new("rechten", Draft::new(kind, today, requests.iter().map(|(at, _)| *at).collect()), Draft::build);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(command) = form.try_now() {
            asking.send(command);
        }
    };
    let close = Callback::new(move |()| asking.open.set(None));
    let open = Signal::derive(move || asking.open.get() == Some(kind));
    let trouble =
        move || asking.failed.get().map(|text| view! { <Notice look=NoticeLook::Danger><p>{text}</p></Notice> });
    view! {
        <Modal title=kind.words() open=open close=close>
            <form class="stack" novalidate on:submit=submit>
                <p>{lead(kind)}</p>
                <ErrorSummary errors=form.errors tried=form.tried/>
                {fields(kind, form, names)}
                <div role="alert">{trouble}</div>
                <div class="row">
                    <Button busy=asking.busy>"Leg vast"</Button>
                    <Button look=ButtonLook::Plain press=close>"Nu niet"</Button>
                </div>
            </form>
        </Modal>
    }
}

fn name(at: usize, state: &RequestState) -> Choice {
    let (right, day) = (state.request.right.words().to_lowercase(), day_with_year(state.request.received));
    Choice { label: format!("Verzoek {}: {right} van {day}", at + 1), hint: None }
}

/// What to know first.
fn lead(kind: RightsKind) -> &'static str {
    match kind {
        RightsKind::Correct => "Wat er staat, blijft staan. De correctie komt ernaast.",
        RightsKind::Hold => "Bijvoorbeeld: er loopt een rechtszaak. Het dossier kan dan niet worden vernietigd.",
        RightsKind::ProposeLift => "Een andere AF gaat akkoord. Pas dan is de bewaarplicht weg.",
        RightsKind::AgreeLift => "Lees in de tijdlijn waarom je collega dit voorstelt. Je besluit dit samen.",
        RightsKind::Restrict => "Het dossier is dan te zien, maar er kan niets meer mee (AVG artikel 18).",
        RightsKind::LiftRestriction => "Vertel het eerst aan wie om de beperking vroeg.",
        RightsKind::ReceiveRequest => {
            "Zet hier geen naam of adres. De brief bewaar je in het register van de gemeente."
        }
        RightsKind::AdviseRequest => "De FG beslist mee en ziet alleen je besluit en de grond, niet je uitleg.",
        RightsKind::Inform => "De persoon weet nu dat de gemeente deze gegevens heeft (AVG artikel 14).",
        RightsKind::DeferInforming => "Alleen als vertellen gevaarlijk is, of een onderzoek schaadt.",
        RightsKind::TakeOver => "Bewaart een ander systeem het dossier? Dan loopt de termijn hier vanaf die dag.",
    }
}

fn options<T: Words>(all: &[T]) -> Vec<Choice> {
    all.iter().map(|one| one.words().into()).collect()
}

fn fields(kind: RightsKind, form: RightsForm, requests: Vec<Choice>) -> AnyView {
    match kind {
        RightsKind::Correct => correction(form),
        RightsKind::Hold | RightsKind::ProposeLift | RightsKind::Restrict | RightsKind::LiftRestriction => reason(form),
        RightsKind::AgreeLift => ().into_any(),
        RightsKind::ReceiveRequest => request(form),
        RightsKind::AdviseRequest => advice(form, requests),
        RightsKind::Inform => view! {
            <Choices id=form.id("wijze") legend="Hoe?" options=options(Told::ALL) note=form.note("wijze")
                chosen=picked(Told::ALL, form.part(|d| d.how, |d, v| d.how = v))/>
            {day(form, "Wanneer?")}
        }
        .into_any(),
        RightsKind::DeferInforming => {
            view! { {ground(form)}{reason(form)}{until(form, "Wanneer bekijk je dit opnieuw?")} }.into_any()
        }
        RightsKind::TakeOver => view! {
            <TextField id=form.id("systeem") label="Welk systeem?" note=form.note("systeem")
                value=form.part(|d| d.system.clone(), |d, v| d.system = v)/>
            {day(form, "Wanneer bevestigde dat systeem het?")}
        }
        .into_any(),
    }
}

fn reason(form: RightsForm) -> AnyView {
    view! {
        <TextArea id=form.id("reden") label="Waarom?" rows=4 note=form.note("reden")
            value=form.part(|d| d.reason.clone(), |d, v| d.reason = v)/>
    }
    .into_any()
}

fn day(form: RightsForm, label: &'static str) -> AnyView {
    view! {
        <TextField id=form.id("datum") label=label kind=TextKind::Date note=form.note("datum")
            value=form.part(|d| d.day.clone(), |d, v| d.day = v)/>
    }
    .into_any()
}

fn until(form: RightsForm, label: &'static str) -> AnyView {
    view! {
        <TextField id=form.id("tot") label=label kind=TextKind::Date note=form.note("tot")
            value=form.part(|d| d.until.clone(), |d, v| d.until = v)/>
    }
    .into_any()
}

fn ground(form: RightsForm) -> AnyView {
    view! {
        <Choices id=form.id("grond") legend="Op welke grond?" options=options(Ground::ALL) note=form.note("grond")
            chosen=picked(Ground::ALL, form.part(|d| d.ground, |d, v| d.ground = v))/>
    }
    .into_any()
}

fn correction(form: RightsForm) -> AnyView {
    view! {
        <Choices id=form.id("onderdeel") legend="Waar gaat het over?" options=options(Part::ALL)
            note=form.note("onderdeel") chosen=picked(Part::ALL, form.part(|d| d.part, |d, v| d.part = v))/>
        <TextArea id=form.id("onjuist") label="Wat klopt niet?" rows=3 note=form.note("onjuist")
            value=form.part(|d| d.wrong.clone(), |d, v| d.wrong = v)/>
        <TextArea id=form.id("juist") label="Wat moet het zijn?" rows=3 note=form.note("juist")
            value=form.part(|d| d.right.clone(), |d, v| d.right = v)/>
        <Choices id=form.id("verzoek-van") legend="Wie vroeg erom?" options=options(AtRequestOf::ALL)
            note=form.note("verzoek-van")
            chosen=picked(AtRequestOf::ALL, form.part(|d| d.at_request_of, |d, v| d.at_request_of = v))/>
    }
    .into_any()
}

fn request(form: RightsForm) -> AnyView {
    view! {
        <Choices id=form.id("recht") legend="Wat vraagt de persoon?" options=options(Right::ALL) note=form.note("recht")
            chosen=picked(Right::ALL, form.part(|d| d.asked, |d, v| d.asked = v))/>
        {day(form, "Wanneer kwam het binnen?")}
        <Choices id=form.id("identiteit") legend="Is vastgesteld wie het vraagt?" options=options(YesNo::ALL)
            look=ChoiceLook::Segments note=form.note("identiteit")
            chosen=picked(YesNo::ALL, form.part(|d| d.identified, |d, v| d.identified = v))/>
    }
    .into_any()
}

fn advice(form: RightsForm, requests: Vec<Choice>) -> AnyView {
    let chosen = form.part(|d| d.request, |d, v| d.request = v);
    let deferred = Memo::new(move |_| form.draft.with(|draft| draft.verdict == Some(Verdict::Defer)));
    view! {
        <Choices id=form.id("welk") legend="Welk verzoek?" options=requests note=form.note("welk") chosen=chosen/>
        <Choices id=form.id("besluit") legend="Wat adviseer je?" options=options(Verdict::ALL) note=form.note("besluit")
            chosen=picked(Verdict::ALL, form.part(|d| d.verdict, |d, v| d.verdict = v))/>
        {ground(form)}
        {reason(form)}
        {move || deferred.get().then(|| until(form, "Tot wanneer?"))}
    }
    .into_any()
}
