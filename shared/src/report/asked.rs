//! Which questions are asked: the one place that says so, for the check, the form and its overview.
use super::{Draft, Field, VttState, WayIn, rules};
use crate::answer::{Known, YesNo};

/// Whether a field is asked, given the other answers. A question that is not asked is not shown, not checked and not
/// sent, also when something was typed in it before. The version of the list and the way in are no questions but always
/// sent, so this is always true for them.
#[must_use]
pub fn asked(field: Field, draft: &Draft) -> bool {
    match field {
        Field::Excluded => draft.colleague == Some(YesNo::Yes),
        Field::Called112 => draft.acute == Some(Known::Yes),
        Field::VttState => rules::vtt_needed(draft.minor, draft.acute),
        Field::VttWho | Field::VttWhen | Field::VttReference => vtt_is(VttState::Reported, draft),
        Field::VttWhy => vtt_is(VttState::NotYet, draft),
        Field::List
        | Field::Subject
        | Field::Forms
        | Field::Ticks
        | Field::Story
        | Field::When
        | Field::Place
        | Field::Known
        | Field::Colleague
        | Field::Minor
        | Field::Acute
        | Field::Way => true,
        Field::Name | Field::Team | Field::Phone | Field::Email | Field::Reachable | Field::ColleagueName => {
            !is_from_kmt(draft)
        }
        Field::ColleaguePhone | Field::CallFirst => {
            let named = !draft.behalf.name.trim().is_empty() || draft.way == Some(WayIn::Colleague);
            named && !is_from_kmt(draft)
        }
        Field::KmtWho | Field::KmtDay | Field::KmtReference => is_from_kmt(draft),
    }
}

impl Draft {
    /// The draft as it is sent: an answer to a question that is not asked (any more) does not leave the device.
    #[must_use]
    pub fn as_asked(&self) -> Self {
        let mut sent = self.clone();
        for field in Field::ALL.iter().copied().filter(|field| !asked(*field, self)) {
            match field {
                Field::Excluded => sent.excluded.clear(),
                Field::Called112 => sent.called_112 = None,
                Field::VttState => sent.vtt.state = None,
                Field::VttWho => sent.vtt.who.clear(),
                Field::VttWhen => sent.vtt.when.clear(),
                Field::VttReference => sent.vtt.reference.clear(),
                Field::VttWhy => sent.vtt.why.clear(),
                // always asked
                Field::List
                | Field::Subject
                | Field::Forms
                | Field::Ticks
                | Field::Story
                | Field::When
                | Field::Place
                | Field::Known
                | Field::Colleague
                | Field::Minor
                | Field::Acute
                | Field::Way => {}
                Field::Name => sent.name.clear(),
                Field::Team => sent.team.clear(),
                Field::Phone => sent.phone.clear(),
                Field::Email => sent.email.clear(),
                Field::Reachable => sent.reachable.clear(),
                Field::ColleagueName => sent.behalf.name.clear(),
                Field::ColleaguePhone => sent.behalf.phone.clear(),
                Field::CallFirst => sent.behalf.first = None,
                Field::KmtWho => sent.kmt.who.clear(),
                Field::KmtDay => sent.kmt.day.clear(),
                Field::KmtReference => sent.kmt.reference.clear(),
            }
        }
        sent
    }
}

/// From KMT there is no melder: nothing about one is asked.
fn is_from_kmt(draft: &Draft) -> bool {
    draft.way == Some(WayIn::Kmt)
}

