//! "Bel mij terug": a report by a melder who would rather tell it. The form asks what has to be known before somebody
//! calls: whom to call, who may not read it, and whether anybody is in danger. The rest is told by telephone.
use super::{
    asks::Asks,
    fields::{Fields, Kind},
    parts::{self, about_colleague, my_name, under_heading},
    read::Filled,
};
use maud::{Markup, html};
use shared::{
    answer::YesNo,
    indicators::ExploitationForm,
    report::{Draft, Field, Part, Subject},
};
use words::Language;

/// The story of a report in which nothing was told yet. The page says beforehand that this is in it.
const TOLD_LATER: [&str; 2] =
    ["Ik wil graag gebeld worden. Ik vertel het dan.", "I would like to be called. I will tell it then."];

fn told_later(language: Language) -> &'static str {
    language.say(TOLD_LATER[0], TOLD_LATER[1])
}

impl Filled {
    /// The report that is sent. Where a melder who wants to be called told nothing else, it says only that.
    #[must_use]
    pub fn report(&self, language: Language) -> Draft {
        let mut report = self.draft.clone();
        if self.asks == Asks::CallBack {
            report.forms = vec![ExploitationForm::Unknown];
            if report.story.trim().is_empty() {
                report.story = told_later(language).to_owned();
            }
        }
        report
    }
}

/// Its questions.
pub fn questions(fields: &Fields) -> Markup {
    let (draft, place) = (fields.draft, fields.place);
    let reporter = html! {
        (my_name(fields))
        (fields.line(Field::Name, &draft.name, Kind::Text, true))
        (fields.line(Field::Phone, &draft.phone, Kind::Phone, true))
        (fields.line(Field::Reachable, &draft.reachable, Kind::Text, false))
    };
    let subject = html! {
        (fields.choice(Field::Subject, Subject::ALL, draft.subject))
        (fields.choice(Field::Colleague, YesNo::ALL, draft.colleague))
        (about_colleague(fields))
        (fields.prose(Field::Story, &draft.story, 3, false))
        p.soft {
            (place.say("Schrijf je niets op? Dan staat er in je melding: ‘", "Don’t you write anything? Then your report says: ‘"))
            (told_later(place.language)) "’"
        }
    };
    html! {
        (under_heading(fields, Part::Reporter, &reporter))
        (parts::questions(fields, Part::Safety))
        (under_heading(fields, Part::Subject, &subject))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Place, Trouble, fixture::instance, form_page};
    use shared::{
        answer::{Known, YesNo},
        indicators::IndicatorList,
        report::check,
    };

    fn filled() -> Filled {
        let draft = Draft {
            list: "2026-1".into(),
            subject: Some(Subject::Person),
            colleague: Some(YesNo::No),
            minor: Some(Known::No),
            acute: Some(Known::No),
            name: "Robin Verzonnen".into(),
            phone: "074 000 00 00".into(),
            ..Draft::default()
        };
        Filled { draft, key: "5a".repeat(16), warned: false, asks: Asks::CallBack }
    }

    #[test]
    fn what_it_asks_is_a_whole_report() {
        let list = IndicatorList { version: "2026-1".into(), ..IndicatorList::default() };
        let report = filled().report(Language::Dutch);
        assert_eq!(check(&report, &list).findings, []);
        assert_eq!(report.story, TOLD_LATER[0]);
        let told = Filled { draft: Draft { story: "Matrassen.".into(), ..filled().draft }, ..filled() };
        assert_eq!(told.report(Language::Dutch).story, "Matrassen.");
        let whole = Filled { asks: Asks::Everything, ..filled() };
        assert!(whole.report(Language::Dutch) == whole.draft, "the whole form is sent as it was filled in");
    }

    /// Every question whose answer has to be there is on the page.
    #[test]
    fn everything_that_is_needed_is_asked() {
        let list = IndicatorList { version: "2026-1".into(), ..IndicatorList::default() };
        let empty = Filled { asks: Asks::CallBack, ..Filled::default() };
        let page = form_page(Place::dutch(&instance()), &empty, &Trouble::None);
        let mut needed = check(&empty.report(Language::Dutch), &list).findings;
        needed.retain(|one| one.field != Field::List);
        assert!(needed.len() >= 5, "{needed:?}");
        for one in needed {
            assert!(page.contains(&format!("name=\"{}\"", words::field_id(one.field))), "{one:?}");
        }
        assert!(page.contains(TOLD_LATER[0]) && page.contains("action=\"/bel-mij-terug\""));
        assert!(!page.contains("data-fresh"), "a draft of the form is not taken along");
        for not_asked in ["name=\"signalen\"", "name=\"vormen\"", "name=\"team\""] {
            assert!(!page.contains(not_asked), "{not_asked}");
        }
    }
}
