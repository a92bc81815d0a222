use super::group::{Group, Said, Weight};
use crate::{
    features::officer::{dossier::Dossier, session::Gemeente},
    messages::officer::{Asks, act_finding},
    typed::Typed,
    ui::{Bound, FieldError},
};
use leptos::prelude::*;
use serde::{Serialize, de::DeserializeOwned};
use shared::{
    case::act::{
        ActKind,
        draft::{Draft, DraftField, Fields},
    },
    report::{Finding, FindingCode},
};

/// The server's findings: JSON pointers into the content, with a code.
pub type Told = Vec<(String, FindingCode)>;

/// The note that a draft becomes, or what is wrong with it.
type Checked<D> = Memo<Result<<D as Fields>::Note, Vec<Finding<<D as Fields>::Field>>>>;

/// The draft of an act and its findings. Errors show after the first try to send, and follow the typing from then on;
/// warnings show at once.
pub struct ActForm<D: Draft> {
    /// The kind of act.
    pub kind: ActKind,
    /// How often sending was tried.
    pub tried: RwSignal<u32>,
    /// All its fields.
    pub fields: Group<D>,
    /// The server's additional findings, until the draft changes.
    told: RwSignal<Vec<Finding<D::Field>>>,
    checked: Checked<D>,
}

impl<D: Draft> Clone for ActForm<D> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<D: Draft> Copy for ActForm<D> {}

impl<D: Draft<Field: Asks> + Serialize + DeserializeOwned> ActForm<D> {
    /// As it was left in this case, or untouched as `begin`. The ids of its fields begin with the name of the act.
    #[must_use]
    pub fn new(kind: ActKind, begin: D) -> Self {
        Self::over(kind, Typed::here().form(Dossier::here().place(kind), begin).into())
    }

    /// Over a draft that is kept elsewhere.
    #[must_use]
    pub fn over(kind: ActKind, draft: Bound<D>) -> Self {
        let (dossier, instance) = (Dossier::here(), Gemeente::here());
        let calendar = instance.calendar();
        let (tried, told) = (RwSignal::new(0), RwSignal::new(Vec::new()));
        let checked = Memo::new(move |_| {
            dossier
                .context(&instance.profile, &calendar, |context| draft.with(|draft| draft.check(context)))
                .unwrap_or_else(|| Err(Vec::new()))
        });
        let found = Memo::new(move |_| {
            let errors = if tried.get() > 0 { found::<D>(checked, told) } else { Vec::new() };
            said(errors, Weight::Error).chain(said(draft.with(D::warnings), Weight::Warning)).collect::<Vec<_>>()
        });
        let whole = Group::new(kind.as_str().into(), draft, found.into());
        Effect::new(move |before: Option<()>| {
            draft.with(|_| ());
            if before.is_some() {
                told.set(Vec::new());
            }
        });
        Self { kind, tried, fields: whole, told, checked }
    }
}

impl<D: Draft<Field: Asks>> ActForm<D> {
    /// The errors, each with the id of its field; empty before the first try to send.
    #[must_use]
    pub fn errors(self) -> Signal<Vec<FieldError>> {
        self.fields.errors()
    }

    /// The fields that are not right yet, also before the first try to send.
    #[must_use]
    pub fn missing(self) -> Signal<Vec<D::Field>> {
        let fields = |found: &Vec<Finding<D::Field>>| found.iter().map(|one| one.field).collect();
        Signal::derive(move || self.checked.with(|checked| checked.as_ref().err().map(fields).unwrap_or_default()))
    }

    /// Tries to send: gives the note, or shows what is wrong.
    #[must_use]
    pub fn try_now(self) -> Option<D::Note> {
        self.tried.update(|tried| *tried += 1);
        self.checked.get_untracked().ok()
    }

    /// Shows what the server found at the fields it names; whether it named one.
    pub fn tell(self, told: &Told) -> bool {
        let finding =
            |(pointer, code): &(String, FindingCode)| Some(Finding { field: D::Field::at(pointer)?, code: *code });
        let findings: Vec<Finding<D::Field>> = told.iter().filter_map(finding).collect();
        let named = !findings.is_empty();
        self.told.set(findings);
        // the summary takes the focus
        self.tried.update(|tried| *tried += 1);
        named
    }
}

fn found<D: Draft>(checked: Checked<D>, told: RwSignal<Vec<Finding<D::Field>>>) -> Vec<Finding<D::Field>> {
    let mut found = checked.with(|checked| checked.as_ref().err().cloned().unwrap_or_default());
    let other: Vec<_> = told.get().into_iter().filter(|finding| !found.contains(finding)).collect();
    found.extend(other);
    found
}

fn said<F: Asks>(findings: Vec<Finding<F>>, weight: Weight) -> impl Iterator<Item = Said<F>> {
    findings.into_iter().map(move |Finding { field, code }| Said { field, text: act_finding(field, code), weight })
}
