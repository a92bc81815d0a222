use crate::Words;
use shared::{
    case::{NextAction, Urgency},
    indicators::ExploitationForm,
    report::{Alarm, Subject},
};

impl Words for NextAction {
    fn words(self) -> &'static str {
        match self {
            Self::CallReporter => "Bel de melder",
            Self::FillForm => "Vul het meldingsformulier in",
            Self::StartInvestigation => "Start het onderzoek",
            Self::AskKmt => "Vraag het KMT",
            Self::AskKmtToday => "Vraag vandaag het KMT",
            Self::AnswerKmt => "Beantwoord wat het KMT terugvraagt",
            Self::AwaitKmt => "Wacht op het advies van het KMT",
            Self::FinishTask => "Rond een taak af",
            Self::FinishInvestigation => "Rond het onderzoek af",
            Self::DiscussAndDecide => "Bespreek in het werkoverleg",
            Self::AskTable => "Vraag of het is besproken",
            Self::TellReporter => "Koppel terug aan de melder",
            Self::AnswerColleague => "Lees het voorstel van je collega",
            Self::AwaitColleague => "Een collega moet akkoord geven",
            Self::AwaitReceipt => "Ontvangst nog niet bevestigd",
            Self::AwaitLead => "Loopt mee met een ander dossier",
            Self::Close => "Sluit het dossier af",
            Self::Nothing => "Afgerond",
        }
    }
}

/// The button at the right of a line.
#[must_use]
pub fn action_button(next: NextAction) -> &'static str {
    match next {
        NextAction::CallReporter => "Bel melder",
        NextAction::FillForm => "Vul formulier in",
        NextAction::StartInvestigation => "Start onderzoek",
        NextAction::AskKmt | NextAction::AskKmtToday => "Vraag KMT",
        NextAction::AnswerKmt => "Antwoord",
        NextAction::FinishTask => "Rond taak af",
        NextAction::FinishInvestigation => "Ga verder",
        NextAction::DiscussAndDecide => "Leg besluit vast",
        NextAction::AskTable => "Leg vast",
        NextAction::TellReporter => "Koppel terug",
        NextAction::AnswerColleague => "Lees voorstel",
        NextAction::AwaitColleague
        | NextAction::AwaitReceipt
        | NextAction::AwaitLead
        | NextAction::AwaitKmt
        | NextAction::Nothing => "Bekijk",
        NextAction::Close => "Sluit af",
    }
}

/// The person or body that a line in "Wacht op een ander" waits for.
#[must_use]
pub fn waiting_for(next: NextAction) -> &'static str {
    match next {
        NextAction::AwaitColleague => "Collega",
        NextAction::AwaitReceipt => "Ontvanger",
        NextAction::AskTable => "Tafel",
        NextAction::AwaitLead => "Hoofddossier",
        NextAction::AwaitKmt => "KMT",
        NextAction::CallReporter
        | NextAction::FillForm
        | NextAction::StartInvestigation
        | NextAction::AskKmt
        | NextAction::AskKmtToday
        | NextAction::AnswerKmt
        | NextAction::FinishTask
        | NextAction::FinishInvestigation
        | NextAction::DiscussAndDecide
        | NextAction::TellReporter
        | NextAction::AnswerColleague
        | NextAction::Close
        | NextAction::Nothing => "Geen termijn",
    }
}

/// The urgency, in words.
#[must_use]
pub fn urgency(urgency: Urgency) -> String {
    match urgency {
        Urgency::Late(1) => "1 werkdag te laat".into(),
        Urgency::Late(days) => format!("{days} werkdagen te laat"),
        Urgency::Urgent => "Spoed".into(),
        Urgency::Today => "Vandaag".into(),
        Urgency::Left(1) => "nog 1 werkdag".into(),
        Urgency::Left(days) => format!("nog {days} werkdagen"),
        Urgency::None => "Geen termijn".into(),
    }
}

/// Why a case is urgent: `Gevaar, 112 niet gebeld · jonger dan 18`.
#[must_use]
pub fn why_urgent(alarms: &[Alarm]) -> Option<String> {
    let words: Vec<&str> = alarms.iter().map(|alarm| alarm.words()).collect();
    let mut text = words.join(" · ");
    text.get_mut(..1)?.make_ascii_uppercase();
    Some(text)
}

impl Words for Alarm {
    fn words(self) -> &'static str {
        match self {
            Self::NotCalled => "gevaar, 112 niet gebeld",
            Self::Danger => "gevaar gemeld",
            Self::PerhapsDanger => "gevaar: melder weet het niet",
            Self::Minor => "jonger dan 18",
            Self::AgeUnknown => "leeftijd niet bekend",
        }
    }
}

/// `persoon · seksuele uitbuiting, arbeidsuitbuiting`.
#[must_use]
pub fn subject_and_forms(subject: Subject, forms: &[ExploitationForm]) -> String {
    let subject = match subject {
        Subject::Person => "persoon",
        Subject::Place => "plek",
    };
    let forms: Vec<String> = forms.iter().map(|form| form.lower()).collect();
    format!("{subject} · {}", forms.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deadlines_are_shown_in_words() {
        let table = [
            (Urgency::Late(1), "1 werkdag te laat"),
            (Urgency::Late(4), "4 werkdagen te laat"),
            (Urgency::Urgent, "Spoed"),
            (Urgency::Today, "Vandaag"),
            (Urgency::Left(1), "nog 1 werkdag"),
            (Urgency::Left(2), "nog 2 werkdagen"),
            (Urgency::None, "Geen termijn"),
        ];
        for (given, words) in table {
            assert_eq!(urgency(given), words);
        }
    }

    #[test]
    fn an_urgent_case_says_why() {
        assert_eq!(why_urgent(&[]), None);
        let words = why_urgent(&[Alarm::NotCalled, Alarm::Minor]).unwrap();
        assert_eq!(words, "Gevaar, 112 niet gebeld · jonger dan 18");
    }

    #[test]
    fn a_case_is_named_without_a_person() {
        let forms = [ExploitationForm::Labour, ExploitationForm::Unknown];
        assert_eq!(subject_and_forms(Subject::Place, &forms), "plek · arbeidsuitbuiting, weet ik niet");
    }
}