/// Whether Veilig Thuis comes into it and this is what was done.
fn vtt_is(state: VttState, draft: &Draft) -> bool {
    asked(Field::VttState, draft) && draft.vtt.state == Some(state)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        id::FunctionId,
        indicators::IndicatorList,
        report::{ColleagueDraft, KmtDraft, VttDraft, check, check_functions},
    };

    /// Every combination of the answers on which other questions depend.
    fn answers() -> Vec<Draft> {
        let mut drafts = Vec::new();
        for (colleague, acute) in pairs(YesNo::ALL, Known::ALL) {
            for (minor, state) in pairs(Known::ALL, VttState::ALL) {
                let vtt = VttDraft { state, ..wrong().vtt };
                let way = WayIn::ALL.get(drafts.len() % (WayIn::ALL.len() + 1)).copied();
                drafts.push(Draft { colleague, acute, minor, vtt, way, ..wrong() });
            }
        }
        for way in WayIn::ALL.iter().copied().map(Some).chain([None]) {
            drafts.push(Draft { way, ..wrong() });
            drafts.push(Draft { way, behalf: ColleagueDraft::default(), ..wrong() });
        }
        drafts
    }

    /// Every pair of two answers, each of which may be missing.
    fn pairs<A: Copy, B: Copy>(first: &[A], second: &[B]) -> Vec<(Option<A>, Option<B>)> {
        let firsts = first.iter().copied().map(Some).chain([None]);
        let with = |a: Option<A>| second.iter().copied().map(Some).chain([None]).map(move |b| (a, b));
        firsts.flat_map(with).collect()
    }

    /// Something is wrong with every field that is not a choice of one, and 112 is not answered.
    fn wrong() -> Draft {
        let long = || "x".repeat(5000);
        let function = FunctionId::parse("wmo").unwrap();
        Draft {
            excluded: vec![function.clone(), function],
            story: long(),
            when: long(),
            place: long(),
            known: long(),
            vtt: VttDraft { state: None, who: long(), when: long(), reference: long(), why: long() },
            name: long(),
            team: long(),
            phone: long(),
            email: long(),
            reachable: long(),
            behalf: ColleagueDraft { name: long(), phone: long(), first: None },
            kmt: KmtDraft { who: long(), day: long(), reference: long() },
            ..Draft::default()
        }
    }

    #[test]
    fn the_check_complains_only_about_questions_that_are_asked() {
        let list = IndicatorList { version: "2026-1".into(), ..IndicatorList::default() };
        for draft in answers() {
            let found = check(&draft, &list).findings.into_iter().chain(check_functions(&draft, &[]));
            for finding in found {
                assert!(asked(finding.field, &draft), "{finding:?} of {:?}", situation(&draft));
            }
        }
    }

    #[test]
    fn a_question_that_depends_on_an_answer_is_checked() {
        let list = IndicatorList { version: "2026-1".into(), ..IndicatorList::default() };
        let later = [
            Field::Excluded,
            Field::Called112,
            Field::VttWho,
            Field::VttWhen,
            Field::VttReference,
            Field::VttWhy,
            Field::Name,
            Field::Phone,
            Field::CallFirst,
            Field::KmtWho,
            Field::KmtDay,
            Field::KmtReference,
        ];
        for draft in answers() {
            let found = check(&draft, &list).findings;
            for field in later {
                let complains = found.iter().any(|finding| finding.field == field);
                assert_eq!(complains, asked(field, &draft), "{field:?} of {:?}", situation(&draft));
            }
            let no_state = asked(Field::VttState, &draft) && draft.vtt.state.is_none();
            assert_eq!(found.iter().any(|finding| finding.field == Field::VttState), no_state);
        }
    }

    /// What is not asked does not travel, and nothing else changes: the check says the same of both.
    #[test]
    fn only_answers_to_questions_that_are_asked_are_sent() {
        let list = IndicatorList { version: "2026-1".into(), ..IndicatorList::default() };
        for draft in answers() {
            let sent = draft.as_asked();
            assert_eq!(check(&sent, &list), check(&draft, &list), "{:?}", situation(&draft));
            let json = serde_json::to_value(&sent).unwrap();
            for field in Field::ALL.iter().filter(|field| !asked(**field, &draft)) {
                let value = json.pointer(field.as_str());
                let empty = value.is_none_or(|value| value.is_null() || value == "");
                assert!(empty, "{field:?} of {:?}: {value:?}", situation(&draft));
            }
            assert_eq!((sent.as_asked(), sent.story), (draft.as_asked(), draft.story));
        }
    }

    fn situation(draft: &Draft) -> (Option<YesNo>, Option<Known>, Option<Known>, Option<VttState>) {
        (draft.colleague, draft.acute, draft.minor, draft.vtt.state)
    }
}
