//! The check of a melding: from the draft to findings, and to a report when nothing stops it.
use super::{Draft, Field, Finding, FindingCode, Look, Report, Reporter, asked};
use crate::{
    id::FunctionId,
    indicators::{ExploitationForm, ListVersion, Signals, Tick, is_slug},
    profile::Function,
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
        let reporter = self.reporter(draft);
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
            reporter: reporter?,
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

    fn reporter(&mut self, draft: &Draft) -> Option<Reporter> {
        use crate::text::{Email, Line, Phone};
        let name = self.required(Field::Name, Line::parse(&draft.name));
        let team = self.optional(Field::Team, Line::parse(&draft.team));
        let phone = self.required(Field::Phone, Phone::parse(&draft.phone));
        let email = self.optional(Field::Email, Email::parse(&draft.email));
        let reachable = self.optional(Field::Reachable, Line::parse(&draft.reachable));
        Some(Reporter { name: name?, team, phone: phone?, email, reachable })
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
