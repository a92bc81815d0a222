//! The sentence about more reports than usual.
use shared::{access::Role, flood::Flood};

/// How many came in: a round figure, because not every report is for everybody.
#[must_use]
pub fn flood(flood: Flood) -> String {
    let count = match flood.more_than {
        0 => "meer meldingen".to_owned(),
        figure => format!("meer dan {figure} meldingen"),
    };
    format!("In het afgelopen uur kwamen er {count} binnen. Dat is meer dan gewoon.")
}

/// What to do.
#[must_use]
pub fn flood_advice(role: Role) -> &'static str {
    match role {
        Role::Officer => {
            "Kijk eerst naar meldingen met gevaar of een minderjarige: die staan bovenaan. Houd de telefoon vrij: melders \
             kunnen bellen. Zijn de meldingen niet echt? Twee AF's kunnen ze samen afsluiten. Vertel het de beheerder."
        }
        Role::PrivacyOfficer | Role::Administrator | Role::Analyst | Role::Adviser => {
            "Vraag de AF's of de meldingen echt zijn. Zij kunnen er veel samen afsluiten. In het logboek zie je wat er \
             dicht gaat, en door wie."
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_a_round_figure() {
        let text = "In het afgelopen uur kwamen er meer dan 100 meldingen binnen. Dat is meer dan gewoon.";
        assert_eq!(flood(Flood { more_than: 100 }), text);
        assert!(!flood(Flood { more_than: 0 }).contains('0'));
    }
}
