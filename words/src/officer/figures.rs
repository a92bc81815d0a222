use crate::Words;
use shared::{
    case::notes::{KmtKind, ReferralTarget},
    figures::{FigureTable, HalfYear, InTime, OTHER_TEAM, Row, Span},
    indicators::ExploitationForm,
    report::Subject,
    retention::Outcome,
};

impl Words for FigureTable {
    fn words(self) -> &'static str {
        match self {
            Self::Subject => "Waar gaat het over?",
            Self::Team => "Uit welke teams?",
            Self::Form => "Welke vormen?",
            Self::Contact => "Contact binnen de termijn",
            Self::Kmt => "KMT gevraagd",
            Self::Outcome => "Uitkomst",
            Self::Referral => "Waarheen na de beslissing",
            Self::ToContact => "Tot het contact met de melder",
            Self::ToInquiry => "Van contact tot onderzoek",
            Self::ToDecision => "Onderzoek",
            Self::ToRuling => "Van onderzoek tot beslissing",
            Self::ToEnd => "Van beslissing tot afronding",
            Self::Signal => "Signalen",
            Self::SignalOn => "Waarvan verder gegaan",
        }
    }
}

/// What the numbers of a table count.
#[must_use]
pub fn counted_in(table: FigureTable) -> &'static str {
    match table {
        FigureTable::Subject => "Meldingen die binnenkwamen.",
        FigureTable::Team => "Meldingen die binnenkwamen, naar het team dat de melder noemde.",
        FigureTable::Form => "Meldingen die binnenkwamen. Een melding kan over meer vormen gaan.",
        FigureTable::Contact => "Meldingen waarvan de termijn voor contact in dit halfjaar afliep.",
        FigureTable::Kmt => "Dossiers waarover KMT in dit halfjaar is gevraagd, soms op twee manieren.",
        FigureTable::Outcome => {
            "Dossiers die in dit halfjaar een uitkomst kregen. Wat is samengevoegd, telt als één dossier."
        }
        FigureTable::Referral => "Dossiers die na een beslissing naar een ander gingen, soms naar meer dan een.",
        FigureTable::ToContact
        | FigureTable::ToInquiry
        | FigureTable::ToDecision
        | FigureTable::ToRuling
        | FigureTable::ToEnd => "Dossiers die in dit halfjaar van een stap naar de volgende gingen.",
        FigureTable::Signal => {
            "Dossiers die in dit halfjaar een uitkomst kregen en waarin de melder dit signaal aankruiste. Verder gegaan is: waarschijnlijk mensenhandel, of onduidelijk. Een signaal bewijst niets, en dat het ontbreekt ook niet."
        }
        FigureTable::SignalOn => "Daarvan: waarschijnlijk mensenhandel, of onduidelijk.",
    }
}

impl Words for InTime {
    fn words(self) -> &'static str {
        match self {
            Self::Yes => "Op tijd",
            Self::No => "Te laat of niet",
            Self::Moot => "Al afgesloten voor de laatste dag",
        }
    }
}

impl Words for Span {
    fn words(self) -> &'static str {
        match self {
            Self::Week => "Hoogstens een week",
            Self::Month => "1 tot 4 weken",
            Self::Quarter => "4 tot 13 weken",
            Self::Longer => "Langer dan 13 weken",
        }
    }
}

/// What a row counts. The name that was published with it comes first.
#[must_use]
pub fn row_words(table: FigureTable, row: &Row) -> String {
    fn of<T: Copy + Words>(all: &[T], code: fn(T) -> &'static str, wanted: &str) -> Option<&'static str> {
        all.iter().copied().find(|one| code(*one) == wanted).map(Words::words)
    }
    let code = row.code.as_str();
    let words = match table {
        FigureTable::Subject => of(Subject::ALL, Subject::as_str, code),
        FigureTable::Team if code == OTHER_TEAM => Some("Ander team, niet genoemd, of van KMT"),
        FigureTable::Team | FigureTable::Signal | FigureTable::SignalOn => None,
        FigureTable::Form => of(&ExploitationForm::ALL, ExploitationForm::as_str, code),
        FigureTable::Contact => of(InTime::ALL, InTime::as_str, code),
        FigureTable::Kmt => of(KmtKind::ALL, KmtKind::as_str, code),
        FigureTable::Outcome => of(Outcome::ALL, Outcome::as_str, code),
        FigureTable::Referral => of(ReferralTarget::ALL, ReferralTarget::as_str, code),
        FigureTable::ToContact
        | FigureTable::ToInquiry
        | FigureTable::ToDecision
        | FigureTable::ToRuling
        | FigureTable::ToEnd => of(Span::ALL, Span::as_str, code),
    };
    row.name.clone().unwrap_or_else(|| words.unwrap_or(code).to_owned())
}

/// `eerste helft van 2026`.
#[must_use]
pub fn half_year(half: HalfYear) -> String {
    let text = half.to_string();
    let (year, number) = text.split_once('-').unwrap_or((&text, ""));
    format!("{} helft van {year}", if number == "1" { "eerste" } else { "tweede" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_a_fixed_table_has_words() {
        for table in FigureTable::ALL.iter().copied() {
            for code in table.codes().unwrap_or_else(|| vec![OTHER_TEAM]) {
                let row = Row { code: code.to_owned(), name: None, least: None };
                let words = row_words(table, &row);
                let named = !matches!(table, FigureTable::Signal | FigureTable::SignalOn);
                assert_eq!(words != code, named, "{table:?} {code}");
            }
            let row = Row { code: "balie".into(), name: Some("Balie".into()), least: None };
            assert_eq!(row_words(table, &row), "Balie");
        }
    }

    #[test]
    fn a_half_year_is_named() {
        let half = |text: &str| half_year(HalfYear::try_from(text.to_owned()).unwrap());
        assert_eq!([half("2026-1"), half("2027-2")], ["eerste helft van 2026", "tweede helft van 2027"]);
    }
}
