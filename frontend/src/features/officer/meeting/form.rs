use super::{
    super::{
        parts::{Check, Form},
        send_form::SendForm,
    },
    store::{key_of, number_of},
};
use crate::{
    features::officer::{request::Request, session::Gemeente},
    messages::{Words, day_with_year, officer},
    ui::{BoxOption, Boxes, FieldError, TextField, TextKind},
};
use leptos::prelude::*;
use shared::{
    case::{
        RowView,
        meeting::{MeetingCommand, MeetingPlan},
    },
    contract::{MeetingOfficer, MeetingView, MeetingsPage, ProposedCase},
    id::{AccountId, CaseNumber, FunctionId, MeetingId},
    moment::Day,
};

/// A werkoverleg as typed.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    today: Day,
    /// The one that changes; none for a new one.
    id: Option<MeetingId>,
    day: String,
    next: String,
    present: Vec<String>,
    others: Vec<String>,
    cases: Vec<String>,
    /// The cases that are in it, of those that this AF sees.
    before: Vec<CaseNumber>,
}

impl Draft {
    /// A new one: today, with everybody, and with what is at the beslismoment, late or asked for.
    #[must_use]
    pub fn new(page: &MeetingsPage) -> Self {
        let active = page.officers.iter().filter(|one| one.active).map(|one| one.id.to_string());
        Self {
            today: page.today,
            id: None,
            day: page.today.to_string(),
            next: String::new(),
            present: active.collect(),
            others: vec![],
            cases: page.proposed.iter().map(|one| key_of(one.row.number)).collect(),
            before: vec![],
        }
    }

    /// One as it is.
    #[must_use]
    pub fn of(view: &MeetingView) -> Self {
        let before: Vec<CaseNumber> = view.cases.iter().map(|row| row.number).collect();
        Self {
            today: view.today,
            id: Some(view.id.clone()),
            day: view.plan.day.to_string(),
            next: view.plan.next.map(|day| day.to_string()).unwrap_or_default(),
            present: view.plan.present.iter().map(ToString::to_string).collect(),
            others: view.plan.others.iter().map(|one| one.as_str().to_owned()).collect(),
            cases: before.iter().map(|number| key_of(*number)).collect(),
            before,
        }
    }

    fn plan(&self, check: &mut Check) -> Option<MeetingPlan> {
        let day = check.day("datum", &self.day);
        let next = if self.next.trim().is_empty() { Some(None) } else { check.day("volgende", &self.next).map(Some) };
        let present = self.present.iter().filter_map(|id| AccountId::parse(id).ok()).collect();
        let others = self.others.iter().filter_map(|id| FunctionId::parse(id).ok()).collect();
        let plan = MeetingPlan { day: day?, present, others, next: next? };
        for finding in plan.check(self.today) {
            let field = finding.field.trim_start_matches('/');
            check.wrong(field, officer::meeting_advice(field));
        }
        Some(plan)
    }

    fn build(&self) -> Result<MeetingCommand, Vec<FieldError>> {
        let mut check = Check::of("overleg");
        let plan = self.plan(&mut check);
        let chosen: Vec<CaseNumber> = self.cases.iter().filter_map(|key| number_of(key)).collect();
        let add: Vec<CaseNumber> = chosen.iter().filter(|one| !self.before.contains(one)).copied().collect();
        let remove = self.before.iter().filter(|one| !chosen.contains(one)).copied().collect();
        if add.len() > MeetingCommand::MOST_CASES {
            check.wrong("dossiers", officer::meeting_advice("dossiers"));
        }
        check.finish(plan.map(|plan| match self.id.clone() {
            None => MeetingCommand::Plan { plan, add },
            Some(meeting) => MeetingCommand::Change { meeting, plan, add, remove },
        }))
    }
}

