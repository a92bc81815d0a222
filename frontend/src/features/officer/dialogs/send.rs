use super::{
    super::{
        dossier::{Change, Dossier, change, makes_code},
        request::Request,
        session::Session,
    },
    form::Told,
};
use crate::{
    browser,
    client::{Call, Failure},
};
use leptos::prelude::*;
use shared::{
    case::{Act, ActKind},
    contract::{CaseDetail, CommandDone, Endpoint, ProblemKind},
};
use std::sync::Arc;

pub use super::super::dossier::Changed;

/// How a try ended that had an answer we know what to do with.
enum Outcome {
    /// It was done.
    Done(Box<CommandDone>),
    /// An earlier try was done: only its answer was lost.
    Arrived(Arc<CaseDetail>),
    /// Somebody was first.
    Changed(Arc<CaseDetail>, Changed),
    /// The server found something that is shown at its field.
    Found,
}

/// Sending the act of one dialog.
#[derive(Clone, Copy)]
pub struct Sending {
    kind: ActKind,
    dossier: Dossier,
    session: Session,
    /// Under way, and how the last try ended.
    pub request: Request<Option<Changed>>,
    tell: Callback<Told, bool>,
    /// The same for every try, so that a retry makes no second code.
    key: StoredValue<Option<String>>,
    /// An earlier try had no answer: it may have arrived.
    unsure: StoredValue<bool>,
    /// Called once it was carried out.
    then: Option<Callback<()>>,
}

impl Sending {
    /// Not tried yet. `tell` shows each of the server's findings at its field.
    #[must_use]
    pub fn new(kind: ActKind, tell: Callback<Told, bool>) -> Self {
        Self {
            kind,
            dossier: Dossier::here(),
            session: Session::here(),
            request: Request::new(),
            tell,
            key: StoredValue::new(None),
            unsure: StoredValue::new(false),
            then: None,
        }
    }

    /// The same, with something to do once it was carried out.
    #[must_use]
    pub fn then(self, then: Callback<()>) -> Self {
        Self { then: Some(then), ..self }
    }

    /// Sends it, on the revision the page shows.
    pub fn send(self, act: Act) {
        let Some(before) = self.dossier.detail.get_untracked() else { return };
        let Some(call) = self.call(&before) else { return self.request.fail(Failure::NoKey) };
        let work = async move {
            match call.send::<_, CommandDone>(&act).await {
                Ok(done) => Ok(Outcome::Done(Box::new(done.body))),
                Err(failure) => self.settle(&before, failure).await,
            }
        };
        self.request.run(work, move |outcome| self.finish(outcome));
    }

    fn call(self, before: &CaseDetail) -> Option<Call> {
        let call = Call::on(Endpoint::CommandCase, self.dossier.id().as_str()).if_match(before.revision);
        if !makes_code(self.kind) {
            return Some(call);
        }
        let key = self.key.get_value().or_else(browser::secret)?;
        self.key.set_value(Some(key.clone()));
        Some(call.key(&key))
    }

    async fn settle(self, before: &CaseDetail, failure: Failure) -> Result<Outcome, Failure> {
        match failure.kind() {
            Some(ProblemKind::Stale) => self.catch_up(before, failure).await,
            Some(_) if self.tell.try_run(told(&failure)) == Some(true) => Ok(Outcome::Found),
            Some(_) => Err(failure),
            None => {
                self.unsure.try_set_value(true);
                Err(failure)
            }
        }
    }

    /// Reads the case again, behind the dialog, and determines the effect of the change.
    async fn catch_up(self, before: &CaseDetail, stale: Failure) -> Result<Outcome, Failure> {
        let after = self.dossier.fetch().await.map_err(|_| stale)?;
        let unsure = self.unsure.try_get_value().unwrap_or_default();
        Ok(match change(before, &after, self.session.account().as_ref(), self.kind, unsure) {
            Change::Arrived => Outcome::Arrived(after),
            Change::Others(changed) => Outcome::Changed(after, changed),
        })
    }

    /// Shows the case as it is now, and what the dialog has to say.
    fn finish(self, outcome: Outcome) -> Option<Changed> {
        match outcome {
            Outcome::Done(done) => {
                self.dossier.finish(self.kind, *done);
                self.carried_out();
            }
            Outcome::Arrived(detail) => {
                self.dossier.arrived(self.kind, detail);
                self.carried_out();
            }
            Outcome::Changed(detail, changed) => {
                self.dossier.detail.set(Some(detail));
                return Some(changed);
            }
            Outcome::Found => {}
        }
        None
    }
}

impl Sending {
    fn carried_out(self) {
        if let Some(then) = self.then {
            then.try_run(());
        }
    }
}

/// The server's findings in the content of the act.
fn told(failure: &Failure) -> Told {
    let findings = failure.problem().into_iter().flat_map(|problem| problem.findings());
    let inside = |(pointer, code): (&str, _)| Some((pointer.strip_prefix("/inhoud")?.to_owned(), code));
    findings.filter_map(inside).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::{contract::Problem, report::FindingCode};

    #[test]
    fn only_findings_in_the_content_belong_to_a_field() {
        let problem = Problem::new(ProblemKind::BadRequest, "")
            .with("/inhoud/vraag", FindingCode::Required.as_str(), "")
            .with("/soort", FindingCode::Required.as_str(), "")
            .with("/inhoud/datum", "onbekende-code", "");
        let found = told(&Failure::Problem(Box::new(problem)));
        assert_eq!(found, [("/vraag".to_owned(), FindingCode::Required)]);
    }
}
