//! The check of a melding: from the draft to findings, and to a report when nothing stops it.
use super::{
    CallFirst, Colleague, ColleagueDraft, Draft, Field, Finding, FindingCode, KmtSignal, Look, Report, Reporter,
    Sender, WayIn, asked,
};
use crate::{
    id::FunctionId,
    indicators::{ExploitationForm, ListVersion, Signals, Tick, is_slug},
    moment::{Day, read_day},
    profile::Function,
    text::TextError,
};

/// The most signals one report may tick.
const MAX_TICKS: usize = 100;

/// The most functions that one report may name as not to see it. No gemeente has as many.
const MAX_FUNCTIONS: usize = 100;

/// The result of checking a draft: all findings, and the report if no finding stops it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// Everything found, warnings included, in the order of the form.
    pub findings: Vec<Finding>,
    /// The valid report, if there is one.
    pub report: Option<Report>,
}

/// Checks a draft against the list of signals now in use. This is the one place that decides when a melding is valid.
/// The form shows the findings at their fields, and `intake` answers 400 with the same ones.
///
/// A draft made on an older version of the list keeps its signals. Of their ids only the shape is checked then.
#[must_use]
pub fn check(draft: &Draft, list: &impl Signals) -> Checked {
    let mut look = Look::default();
    let report = look.report(draft, list);
    look.warnings(draft);
    let stopped = look.findings.iter().any(|finding| !finding.code.is_warning());
    Checked { findings: look.findings, report: report.filter(|_| !stopped) }
}

/// Checks the functions that may not see a report against those in the gemeente's profile. Each must be in the profile,
/// and at least one function must remain. The form and `intake` call it besides [`check`], because it needs the
/// profile.
#[must_use]
pub fn check_functions(draft: &Draft, functions: &[Function]) -> Option<Finding> {
    let field = Field::Excluded;
    let chosen = if asked(field, draft) { draft.excluded.as_slice() } else { &[] };
    if !chosen.iter().all(|id| functions.iter().any(|function| function.id == *id)) {
        return Some(Finding { field, code: FindingCode::UnknownFunction });
    }
    let left = functions.iter().any(|function| !chosen.contains(&function.id));
    (!chosen.is_empty() && !left).then_some(Finding { field, code: FindingCode::NobodyLeft })
}

/// Checks the way in. The melder's own form has none, because it is never without a melder; and what KMT gave, it did
/// not give on a day to come. `own` says whether a melder sends it. The server calls it besides [`check`], because it
/// needs the day.
#[must_use]
pub fn check_way(draft: &Draft, own: bool, today: Day) -> Option<Finding> {
    if own {
        let code = FindingCode::Contradiction;
        return draft.way.is_some().then_some(Finding { field: Field::Way, code });
    }
    let ahead = asked(Field::KmtDay, draft) && read_day(draft.kmt.day.trim()).is_some_and(|day| day > today);
    ahead.then_some(Finding { field: Field::KmtDay, code: FindingCode::InFuture })
}

impl Look<Field> {
    fn report(&mut self, draft: &Draft, list: &impl Signals) -> Option<Report> {
        use crate::text::{Line, Prose};
        let subject = self.chosen(Field::Subject, draft.subject);
        self.forms(&draft.forms);
        self.ticks(draft, list);
        let story = self.required(Field::Story, Prose::parse(&draft.story));
        let when = self.optional(Field::When, Line::parse(&draft.when));
        let place = self.optional(Field::Place, Line::parse(&draft.place));
        let known = self.optional(Field::Known, Prose::parse(&draft.known));
        let colleague = self.chosen(Field::Colleague, draft.colleague);
        let excluded = self.excluded(draft);
        let minor = self.chosen(Field::Minor, draft.minor);
        let acute = self.chosen(Field::Acute, draft.acute);
        let called_112 =
            if asked(Field::Called112, draft) { self.chosen(Field::Called112, draft.called_112) } else { None };
        let vtt =
            if asked(Field::VttState, draft) { self.inside(Field::of_vtt, |look| look.vtt(&draft.vtt)) } else { None };
        let sender = self.sender(draft);
        Some(Report {
            list: draft.list.clone(),
            subject: subject?,
            forms: draft.forms.clone(),
            ticks: draft.ticks.clone(),
            story: story?,
            when,
            place,
            known,
            colleague: colleague?,
            excluded,
            minor: minor?,
            acute: acute?,
            called_112,
            vtt,
            sender: sender?,
        })
    }

    /// Functions chosen before the answer about a colleague became "nee" do not count.
    fn excluded(&mut self, draft: &Draft) -> Vec<FunctionId> {
        if !asked(Field::Excluded, draft) {
            return Vec::new();
        }
        if draft.excluded.len() > MAX_FUNCTIONS {
            self.add(Field::Excluded, FindingCode::TooMany);
            return Vec::new();
        }
        if has_duplicates(&draft.excluded) {
            self.add(Field::Excluded, FindingCode::Duplicate);
        }
        draft.excluded.clone()
    }