/// The form of a werkoverleg.
#[component]
pub fn MeetingForm(
    draft: Draft,
    officers: Vec<MeetingOfficer>,
    /// Cases that are in it.
    cases: Vec<RowView>,
    /// Cases that may come to it.
    proposed: Vec<ProposedCase>,
    request: Request<String>,
    #[prop(into)] send: Callback<MeetingCommand>,
    button: &'static str,
) -> impl IntoView {
    let form = Form::new("overleg", draft, Draft::build);
    let functions = Gemeente::here().profile.functions.clone();
    let people = officers.into_iter().filter(|one| one.active);
    let people = people.map(|one| tick(one.id.to_string(), one.name.as_str().to_owned(), String::new()));
    let functions = functions.into_iter().map(|one| tick(one.id.as_str().to_owned(), one.name, String::new()));
    let planned = cases.iter().map(|row| case_tick(row, String::new()));
    let offered = proposed.iter().map(|one| case_tick(&one.row, why(one)));
    let (people, functions): (Vec<BoxOption>, Vec<BoxOption>) = (people.collect(), functions.collect());
    let (others, cases) = (!functions.is_empty(), planned.chain(offered).collect::<Vec<BoxOption>>());
    let none = cases.is_empty();
    view! {
        <SendForm form=form request=request send=send button=button>
            <TextField id=form.id("datum") label="Wanneer is het?" kind=TextKind::Date note=form.note("datum")
                value=form.part(|d| d.day.clone(), |d, v| d.day = v)/>
            <Boxes id=form.id("aanwezig") legend="Welke aandachtsfunctionarissen zijn erbij?" options=people
                note=form.note("aanwezig") chosen=form.part(|d| d.present.clone(), |d, v| d.present = v)/>
            {others.then(|| view! {
                <Boxes id=form.id("ookAanwezig") legend="Wie is er nog meer? (niet verplicht)" options=functions
                    note=form.note("ookAanwezig") chosen=form.part(|d| d.others.clone(), |d, v| d.others = v)/>
            })}
            {if none {
                view! { <p>"Er is nu geen dossier om te bespreken."</p> }.into_any()
            } else {
                view! {
                    <Boxes id=form.id("dossiers") legend="Welke dossiers bespreken jullie?" options=cases
                        note=form.note("dossiers") chosen=form.part(|d| d.cases.clone(), |d, v| d.cases = v)/>
                }.into_any()
            }}
            <TextField id=form.id("volgende") label="Wanneer is het volgende?" kind=TextKind::Date optional=true
                note=form.note("volgende") value=form.part(|d| d.next.clone(), |d, v| d.next = v)/>
        </SendForm>
    }
}

fn tick(key: String, label: String, hint: String) -> BoxOption {
    BoxOption { key, label, hint }
}

fn case_tick(row: &RowView, hint: String) -> BoxOption {
    let label = format!("{} · {}", row.number, officer::subject_and_forms(row.subject, &row.forms));
    tick(key_of(row.number), label, hint)
}

fn why(one: &ProposedCase) -> String {
    let again = one.again.map(|day| format!("Opnieuw op {}", day_with_year(day)));
    one.why.iter().map(|reason| reason.words().to_owned()).chain(again).collect::<Vec<_>>().join(". ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> Draft {
        Draft {
            today: "2026-04-30".parse().unwrap(),
            id: Some(MeetingId::from_bytes(&[5; 16])),
            day: "2026-05-01".into(),
            next: String::new(),
            present: vec![AccountId::from_bytes(&[1; 16]).to_string()],
            others: vec!["regisseur-wmo".into()],
            cases: vec!["2026-17".into(), "2026-18".into()],
            before: vec![CaseNumber { year: 2026, sequence: 16 }, CaseNumber { year: 2026, sequence: 17 }],
        }
    }

    #[test]
    fn only_what_changed_goes_to_the_server() {
        let Ok(MeetingCommand::Change { add, remove, plan, .. }) = draft().build() else { panic!("it is right") };
        let numbers = |all: Vec<CaseNumber>| all.into_iter().map(|one| one.sequence).collect::<Vec<_>>();
        assert_eq!((numbers(add), numbers(remove)), (vec![18], vec![16]));
        assert_eq!((plan.present.len(), plan.others.len(), plan.next), (1, 1, None));
        let new = Draft { id: None, before: vec![], ..draft() };
        assert!(matches!(new.build(), Ok(MeetingCommand::Plan { add, .. }) if add.len() == 2));
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_its_field() {
        let wrong = Draft { present: vec![], next: "2026-04-01".into(), ..draft() };
        let ids: Vec<String> = wrong.build().unwrap_err().into_iter().map(|error| error.id).collect();
        assert_eq!(ids, ["overleg-aanwezig", "overleg-volgende"]);
        let empty = Draft { day: String::new(), ..draft() };
        assert_eq!(empty.build().unwrap_err()[0].id, "overleg-datum");
    }
}
