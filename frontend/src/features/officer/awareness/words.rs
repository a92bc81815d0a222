//! The log in words.
use crate::{
    messages::{Words, day_with_year, isolated},
    ui::SelectOption,
};
use shared::{
    awareness::{GivenBy, Session, SessionKind},
    moment::Day,
};

/// The kinds, to choose from.
pub fn kinds() -> Vec<SelectOption> {
    let option = |one: &SessionKind| SelectOption { value: one.as_str().into(), label: one.words().into() };
    SessionKind::ALL.iter().map(option).collect()
}

/// Who can give it, to choose from.
pub fn givers() -> Vec<SelectOption> {
    let option = |one: &GivenBy| SelectOption { value: one.as_str().into(), label: one.words().into() };
    GivenBy::ALL.iter().map(option).collect()
}

/// `Team Wmo. 12 mensen. Aandachtsfunctionaris, samen met het KMT.`
pub fn facts(session: &Session) -> String {
    let people = if session.reached == 1 { "1 mens".to_owned() } else { format!("{} mensen", session.reached) };
    format!("{}. {people}. {}.", isolated(session.team.as_str()), session.given_by.words())
}

/// When the yearly update is due.
pub fn due(update: Option<Day>, last: Option<Day>) -> String {
    let before = last.map_or_else(
        || "Er is er nog geen vastgelegd.".to_owned(),
        |day| format!("De vorige was op {}.", day_with_year(day)),
    );
    match update {
        Some(day) => format!("De volgende jaarlijkse update: uiterlijk {}. {before}", day_with_year(day)),
        None => format!("Geef elk jaar een update aan je collega's. {before}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::text::Line;

    #[test]
    fn a_line_and_the_update_in_words() {
        let day: Day = "2026-05-01".parse().unwrap();
        let team = Line::parse("Team Wmo").unwrap();
        let session = Session { day, kind: SessionKind::Training, team, reached: 1, given_by: GivenBy::Kmt };
        let plain = facts(&session).replace(['\u{2068}', '\u{2069}'], "");
        assert_eq!(plain, "Team Wmo. 1 mens. KMT.");
        assert_eq!(
            due(Some(day), None),
            "De volgende jaarlijkse update: uiterlijk vrijdag 1 mei 2026. Er is er nog geen vastgelegd."
        );
        assert!(due(None, Some(day)).ends_with("De vorige was op vrijdag 1 mei 2026."));
    }
}
