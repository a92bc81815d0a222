use super::super::{dossier::Dossier, session::Session};
use crate::{
    browser,
    client::{Call, Failure},
    typed::Typed,
};
use leptos::{prelude::*, task::spawn_local};
use shared::{
    case::{
        ActKind,
        conversation::{ConversationDraft, ConversationField, FieldStamp},
    },
    contract::{ConversationChange, ConversationView, Endpoint},
    id::CaseId,
    moment::Moment,
};
use std::time::Duration;

/// How long after a change it is sent. Every sending leaves a line in the audit, so it is not sent with every key.
const SOON: Duration = Duration::from_secs(5);
/// How long after a failure it is tried again.
const AGAIN: Duration = Duration::from_secs(15);

/// Whether what is typed is kept at the server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// Nothing was typed here yet.
    Untouched,
    /// It is about to be sent.
    Soon,
    /// It was kept at this moment.
    At(Moment),
    /// It could not be sent; it is kept on this device, and tried again.
    NotYet(Failure),
}

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
    pub kept: RwSignal<Kept>,
    under_way: StoredValue<bool>,
    waits: StoredValue<bool>,
    typed: Typed,
    session: Session,
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
            kept: RwSignal::new(Kept::Untouched),
            under_way: StoredValue::new(false),
            waits: StoredValue::new(false),
            typed,
            session: Session::here(),
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
            if self.to_send().is_some_and(|to| to != base) {
                self.soon(SOON);
            }
            let is_left = draft != base;
            self.typed.keep(&place, is_left.then_some(&Left { base, draft }));
        });
        let online = window_event_listener_untyped("online", move |_| self.send());
        on_cleanup(move || {
            online.remove();
            self.send();
        });
    }

    fn soon(self, after: Duration) {
        if self.waits.try_get_value() != Some(false) {
            return;
        }
        self.waits.try_set_value(true);
        if !matches!(self.kept.get_untracked(), Kept::NotYet(_)) {
            self.kept.set(Kept::Soon);
        }
        set_timeout(
            move || {
                if self.waits.try_set_value(false).is_none() {
                    self.send();
                }
            },
            after,
        );
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
        if to == from {
            return;
        }
        if self.under_way.try_get_value() == Some(true) {
            return self.soon(Duration::from_secs(1));
        }
        self.under_way.try_set_value(true);
        let Some(id) = self.id.try_get_value() else { return };
        let call = Call::on(Endpoint::SaveConversation, id.as_str());
        spawn_local(async move {
            let change = ConversationChange { from, to };
            let answer = self.session.heed(call.send::<_, ConversationView>(&change).await);
            if self.under_way.try_set_value(false).is_some() {
                return;
            }
            match answer {
                Ok(answer) => self.take(&change.to, answer.body),
                Err(failure) => {
                    let is_over = failure.kind().is_some();
                    self.kept.set(Kept::NotYet(failure));
                    if !is_over {
                        self.soon(AGAIN);
                    }
                }
            }
        });
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
        self.kept.set(Kept::At(browser::now()));
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
