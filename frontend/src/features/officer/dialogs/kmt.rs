use super::{
    super::parts::{Check, Form},
    frame::CommandDialog,
    today,
};
use crate::{
    messages::Words,
    ui::{ChoiceLook, Choices, FieldError, TextArea, TextField, TextKind, picked},
};
use leptos::prelude::*;
use shared::{
    case::{
        Command, CommandKind,
        notes::{KmtCheck, KmtKind},
    },
    moment::Day,
};

#[derive(Clone)]
struct Draft {
    today: Day,
    kind: Option<KmtKind>,
    question: String,
    summary: String,
    ground: String,
    asked_of: String,
    day: String,
    answer: String,
}

impl Draft {
    fn build(&self) -> Result<Command, Vec<FieldError>> {
        let mut check = Check::of("kmt");
        let kind = check.chosen("soort", self.kind, "Kies wat je vroeg.");
        let question = check.prose("vraag", &self.question, "Schrijf op wat je vroeg.");
        // what belongs to the other kind is not sent along
        let (summary, ground) = match kind {
            Some(KmtKind::Advice) => {
                (check.prose("samenvatting", &self.summary, "Schrijf een samenvatting zonder namen."), None)
            }
            Some(KmtKind::Known) => (None, check.line("grondslag", &self.ground, "Vul de grondslag in.")),
            None => (None, None),
        };
        let asked_of = check.line("gevraagd-aan", &self.asked_of, "Vul in aan wie je het vroeg.");
        let day = check.past_day("datum", &self.day, self.today);
        let answer = check.prose("antwoord", &self.answer, "Schrijf op wat het antwoord was.");
        let built = (|| {
            let (kind, question, asked_of) = (kind?, question?, asked_of?);
            Some(KmtCheck { kind, question, summary, ground, asked_of, day: day?, answer: answer? })
        })();
        check.finish(built.map(Command::RecordKmtCheck))
    }
}

/// KMT was asked: for advice without names, or whether it is known there.
#[component]
pub fn KmtDialog() -> impl IntoView {
    let today = today();
    let empty = String::new;
    let (question, summary, ground, asked_of, answer) = (empty(), empty(), empty(), empty(), empty());
    let draft = Draft { today, kind: None, question, summary, ground, asked_of, day: today.to_string(), answer };
    let form = Form::new("kmt", draft, Draft::build);
    let kind = Memo::new(move |_| form.draft.read().kind);
    let options = KmtKind::ALL.iter().map(|one| one.words().into()).collect();
    view! {
        <CommandDialog kind=CommandKind::RecordKmtCheck form=form wide=true>
            <Choices id=form.id("soort") legend="Wat vroeg je?" options=options look=ChoiceLook::Segments
                chosen=picked(KmtKind::ALL, form.part(|d| d.kind, |d, v| d.kind = v)) note=form.note("soort")/>
            <TextArea id=form.id("vraag") label="Je vraag" rows=3 note=form.note("vraag")
                value=form.part(|d| d.question.clone(), |d, v| d.question = v)/>
            {move || kind.get().map(|kind| more(kind, form))}
            <TextField id=form.id("gevraagd-aan") label="Aan wie vroeg je het?" note=form.note("gevraagd-aan")
                hint="Een functie is genoeg, zoals: procesmanager KMT"
                value=form.part(|d| d.asked_of.clone(), |d, v| d.asked_of = v)/>
            <TextField id=form.id("datum") label="Wanneer?" kind=TextKind::Date note=form.note("datum")
                value=form.part(|d| d.day.clone(), |d, v| d.day = v)/>
            <TextArea id=form.id("antwoord") label="Het antwoord of advies" rows=4 note=form.note("antwoord")
                value=form.part(|d| d.answer.clone(), |d, v| d.answer = v)/>
        </CommandDialog>
    }
}

fn more(kind: KmtKind, form: Form<Draft, Command>) -> AnyView {
    match kind {
        KmtKind::Advice => view! {
            <TextArea id=form.id("samenvatting") label="Samenvatting zonder namen" rows=4
                hint="Geen namen en geen adressen. Wel: wat, wat voor plek, leeftijd in groepen, signalen"
                note=form.note("samenvatting") value=form.part(|d| d.summary.clone(), |d, v| d.summary = v)/>
        }
        .into_any(),
        KmtKind::Known => view! {
            <TextField id=form.id("grondslag") label="Grondslag" hint="Vraag dit alleen per telefoon"
                note=form.note("grondslag") value=form.part(|d| d.ground.clone(), |d, v| d.ground = v)/>
        }
        .into_any(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(kind: KmtKind) -> Draft {
        Draft {
            today: "2026-04-30".parse().unwrap(),
            kind: Some(kind),
            question: "Herkennen jullie dit?".into(),
            summary: String::new(),
            ground: String::new(),
            asked_of: "Procesmanager".into(),
            day: "2026-04-29".into(),
            answer: "Nee.".into(),
        }
    }

    #[test]
    fn each_kind_asks_for_its_own_and_sends_only_that() {
        assert_eq!(draft(KmtKind::Advice).build().unwrap_err()[0].id, "kmt-samenvatting");
        assert_eq!(draft(KmtKind::Known).build().unwrap_err()[0].id, "kmt-grondslag");
        let both = Draft { summary: "Plek met bedden.".into(), ground: "Convenant".into(), ..draft(KmtKind::Advice) };
        let Ok(Command::RecordKmtCheck(check)) = both.build() else { panic!("refused") };
        assert!(check.summary.is_some() && check.ground.is_none());
    }
}
