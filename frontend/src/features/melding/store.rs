use super::{
    findings::{Offered, found},
    wording::Wording,
};
use crate::{
    messages::field_id,
    ui::{FieldError, FieldNote},
};
use leptos::prelude::*;
use shared::report::{self, Draft, Field, Finding, Part};

/// The form as it is filled in. Parts of it read and write fields of the draft; nothing is copied. Get it with
/// [`Melding::here`].
#[derive(Clone, Copy)]
pub struct Melding {
    /// The form as typed.
    pub draft: RwSignal<Draft>,
    /// The choices offered, once they were read.
    pub offered: RwSignal<Option<Offered>>,
    /// The texts for the person who fills it in.
    pub wording: &'static Wording,
    findings: Memo<Vec<Finding>>,
    of_server: RwSignal<Vec<Finding>>,
    tried: RwSignal<[u32; Part::ALL.len()]>,
    sends: RwSignal<u32>,
}

impl Melding {
    /// Begins with a draft. Once per form.
    #[must_use]
    pub fn start(draft: Draft, offered: Option<Offered>, wording: &'static Wording) -> Self {
        let melding = Self::new(draft, offered, wording);
        // what the server found holds for what it was sent
        Effect::new(move |before: Option<()>| {
            melding.draft.track();
            if before.is_some() && !melding.of_server.with_untracked(Vec::is_empty) {
                melding.of_server.set(Vec::new());
            }
        });
        provide_context(melding);
        melding
    }

    fn new(draft: Draft, offered: Option<Offered>, wording: &'static Wording) -> Self {
        let (draft, offered, of_server) = (RwSignal::new(draft), RwSignal::new(offered), RwSignal::new(Vec::new()));
        let findings = Memo::new(move |_| found(&draft.read(), offered.read().as_ref(), &of_server.read()));
        let (tried, sends) = (RwSignal::default(), RwSignal::default());
        Self { draft, offered, wording, findings, of_server, tried, sends }
    }

    /// The form of this page.
    #[must_use]
    pub fn here() -> Self {
        expect_context()
    }

    /// Sets the list to choose from. A draft without signals switches to the list now in use.
    pub fn offer(self, offered: Offered) {
        let version = offered.indicators.version.clone();
        self.offered.set(Some(offered));
        self.draft.update(|draft| {
            if draft.ticks.is_empty() || draft.list.is_empty() {
                draft.list = version;
            }
        });
    }

    /// A draft in which nothing was typed.
    #[must_use]
    pub fn empty(self) -> Draft {
        let list = self.draft.with_untracked(|draft| draft.list.clone());
        Draft { list, ..Draft::default() }
    }

    /// Starts again with nothing typed and nothing tried.
    pub fn wipe(self) {
        self.draft.set(self.empty());
        self.of_server.set(Vec::new());
        self.tried.set(Default::default());
        self.sends.set(0);
    }

    /// Whether a field is asked now.
    #[must_use]
    pub fn asks(self, field: Field) -> Memo<bool> {
        Memo::new(move |_| self.draft.with(|draft| report::asked(field, draft)))
    }

    /// Adds the server's findings. The page may be closed before its answer arrives.
    pub fn found_by_server(self, findings: Vec<Finding>) {
        self.of_server.try_set(findings);
    }

    /// Going on from a part is tried: its errors are shown from now on.
    pub fn try_part(self, part: Part) {
        self.tried.update(|tried| tried[part as usize] += 1);
    }

    /// Sending is tried: all errors are shown from now on. Gives whether there are none.
    #[must_use]
    pub fn try_to_send(self) -> bool {
        self.tried.update(|tried| tried.iter_mut().for_each(|times| *times += 1));
        self.sends.update(|times| *times += 1);
        self.findings.with_untracked(|found| found.iter().all(|one| one.code.is_warning()))
    }

    /// How often going on from a part was tried.
    #[must_use]
    pub fn tried(self, part: Part) -> u32 {
        self.tried.read()[part as usize]
    }

    /// How often sending was tried.
    #[must_use]
    pub fn sends(self) -> u32 {
        self.sends.get()
    }

    /// The findings that block these parts, in the order of the parts.
    #[must_use]
    pub fn errors(self, parts: &[Part]) -> Vec<Finding> {
        let all = self.findings.read();
        let of = |part: &Part| {
            let part = *part;
            all.iter().filter(move |one| !one.code.is_warning() && Part::of(one.field) == part).copied()
        };
        parts.iter().flat_map(of).collect()
    }

