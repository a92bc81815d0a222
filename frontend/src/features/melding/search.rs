//! Which signals of the list are shown.
use shared::{
    indicators::{ExploitationForm, Indicator, IndicatorList, Tick},
    report::Subject,
};

/// The filters on the list.
#[derive(Debug, Clone, Copy)]
pub struct Search<'a> {
    /// The chosen forms.
    pub forms: &'a [ExploitationForm],
    /// Person or place.
    pub subject: Option<Subject>,
    /// The search text, as typed.
    pub words: &'a str,
    /// All forms, whatever was chosen.
    pub all: bool,
}

/// The signals to show.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// Ids by heading, in the order of the list.
    pub groups: Vec<(String, Vec<String>)>,
    /// How many of them fit the search.
    pub count: usize,
}

impl Search<'_> {
    /// The signals of the chosen forms, or those of all forms that hold every word sought. Ticked signals stay visible,
    /// so that none seems to be lost. For a report about a place, signals of places come first.
    pub fn run(self, list: &IndicatorList, ticks: &[Tick]) -> Found {
        // the texts are Dutch, and ASCII keeps the Unicode tables out of the module
        let words: Vec<String> = self.words.to_ascii_lowercase().split_whitespace().map(str::to_owned).collect();
        let forms = if self.all || !words.is_empty() { &[] } else { self.forms };
        let fitting: Vec<&str> = list.for_forms(forms).map(|one| one.id.as_str()).collect();
        let mut found = Found::default();
        for one in &list.indicators {
            let fits = fitting.contains(&one.id.as_str()) && holds(one, &words);
            if fits || ticks.iter().any(|tick| tick.id == one.id) {
                found.add(one);
                found.count += usize::from(fits);
            }
        }
        if self.subject == Some(Subject::Place) {
            found.places_first();
        }
        found
    }
}

impl Found {
    fn add(&mut self, one: &Indicator) {
        match self.groups.iter_mut().find(|(name, _)| *name == one.group) {
            Some((_, ids)) => ids.push(one.id.clone()),
            None => self.groups.push((one.group.clone(), vec![one.id.clone()])),
        }
    }

    fn places_first(&mut self) {
        if let Some(at) = self.groups.iter().position(|(name, _)| name.starts_with("Plek")) {
            self.groups[..=at].rotate_right(1);
        }
    }
}

fn holds(one: &Indicator, words: &[String]) -> bool {
    let text =
        format!("{} {} {}", one.sentence, one.example.as_deref().unwrap_or_default(), one.group).to_ascii_lowercase();
    words.iter().all(|word| text.contains(word.as_str()))
}

/// How many signals were found.
pub fn told(count: usize) -> String {
    match count {
        0 => "Geen signaal gevonden. Probeer een ander woord, of beschrijf het met eigen woorden.".into(),
        1 => "1 signaal".into(),
        more => format!("{more} signalen"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ExploitationForm::{Labour, Sexual};
    use shared::indicators::Origin;

    const EVERYTHING: Search = Search { forms: &[], subject: None, words: "", all: false };

    fn list() -> IndicatorList {
        serde_json::from_str(include_str!("../../../../gemeenten/lijsten/signalen-2026-1.json")).unwrap()
    }

    fn tattoo() -> Tick {
        Tick { id: "tatoeage-van-ander".into(), origin: Origin::Seen }
    }

    fn ids(found: &Found) -> Vec<&str> {
        found.groups.iter().flat_map(|(_, ids)| ids.iter().map(String::as_str)).collect()
    }

    #[test]
    fn a_form_narrows_the_list_and_ticks_stay() {
        let search = Search { forms: &[Labour], ..EVERYTHING };
        let found = search.run(&list(), &[tattoo()]);
        let ids = ids(&found);
        assert!(ids.contains(&"lange-werkdagen") && ids.contains(&"ander-houdt-paspoort"));
        assert!(ids.contains(&"tatoeage-van-ander") && !ids.contains(&"gehaald-en-gebracht"));
        assert_eq!(found.count, ids.len() - 1, "the ticked one does not fit");
        assert_eq!(Search { all: true, ..search }.run(&list(), &[]).count, list().indicators.len());
    }

    #[test]
    fn a_search_looks_in_all_signals_for_all_words_and_ticks_stay() {
        let seek = |words| Search { forms: &[Sexual], words, ..EVERYTHING }.run(&list(), &[]);
        assert_eq!(ids(&seek(" Paspoort")), ["ander-houdt-paspoort"]);
        assert_eq!(ids(&seek("bedden bedrijf")), ["bedden-in-bedrijf"]);
        assert_eq!(seek("eenhoorn"), Found::default());
        let found = Search { words: "paspoort", ..EVERYTHING }.run(&list(), &[tattoo()]);
        assert!(ids(&found).contains(&"tatoeage-van-ander") && ids(&found).len() == 2);
        assert_eq!(found.count, 1);
    }

    #[test]
    fn about_a_place_the_signals_of_places_come_first() {
        let search = Search { subject: Some(Subject::Place), ..EVERYTHING };
        assert_eq!(search.run(&list(), &[]).groups[0].0, "Plek of bedrijf");
    }

    #[test]
    fn the_number_found_is_said_in_words() {
        assert!(told(0).starts_with("Geen signaal") && told(1) == "1 signaal" && told(2) == "2 signalen");
    }
}
