use super::{
    super::session::{Gemeente, Session},
    fields::label,
};
use crate::{
    browser,
    client::Call,
    messages,
    ui::{Bound, FieldError, FieldNote},
};
use leptos::{prelude::*, task::spawn_local};
use shared::{
    contract::{Endpoint, NewCode},
    report::{Draft, Field, Finding, FindingCode, check},
};

/// What is noted on the phone. It stays in memory only. Get it with [`Phone::here`].
#[derive(Clone, Copy)]
pub struct Phone {
    /// What was typed.
    pub draft: RwSignal<Draft>,
    /// What is found in it, warnings too.
    findings: Memo<Vec<Finding>>,
    /// How often sending was tried.
    pub tried: RwSignal<u32>,
    /// Under way.
    pub busy: RwSignal<bool>,
    /// Why it was not sent, or not for certain.
    pub failed: RwSignal<Option<String>>,
    /// It is in, with the code.
    pub done: RwSignal<Option<NewCode>>,
    key: StoredValue<Option<String>>,
    session: Session,
}

impl Phone {
    /// An empty one. Once per page.
    #[must_use]
    pub fn start() -> Self {
        let instance = Gemeente::here();
        let draft = RwSignal::new(Draft { list: instance.indicators.version.clone(), ..Draft::default() });
        let phone = Self {
            draft,
            findings: Memo::new(move |_| draft.with(|draft| check(draft, &instance.indicators).findings)),
            tried: RwSignal::new(0),
            busy: RwSignal::new(false),
            failed: RwSignal::new(None),
            done: RwSignal::new(None),
            key: StoredValue::new(None),
            session: Session::here(),
        };
        provide_context(phone);
        phone
    }

    /// The one of this page.
    #[must_use]
    pub fn here() -> Self {
        expect_context()
    }

    /// A part of the draft, to read and write.
    #[must_use]
    pub fn part<V: Clone + Send + Sync + 'static>(self, get: fn(&Draft) -> V, set: fn(&mut Draft, V)) -> Bound<V> {
        Bound::part(self.draft, get, set)
    }

    /// What to say at a field: errors once sending was tried, warnings always.
    #[must_use]
    pub fn note(self, field: Field) -> FieldNote {
        let of = move |warning: bool| {
            let found = self.findings.read();
            let one = found.iter().find(|one| one.field == field && one.code.is_warning() == warning)?;
            Some(text(one))
        };
        FieldNote {
            error: Signal::derive(move || if self.tried.get() > 0 { of(false) } else { None }),
            warning: Signal::derive(move || of(true)),
        }
    }

    /// All errors, once sending was tried.
    #[must_use]
    pub fn errors(self) -> Vec<FieldError> {
        if self.tried.get() == 0 {
            return Vec::new();
        }
        let error = |one: &Finding| FieldError { id: messages::field_id(one.field), text: text(one) };
        self.findings.read().iter().filter(|one| !one.code.is_warning()).map(error).collect()
    }

    /// Sends it, unless something is wrong. Every try uses the same key: it is one report with one code.
    pub fn send(self) {
        self.tried.update(|tried| *tried += 1);
        let wrong = self.findings.with_untracked(|found| found.iter().any(|one| !one.code.is_warning()));
        if wrong || self.busy.get_untracked() {
            return;
        }
        let Some(key) = self.key.get_value().or_else(browser::secret) else {
            self.failed.set(Some("Deze browser kan geen veilige sleutel maken. Gebruik een andere browser.".into()));
            return;
        };
        self.key.set_value(Some(key.clone()));
        self.busy.set(true);
        self.failed.set(None);
        spawn_local(async move {
            let draft = self.draft.get_untracked();
            let sent = Call::to(Endpoint::AddCase).key(&key).send::<_, NewCode>(&draft).await;
            match self.session.heed(sent) {
                Ok(answer) => drop(self.done.try_set(Some(answer.body))),
                Err(failure) => drop(self.failed.try_set(Some(messages::failure(&failure)))),
            }
            self.busy.try_set(false);
        });
    }
}

/// What to do about a finding. The words for the melder's own details say "je"; here they are about the melder.
fn text(finding: &Finding) -> String {
    let about_melder =
        matches!(finding.field, Field::Name | Field::Team | Field::Phone | Field::Email | Field::Reachable);
    if about_melder && finding.code == FindingCode::Required {
        return format!("Vul in: {}.", label(finding.field).to_lowercase());
    }
    messages::finding(finding.field, finding.code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_melders_details_are_not_the_afs() {
        let finding = Finding { field: Field::Name, code: FindingCode::Required };
        assert_eq!(text(&finding), "Vul in: naam van de melder.");
    }
}
