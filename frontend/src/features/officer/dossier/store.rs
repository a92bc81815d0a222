use super::super::{page::Page, said::SaidNext, session::Session};
use crate::{
    browser,
    client::{Call, Failure},
    messages::officer::act_text,
    route::Router,
    typed::Typed,
};
use leptos::{prelude::*, task::spawn_local};
use shared::{
    calendar::Calendar,
    case::{ActKind, act::draft},
    contract::{CaseDetail, CommandDone, Endpoint, KmtLink},
    id::CaseId,
    moment::{Day, Moment},
    profile::Profile,
};
use std::{sync::Arc, time::Duration};

/// The id of the heading that takes the focus when an act was carried out.
pub const NOW_TITLE: &str = "now-title";

/// What is typed on the page of the conversation is kept under this name.
const CONVERSATION: &str = "gesprek";

/// The dossier on the page, and its dialogs. Get it with [`Dossier::here`].
#[derive(Clone, Copy)]
pub struct Dossier {
    id: StoredValue<CaseId>,
    /// As it was read last; every act is asked on this revision.
    pub detail: RwSignal<Option<Arc<CaseDetail>>>,
    /// Why it could not be read.
    pub failure: RwSignal<Option<Failure>>,
    /// The dialog that is open.
    pub open: RwSignal<Option<ActKind>>,
    /// Dialogs that are there: the open one, and closed ones in which something was typed.
    pub begun: RwSignal<Vec<ActKind>>,
    /// Whether a copy for a data subject is being made.
    pub copying: RwSignal<bool>,
    /// The last act that was carried out, in words.
    pub said: RwSignal<String>,
    /// A new code, until it was read aloud.
    pub code: RwSignal<Option<String>>,
    /// The link and the code of a new question to KMT, until they were passed on.
    pub link: RwSignal<Option<KmtLink>>,
    typed: Typed,
    session: Session,
    /// What came of an act on the page before.
    before: SaidNext,
    router: Router,
}

impl Dossier {
    /// Not read yet, with what was typed in its dialogs before. Once per page.
    #[must_use]
    pub fn start(id: CaseId) -> Self {
        let typed = Typed::here();
        let all = ActKind::ALL.iter().copied();
        let begun: Vec<ActKind> = all.filter(|kind| typed.has_now(&place(&id, *kind))).collect();
        let open = begun.iter().copied().find(|kind| typed.is_open(&place(&id, *kind)));
        let dossier = Self {
            id: StoredValue::new(id),
            detail: RwSignal::new(None),
            failure: RwSignal::new(None),
            open: RwSignal::new(open),
            begun: RwSignal::new(begun),
            copying: RwSignal::new(false),
            said: RwSignal::new(String::new()),
            code: RwSignal::new(None),
            link: RwSignal::new(None),
            typed,
            session: Session::here(),
            before: SaidNext::here(),
            router: Router::here(),
        };
        provide_context(dossier);
        dossier
    }

    /// The dossier of this page.
    #[must_use]
    pub fn here() -> Self {
        expect_context()
    }

    /// The day it was at the server when the dossier of this page was read; none outside one.
    #[must_use]
    pub fn today() -> Option<Day> {
        use_context::<Self>()?.detail.with_untracked(|detail| detail.as_ref().map(|detail| detail.today))
    }

