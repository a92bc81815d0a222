//! The advice for the fields of what goes otherwise than planned.
use super::{
    advice::asks,
    asks::{Asks, DAY, WHY},
};
use shared::case::act::draft::{
    AnswerField, DiscussedField, EarlyUntoldField, GoingBackField, MeetingNoteField, NoContactField, QuestionField,
    QuestionResultField, RejectionField, TableDayField,
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
    RejectionField { Which = "Kies welk voorstel.", Reason = WHY }
}