    /// The messages for these parts, once somebody tried to go on from them.
    #[must_use]
    pub fn shown_errors(self, parts: &[Part]) -> Vec<FieldError> {
        let shown = self.errors(parts).into_iter().filter(|one| self.tried(Part::of(one.field)) > 0);
        let line = |one: Finding| FieldError { id: field_id(one.field), text: self.text(one) };
        shown.map(line).collect()
    }

    /// The advice for a finding.
    #[must_use]
    pub fn text(self, finding: Finding) -> String {
        (self.wording.finding)(finding.field, finding.code)
    }

    /// The messages at a field: errors once its part was tried, warnings always.
    #[must_use]
    pub fn note(self, field: Field) -> FieldNote {
        let of = move |warning: bool| {
            let all = self.findings.read();
            let one = all.iter().find(|one| one.field == field && one.code.is_warning() == warning)?;
            Some(self.text(*one))
        };
        FieldNote {
            error: Signal::derive(move || if self.tried(Part::of(field)) > 0 { of(false) } else { None }),
            warning: Signal::derive(move || of(true)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::{Words, field_name, finding, form_hint};
    use shared::{
        answer::{Known, YesNo},
        contract::examples,
        indicators::{IndicatorList, Tick},
    };

    static PLAIN: Wording = Wording {
        name: field_name,
        heading: None,
        hint: |_| "",
        finding,
        autocomplete: |_| "off",
        form_hint,
        how_known: "",
        origin: Words::words,
        about_colleague: || ().into_any(),
        acute: || ().into_any(),
        perhaps_acute: || ().into_any(),
        veilig_thuis: || ().into_any(),
        after_veilig_thuis: |_| "",
    };

    fn offered() -> Offered {
        Offered {
            indicators: IndicatorList { version: "2026-2".into(), ..IndicatorList::default() },
            functions: Vec::new(),
        }
    }

    fn with(draft: Draft, look: impl FnOnce(Melding)) {
        Owner::new().with(|| look(Melding::new(draft, Some(offered()), &PLAIN)));
    }

    #[test]
    fn errors_are_in_the_order_of_the_page_and_show_once_they_were_tried() {
        let draft = Draft { list: "2026-2".into(), ..Draft::default() };
        with(draft, |melding| {
            let fields = |parts: &[Part]| melding.errors(parts).iter().map(|one| one.field).collect::<Vec<_>>();
            use Field::{Acute, Colleague, Forms, Minor, Subject};
            assert_eq!(fields(&[Part::Safety, Part::Subject]), [Minor, Acute, Subject, Forms, Colleague]);
            assert_eq!(melding.shown_errors(&Part::ALL), []);
            melding.try_part(Part::Safety);
            assert_eq!(melding.shown_errors(&Part::ALL).len(), 2);
            assert!(melding.note(Acute).error.get().is_some() && melding.note(Subject).error.get().is_none());
            assert!(!melding.try_to_send());
            assert_eq!((melding.shown_errors(&Part::ALL).len(), melding.sends()), (8, 1));
            melding.wipe();
            assert_eq!((melding.shown_errors(&Part::ALL), melding.sends()), (Vec::new(), 0));
        });
    }

    #[test]
    fn later_questions_follow_the_answers() {
        with(examples::draft(), |melding| {
            let (excluded, vtt) = (melding.asks(Field::Excluded), melding.asks(Field::VttState));
            assert_eq!((excluded.get(), vtt.get()), (false, false));
            melding.draft.update(|draft| (draft.colleague, draft.minor) = (Some(YesNo::Yes), Some(Known::Unknown)));
            assert_eq!((excluded.get(), vtt.get()), (true, true));
        });
    }

    #[test]
    fn only_a_draft_without_signals_goes_over_to_a_newer_list() {
        let ticks: Vec<Tick> = examples::draft().ticks;
        for (ticks, list) in [(Vec::new(), "2026-2"), (ticks, "2026-1")] {
            with(Draft { ticks, ..examples::draft() }, |melding| {
                melding.offer(offered());
                assert_eq!(melding.draft.get().list, list);
            });
        }
    }
}
