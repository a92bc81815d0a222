//! The advice for the fields of what goes otherwise than planned.
use super::{
    advice::asks,
    asks::{Asks, DAY, WHY},
};
use shared::case::act::draft::{
    AnswerField, DiscussedField, EarlyEndField, EarlyUntoldField, GoingBackField, KmtEndField, KmtQuestionField,
    KmtReplyField, MeetingNoteField, NoContactField, QuestionField, QuestionResultField, RejectionField, TableDayField,
};

asks! {
    NoContactField { Reason = "Kies waarom er geen contact is.", Words = "Leg in een paar woorden uit waarom." }
    GoingBackField { Reason = "Schrijf op wat er nog uitgezocht moet worden.", Until = DAY }
    EarlyUntoldField {
        Reason = "Kies waarom het dossier nu al dicht gaat.",
        Explanation = "Leg in een paar woorden uit waarom.",
        WhyUntold = "Schrijf op waarom je het de melder niet vertelt.",
    }
    AnswerField {
        Referral = "Kies van wie het antwoord kwam.",
        Day = DAY,
        Answer = "Schrijf op wat het antwoord was.",
    }
    DiscussedField {
        Referral = "Kies welke tafel het besprak.",
        Day = DAY,
        Outcome = "Schrijf op wat daar is besloten.",
    }
    TableDayField { Referral = "Kies welke tafel.", On = DAY, Reason = WHY }
    MeetingNoteField {
        Held = DAY,
        Present = "Kies wie erbij was, ook jezelf.",
        Others = "Kies er hooguit 20.",
        Said = "Schrijf op wat er is besproken.",
        ToDo = "Schrijf korter op wat er moet gebeuren.",
        Again = "Kies een dag na vandaag, binnen een jaar.",
    }
    QuestionField { Text = "Schrijf op wat je de melder vraagt." }
    QuestionResultField {
        Question = "Kies een vraag.",
        Outcome = "Schrijf op wat de melder zei, of waarom het niet meer nodig is.",
    }
    KmtQuestionField {
        Forms = "Kies minstens één vorm.",
        Subject = "Kies persoon of plek.",
        Place = "Kies een soort plek, of laat het open.",
        Ages = "Kies elke leeftijd één keer.",
        Signals = "Kies elk signaal één keer.",
        Words = "Schrijf het korter.",
        Question = "Schrijf op wat je het KMT vraagt.",
        AskedOf = "Schrijf op aan wie je het vraagt: een functie.",
        Adviser = "Kies een adviseur, of een link en een code.",
    }
    KmtReplyField { Question = "Kies een vraag.", Text = "Schrijf op wat je antwoordt." }
    KmtEndField { Question = "Kies een vraag.", Reason = WHY }
    RejectionField { Which = "Kies welk voorstel.", Reason = WHY }
}

impl Asks for EarlyEndField {
    fn ask(self) -> &'static str {
        match self {
            Self::Reason => "Kies waarom het dossier nu al dicht gaat.",
            Self::Explanation => "Leg in een paar woorden uit waarom.",
            Self::Feedback(field) => field.ask(),
        }
    }
}