    fn forms(&mut self, forms: &[ExploitationForm]) {
        if forms.is_empty() {
            self.add(Field::Forms, FindingCode::Required);
        } else if has_duplicates(forms) {
            self.add(Field::Forms, FindingCode::Duplicate);
        } else if forms.len() > 1 && forms.contains(&ExploitationForm::Unknown) {
            self.add(Field::Forms, FindingCode::Contradiction);
        }
    }

    fn ticks(&mut self, draft: &Draft, list: &impl Signals) {
        if ListVersion::parse(&draft.list).is_err() {
            self.add(Field::List, if draft.list.is_empty() { FindingCode::Required } else { FindingCode::BadShape });
        }
        let ids: Vec<&str> = draft.ticks.iter().map(|tick| tick.id.as_str()).collect();
        let known = |tick: &Tick| is_slug(&tick.id) && (draft.list != list.version() || list.has(&tick.id));
        if ids.len() > MAX_TICKS {
            self.add(Field::Ticks, FindingCode::TooLong);
        } else if has_duplicates(&ids) {
            self.add(Field::Ticks, FindingCode::Duplicate);
        } else if !draft.ticks.iter().all(known) {
            self.add(Field::Ticks, FindingCode::UnknownIndicator);
        }
    }

    fn sender(&mut self, draft: &Draft) -> Option<Sender> {
        if draft.way == Some(WayIn::Kmt) {
            self.kmt(draft).map(Sender::Kmt)
        } else {
            self.reporter(draft).map(Sender::Reporter)
        }
    }

    fn kmt(&mut self, draft: &Draft) -> Option<KmtSignal> {
        use crate::text::Line;
        let who = self.required(Field::KmtWho, Line::parse(&draft.kmt.who));
        let typed = draft.kmt.day.trim();
        let no_day = if typed.is_empty() { TextError::Empty } else { TextError::BadShape };
        let day = self.required(Field::KmtDay, read_day(typed).ok_or(no_day));
        let reference = self.optional(Field::KmtReference, Line::parse(&draft.kmt.reference));
        Some(KmtSignal { who: who?, day: day?, reference })
    }

    /// Whoever is called first needs a number.
    fn colleague(&mut self, draft: &Draft) -> Option<Colleague> {
        use crate::text::{Line, Phone};
        let ColleagueDraft { name, phone, first } = &draft.behalf;
        let name = self.required(Field::ColleagueName, Line::parse(name));
        let first = self.chosen(Field::CallFirst, *first);
        let phone = if first == Some(CallFirst::Colleague) {
            self.required(Field::ColleaguePhone, Phone::parse(phone))
        } else {
            self.optional(Field::ColleaguePhone, Phone::parse(phone))
        };
        Some(Colleague { name: name?, phone, first: first? })
    }

    fn reporter(&mut self, draft: &Draft) -> Option<Reporter> {
        use crate::text::{Email, Line, Phone};
        let name = self.required(Field::Name, Line::parse(&draft.name));
        let team = self.optional(Field::Team, Line::parse(&draft.team));
        let phone = self.required(Field::Phone, Phone::parse(&draft.phone));
        let email = self.optional(Field::Email, Email::parse(&draft.email));
        let reachable = self.optional(Field::Reachable, Line::parse(&draft.reachable));
        let asked_for = asked(Field::CallFirst, draft);
        let colleague = if asked_for { self.colleague(draft) } else { None };
        Some(Reporter { name: name?, team, phone: phone?, email, reachable, colleague })
    }

    /// Looks at every free text that is asked.
    fn warnings(&mut self, draft: &Draft) {
        let texts = [
            (Field::Story, &draft.story),
            (Field::When, &draft.when),
            (Field::Place, &draft.place),
            (Field::Known, &draft.known),
            (Field::VttWho, &draft.vtt.who),
            (Field::VttWhen, &draft.vtt.when),
            (Field::VttReference, &draft.vtt.reference),
            (Field::VttWhy, &draft.vtt.why),
            (Field::Name, &draft.name),
            (Field::Team, &draft.team),
            (Field::Reachable, &draft.reachable),
            (Field::ColleagueName, &draft.behalf.name),
            (Field::KmtWho, &draft.kmt.who),
            (Field::KmtReference, &draft.kmt.reference),
        ];
        for (field, text) in texts.into_iter().filter(|(field, _)| asked(*field, draft)) {
            self.warn_of_bsn(field, text);
        }
    }
}

fn has_duplicates<T: PartialEq>(items: &[T]) -> bool {
    items.iter().enumerate().any(|(at, item)| items[..at].contains(item))
}

/// Lower-case letters, digits and dashes, at most 60.
#[cfg(test)]
mod tests;
