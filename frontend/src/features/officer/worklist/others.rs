//! Cases of colleagues: number, step and deadline, and how to open one with a reason.
use super::{
    super::{
        page::Page,
        parts::{Check, Form, Modal},
        request::Request,
        send_form::SendForm,
        session::Gemeente,
    },
    list::List,
};
use crate::{
    client::{Answer, Call, Failure},
    messages::{Words, day_with_year, officer},
    route::Router,
    typed::Typed,
    ui::{Button, ButtonLook, ChoiceField, FieldError, TextField},
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize, de::IgnoredAny};
use shared::{
    calendar::Calendar,
    case::{ReducedRow, Urgency, notes::BreakGlassReason, urgency},
    contract::{Endpoint, OpenReason},
    id::CaseId,
    moment::Day,
};

/// Those of the open list.
#[component]
pub fn Others(list: List) -> impl IntoView {
    let rows =
        Memo::new(move |_| list.page.with(|page| page.as_ref().map(|page| page.others.clone())).unwrap_or_default());
    let today = Signal::derive(move || list.page.with(|page| page.as_ref().map(|page| page.today)));
    view! { <OfColleagues rows=rows.into() today=today/> }
}

/// A heading with their lines; nothing when there are none.
#[component]
pub fn OfColleagues(
    rows: Signal<Vec<ReducedRow>>,
    #[prop(optional, into)] today: Signal<Option<Day>>,
) -> impl IntoView {
    let asked = RwSignal::new(None::<ReducedRow>);
    let key = |row: &ReducedRow| (row.id.clone(), row.step, row.due, row.urgent);
    view! {
        <Show when=move || !rows.read().is_empty()>
            <section class="work" aria-label="Van collega's">
                <h2>"Van collega's"</h2>
                <p class="soft">
                    "Hiervan zie je alleen nummer, stap, termijn en spoed. Je ziet meer als je waarneemt, of als het in het werkoverleg komt."
                </p>
                <ul class="work-list"><For each=move || rows.get() key=key let(row)><OtherRow row=row asked=asked today=today/></For></ul>
            </section>
        </Show>
        {move || asked.get().map(|row| view! { <OpenDialog row=row asked=asked/> })}
    }
}

#[component]
fn OtherRow(row: ReducedRow, asked: RwSignal<Option<ReducedRow>>, today: Signal<Option<Day>>) -> impl IntoView {
    let calendar = Gemeente::here().calendar();
    let shown = row.clone();
    let presses = move || today.get().and_then(|today| presses(&shown, today, &calendar));
    let due = row.due.map_or_else(|| "Geen termijn".to_owned(), |day| format!("Uiterlijk {}", day_with_year(day)));
    let (name, step) = (format!("Dossier {}", row.number), row.step.words());
    let for_label = format!(", dossier {}", row.number);
    let press = Callback::new(move |()| asked.set(Some(row.clone())));
    view! {
        <li class="work-row">
            <p class="left wait">{step}</p>
            <div><h3>{name}</h3>{move || presses().map(|text| view! { <p class="alarm"><b>{text}</b></p> })}<p class="soft">{due}</p></div>
            <Button look=ButtonLook::Plain press=press>"Toch bekijken"<span class="sr-only">{for_label}</span></Button>
        </li>
    }
}

/// That it cannot wait, or waited too long; nothing otherwise. Nobody but its AF reads why.
fn presses(row: &ReducedRow, today: Day, calendar: &Calendar) -> Option<String> {
    match urgency(row.due, row.urgent, today, calendar) {
        late @ Urgency::Late(_) if row.urgent => Some(format!("Spoed, {}", officer::urgency(late))),
        presses @ (Urgency::Late(_) | Urgency::Urgent) => Some(officer::urgency(presses)),
        Urgency::Today | Urgency::Left(_) | Urgency::None => None,
    }
}

#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
struct Draft {
    why: Option<BreakGlassReason>,
    words: String,
}

impl Draft {
    fn build(&self) -> Result<OpenReason, Vec<FieldError>> {
        let mut check = Check::of("toegang");
        let why = check.chosen("waarom", self.why, "Kies waarom je dit dossier nu moet zien.");
        let words = check.line("toelichting", &self.words, "Licht toe waarom je dit dossier nu moet zien.");
        check.finish(why.zip(words).map(|(why, words)| OpenReason { why, words }))
    }
}

/// Asks for the reason, and goes to the case.
#[component]
fn OpenDialog(row: ReducedRow, asked: RwSignal<Option<ReducedRow>>) -> impl IntoView {
    let (router, typed) = (Router::here(), Typed::here());
    let place = format!("toegang/{}", row.id);
    let form = Form::on(typed.form(place.clone(), Draft::default()), "toegang", Draft::build);
    let request = Request::new();
    let title = format!("Dossier {} toch bekijken", row.number);
    let close = Callback::new(move |()| asked.set(None));
    let send = move |body| {
        let to = Page::Case(row.id.clone()).path();
        let place = place.clone();
        request.run(open(row.id.clone(), body), move |_| {
            typed.keep::<()>(&place, None);
            router.go(&to);
        });
    };
    view! {
        <Modal title=title close=close>
            <SendForm form=form request=request send=send button="Bekijk het dossier" leave=close>
                <p>"Je kunt het dossier zien tot het einde van vandaag. De FG ziet dat je dit deed, en waarom."</p>
                <ChoiceField id=form.id("waarom") legend="Waarom moet je dit nu zien?" all=BreakGlassReason::ALL
                    note=form.note("waarom") value=form.part(|d| d.why, |d, v| d.why = v)/>
                <TextField id=form.id("toelichting") label="Licht het toe" note=form.note("toelichting")
                    hint="Dit blijft bij het dossier. Je collega leest het; de FG niet."
                    value=form.part(|d| d.words.clone(), |d, v| d.words = v)/>
            </SendForm>
        </Modal>
    }
}

async fn open(id: CaseId, body: OpenReason) -> Result<Answer<IgnoredAny>, Failure> {
    Call::on(Endpoint::OpenCase, id.as_str()).send(&body).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colleagues_case_that_cannot_wait_or_is_late_says_so() {
        let today: Day = "2026-04-30".parse().unwrap();
        let row = |urgent, due: Option<&str>| ReducedRow {
            id: CaseId::from_bytes(&[1; 16]),
            number: shared::id::CaseNumber { year: 2026, sequence: 17 },
            step: shared::case::Step::Received,
            due: due.map(|day| day.parse().unwrap()),
            urgent,
        };
        let table = [
            (row(true, None), Some("Spoed")),
            (row(true, Some("2026-04-29")), Some("Spoed, 1 werkdag te laat")),
            (row(false, Some("2026-04-29")), Some("1 werkdag te laat")),
            (row(false, Some("2026-04-30")), None),
            (row(false, None), None),
        ];
        for (row, expected) in table {
            assert_eq!(presses(&row, today, &Calendar::default()).as_deref(), expected, "{row:?}");
        }
    }

    #[test]
    fn without_a_reason_in_words_too_nothing_is_asked() {
        let missing: Vec<String> = Draft::default().build().unwrap_err().into_iter().map(|error| error.id).collect();
        assert_eq!(missing, ["toegang-waarom", "toegang-toelichting"]);
        let why = Some(BreakGlassReason::Absent);
        assert_eq!(Draft { why, words: " ".into() }.build().unwrap_err()[0].id, "toegang-toelichting");
        assert!(Draft { why, words: "Collega is ziek".into() }.build().is_ok());
    }
}
