use super::{
    super::{
        parts::{Check, Form, Select},
        send_form::SendForm,
    },
    store::Log,
    words::{givers, kinds},
};
use crate::ui::{FieldError, TextField, TextKind};
use leptos::prelude::*;
use shared::{
    awareness::{AwarenessCommand, GivenBy, Session, SessionKind},
    contract::SessionLine,
    moment::Day,
    report::FindingCode,
};

#[derive(Clone)]
struct Draft {
    today: Day,
    day: String,
    kind: String,
    team: String,
    reached: String,
    given_by: String,
}

impl Draft {
    fn new(today: Day, one: Option<&Session>) -> Self {
        Self {
            today,
            day: one.map_or(today, |one| one.day).to_string(),
            kind: one.map(|one| one.kind.as_str().to_owned()).unwrap_or_default(),
            team: one.map(|one| one.team.as_str().to_owned()).unwrap_or_default(),
            reached: one.map(|one| one.reached.to_string()).unwrap_or_default(),
            given_by: one.map(|one| one.given_by.as_str().to_owned()).unwrap_or_default(),
        }
    }

    fn build(&self) -> Result<Session, Vec<FieldError>> {
        let mut check = Check::of("bewustwording");
        let kind = SessionKind::ALL.iter().copied().find(|one| one.as_str() == self.kind);
        let given_by = GivenBy::ALL.iter().copied().find(|one| one.as_str() == self.given_by);
        let day = check.day("dag", &self.day);
        let kind = check.chosen("soort", kind, "Kies wat je deed.");
        let team = check.line("team", &self.team, "Schrijf voor welk team het was.");
        let reached = check.chosen("aantal", self.reached.trim().parse().ok(), "Schrijf een getal, zoals 12.");
        let given_by = check.chosen("door", given_by, "Kies wie het gaf.");
        let built = day.zip(kind).zip(team).zip(reached).zip(given_by);
        let built =
            built.map(|((((day, kind), team), reached), given_by)| Session { day, kind, team, reached, given_by });
        for finding in built.iter().flat_map(|session| session.check(self.today)) {
            check.wrong(finding.field.trim_start_matches('/'), wrong(finding.code));
        }
        check.finish(built)
    }
}

fn wrong(code: FindingCode) -> &'static str {
    if code == FindingCode::InFuture {
        return "Kies een dag die al is geweest.";
    }
    if code == FindingCode::TooLongAgo {
        return "Kies een dag in de laatste twee jaar.";
    }
    if code == FindingCode::BadCharacter {
        return "Schrijf een team of een functie, geen mens.";
    }
    "Kijk dit na: het past hier niet."
}

/// Adds a line, or corrects one.
#[component]
pub fn SessionForm(today: Day, #[prop(optional_no_strip)] line: Option<SessionLine>) -> impl IntoView {
    let log = Log::here();
    let form = Form::new("bewustwording", Draft::new(today, line.as_ref().map(|line| &line.session)), Draft::build);
    let which = line.map(|line| (line.number, line.seen));
    let button = if which.is_some() { "Bewaar de verbetering" } else { "Leg vast" };
    let send = move |session| match which {
        Some((number, seen)) => log.send(AwarenessCommand::Correct { number, seen, session }, "De regel is verbeterd."),
        None => log.send(AwarenessCommand::Add { session }, "Vastgelegd."),
    };
    let (kinds, givers) = (Signal::derive(kinds), Signal::derive(givers));
    view! {
        <SendForm form=form request=log.changing send=send button=button>
            <TextField id=form.id("dag") label="Dag" kind=TextKind::Date note=form.note("dag")
                value=form.part(|d| d.day.clone(), |d, v| d.day = v)/>
            <Select id=form.id("soort") label="Wat was het?" options=kinds note=form.note("soort")
                value=form.part(|d| d.kind.clone(), |d, v| d.kind = v)/>
            <TextField id=form.id("team") label="Voor welk team of welke functie?" hint="Geen namen van mensen."
                note=form.note("team") value=form.part(|d| d.team.clone(), |d, v| d.team = v)/>
            <TextField id=form.id("aantal") label="Hoeveel mensen waren erbij?" hint="Bij een bericht: 0."
                note=form.note("aantal") value=form.part(|d| d.reached.clone(), |d, v| d.reached = v)/>
            <Select id=form.id("door") label="Wie gaf het?" options=givers note=form.note("door")
                value=form.part(|d| d.given_by.clone(), |d, v| d.given_by = v)/>
        </SendForm>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_wrong_field_is_named() {
        let today: Day = "2026-05-01".parse().unwrap();
        let ids = |draft: &Draft| draft.build().unwrap_err().into_iter().map(|error| error.id).collect::<Vec<_>>();
        let fields = ["soort", "team", "aantal", "door"].map(|field| format!("bewustwording-{field}"));
        assert_eq!(ids(&Draft::new(today, None)), fields);
        let whole = Draft {
            kind: "training".into(),
            team: "Team Wmo".into(),
            reached: " 12 ".into(),
            given_by: "af".into(),
            ..Draft::new(today, None)
        };
        let session = whole.build().ok().unwrap();
        assert!(Draft::new(today, Some(&session)).build().ok() == Some(session), "a line can be corrected");
        assert_eq!(ids(&Draft { day: "2026-05-02".into(), ..whole.clone() }), ["bewustwording-dag"]);
        assert_eq!(ids(&Draft { team: "a@b.example".into(), ..whole.clone() }), ["bewustwording-team"]);
        assert_eq!(ids(&Draft { reached: "veel".into(), ..whole }), ["bewustwording-aantal"]);
    }
}