    /// Calls a function with the context that an act is checked against; `None` before it is loaded. Only the server's
    /// day is known here, so the server has to check a moment later on that day.
    pub fn context<T>(
        self,
        profile: &Profile,
        calendar: &Calendar,
        look: impl FnOnce(&draft::Context<'_>) -> T,
    ) -> Option<T> {
        self.detail.with(|detail| {
            let detail = detail.as_ref()?;
            let now = Moment::start_of(detail.today.succ_opt()?).plus_seconds(-1);
            let (received, sources, sharing) = (detail.received, profile.sources.as_slice(), &detail.sharing);
            Some(look(&draft::Context { now, received, sources, sharing, calendar }))
        })
    }

    /// Its id.
    #[must_use]
    pub fn id(self) -> CaseId {
        self.id.get_value()
    }

    /// Asks the API for it.
    ///
    /// # Errors
    /// Every [`Failure`].
    pub async fn fetch(self) -> Result<Arc<CaseDetail>, Failure> {
        let call = Call::on(Endpoint::Case, self.id.get_value().as_str());
        let answer = self.session.heed(call.ask::<CaseDetail>().await)?;
        Ok(Arc::new(answer.body))
    }

    /// Reads it for the page.
    pub fn read(self) {
        spawn_local(async move {
            match self.fetch().await {
                Ok(detail) => {
                    self.failure.try_set(None);
                    self.detail.try_set(Some(detail));
                    if let Some(words) = self.before.take() {
                        self.said.try_set(words.into());
                        to_now();
                    }
                }
                Err(failure) => {
                    self.failure.try_set(Some(failure));
                }
            }
        });
    }

    /// Where what is typed in the dialog of an act is kept.
    #[must_use]
    pub fn place(self, kind: ActKind) -> String {
        self.id.with_value(|id| place(id, kind))
    }

    /// Whether something was typed in the dialog of an act, with a subscription.
    #[must_use]
    pub fn has_typed(self, kind: ActKind) -> bool {
        self.typed.has(&self.place(kind))
    }

    /// Opens a dialog. One in which something was typed still has it; another one begins with the case as it is now.
    /// The conversation with the melder and the decision have a page of their own.
    pub fn ask(self, kind: ActKind) {
        if is_of_conversation(kind) {
            return self.router.go(&Page::Conversation(self.id()).path());
        }
        if kind == ActKind::Decide {
            return self.router.go(&Page::Decision(self.id()).path());
        }
        self.begun.update(|begun| {
            if !begun.contains(&kind) {
                begun.push(kind);
            }
        });
        self.open.set(Some(kind));
        self.typed.set_open(Some(self.place(kind)));
    }

    /// Closes a dialog and keeps what was typed. One without, that is not being sent (`busy`) either, is gone.
    pub fn put_away(self, kind: ActKind, busy: bool) {
        self.open.set(None);
        self.typed.set_open(None);
        if !busy && !self.typed.has_now(&self.place(kind)) {
            self.begun.update(|begun| begun.retain(|one| *one != kind));
        }
    }

    /// An act was carried out. An AF who may not see the case any more goes to the worklist.
    pub fn finish(self, kind: ActKind, done: CommandDone) {
        self.code.set(done.code);
        self.link.set(done.kmt);
        match done.dossier {
            Some(detail) => self.arrived(kind, Arc::new(detail)),
            None => {
                self.forget(kind);
                self.router.replace("/af");
            }
        }
    }

    fn forget(self, kind: ActKind) {
        self.open.set(None);
        self.begun.update(|begun| begun.retain(|one| *one != kind));
        self.typed.keep::<()>(&self.place(kind), None);
        self.typed.set_open(None);
    }

    /// The case as it is after an act that was carried out.
    pub fn arrived(self, kind: ActKind, detail: Arc<CaseDetail>) {
        self.forget(kind);
        self.said.set(act_text(kind).done.into());
        self.detail.set(Some(detail));
        to_now();
    }
}

/// The focus goes to what is to be done now, after the page was rendered again.
fn to_now() {
    set_timeout(|| browser::focus(NOW_TITLE), Duration::ZERO);
}

/// Whether an act is carried out on the page of the conversation.
fn is_of_conversation(kind: ActKind) -> bool {
    matches!(kind, ActKind::RecordContact | ActKind::SaveForm)
}

fn place(id: &CaseId, kind: ActKind) -> String {
    let name = if is_of_conversation(kind) { CONVERSATION } else { kind.as_str() };
    format!("dossier/{id}/{name}")
}
