use super::super::{dossier::Dossier, saving::Saving};
use crate::{client::Call, typed::Typed};
use leptos::prelude::*;
use shared::{
    case::{
        ActKind,
        conversation::{ConversationDraft, ConversationField, FieldStamp},
    },
    contract::{ConversationChange, ConversationView, Endpoint},
    id::CaseId,
};

/// What is typed during the conversation. Get it with [`Conversation::here`].
#[derive(Clone, Copy)]
pub struct Conversation {
    id: StoredValue<CaseId>,
    /// As typed.
    pub draft: RwSignal<ConversationDraft>,
    /// As the server has it.
    base: RwSignal<ConversationDraft>,
    /// Who gave which answer.
    pub stamps: RwSignal<Vec<FieldStamp>>,
    /// Fields that a colleague changed meanwhile: here they are as typed here, at the server as the colleague typed
    /// them, until somebody chooses.
    pub clashes: RwSignal<Vec<ConversationField>>,
    /// Whether it is kept.
    pub saving: Saving,
    typed: Typed,
}

impl Conversation {
    /// With what the server has, and what was typed here and did not get there. Once per page.
    #[must_use]
    pub fn start(dossier: Dossier, view: ConversationView) -> Self {
        let typed = Typed::here();
        let mut draft = view.draft.clone();
        let place = dossier.place(ActKind::SaveForm);
        let mut clashes = Vec::new();
        if let Some(left) = typed.draft::<Left>(&place) {
            clashes = draft.merge(&left.base, &left.draft).clashes;
            draft.take(&clashes, &left.draft);
        }
        let conversation = Self {
            id: StoredValue::new(dossier.id()),
            draft: RwSignal::new(draft),
            base: RwSignal::new(view.draft),
            stamps: RwSignal::new(view.stamps),
            clashes: RwSignal::new(clashes),
            saving: Saving::start(),
            typed,
        };
        provide_context(conversation);
        conversation.follow(place);
        conversation
    }

    /// That of this page.
    #[must_use]
    pub fn here() -> Self {
        expect_context()
    }

    /// From here on every change is kept on the device at once, and at the server soon.
    fn follow(self, place: String) {
        Effect::new(move |_| {
            let (draft, base) = (self.draft.get(), self.base.get());
            if self.to_send().is_some_and(|to| !to.differences(&base).is_empty()) {
                self.saving.changed();
            }
            let is_left = draft != base;
            self.typed.keep(&place, is_left.then_some(&Left { base, draft }));
        });
        self.saving.by(Callback::new(move |()| self.send()));
    }

    /// As typed, but for the fields of which somebody has to choose.
    fn to_send(self) -> Option<ConversationDraft> {
        let (mut to, clashes) = (self.draft.try_get_untracked()?, self.clashes.try_get_untracked()?);
        to.take(&clashes, &self.base.try_get_untracked()?);
        Some(to)
    }

    /// Sends what is not at the server yet.
    fn send(self) {
        let (Some(to), Some(from)) = (self.to_send(), self.base.try_get_untracked()) else { return };
        if to.differences(&from).is_empty() {
            return;
        }
        let Some(id) = self.id.try_get_value() else { return };
        let change = ConversationChange { from, to };
        let sent = change.to.clone();
        let call = Call::on(Endpoint::SaveConversation, id.as_str());
        let work = async move { call.send::<_, ConversationView>(&change).await };
        self.saving.run(work, move |view| self.take(&sent, view));
    }

    /// The server has it. What a colleague typed in other fields comes in; what was typed here meanwhile stays.
    fn take(self, sent: &ConversationDraft, view: ConversationView) {
        let before = self.clashes.get_untracked();
        let found = view.clashes.iter().filter_map(|pointer| ConversationField::at(pointer));
        let clashes: Vec<ConversationField> =
            before.iter().copied().chain(found.filter(|field| !before.contains(field))).collect();
        let (now, mut next) = (self.draft.get_untracked(), self.draft.get_untracked());
        let typed_on = now.differences(sent);
        let news = view.draft.differences(sent);
        let free = |field: &ConversationField| !typed_on.contains(field) && !clashes.contains(field);
        next.take(&news.into_iter().filter(free).collect::<Vec<_>>(), &view.draft);
        self.clashes.set(clashes);
        self.stamps.set(view.stamps);
        self.base.set(view.draft);
        if next != now {
            self.draft.set(next);
        }
    }

    /// Of a field that both changed: this text stays, and replaces the colleague's.
    pub fn keep_own(self, field: ConversationField) {
        self.clashes.update(|clashes| clashes.retain(|one| *one != field));
        self.draft.update(|_| ());
    }

    /// Of a field that both changed: the colleague's text comes in the place of this one.
    pub fn take_theirs(self, field: ConversationField) {
        let base = self.base.get_untracked();
        self.clashes.update(|clashes| clashes.retain(|one| *one != field));
        self.draft.update(|draft| draft.take(&[field], &base));
    }

    /// What the server has, where somebody has to choose.
    #[must_use]
    pub fn theirs(self) -> ConversationDraft {
        self.base.get()
    }

    /// An act was carried out: what it made part of the case is not typed any more.
    pub fn done(self, kind: ActKind) {
        let mut base = self.base.get_untracked();
        if kind == ActKind::RecordContact {
            base.contact = Default::default();
            self.draft.update(|draft| draft.contact = Default::default());
        } else {
            base.form = self.draft.with_untracked(|draft| draft.form.clone());
        }
        self.base.set(base);
    }
}

/// What did not get to the server, and what the server had then.
#[derive(serde::Serialize, serde::Deserialize)]
struct Left {
    base: ConversationDraft,
    draft: ConversationDraft,
}
