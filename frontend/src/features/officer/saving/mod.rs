//! Saving at the server what somebody types, while they type: soon after a change, again after a failure, one at a
//! time. The page of the conversation with the melder and a report by phone share it.
use super::session::Session;
use crate::{
    browser,
    client::{Answer, Failure},
    messages::{self, clock},
};
use leptos::{prelude::*, task::spawn_local};
use shared::moment::Moment;
use std::time::Duration;

/// How long after a change it is sent. Every sending leaves a line in the audit, so it is not sent with every key.
const SOON: Duration = Duration::from_secs(5);
/// How long after a failure it is tried again.
const AGAIN: Duration = Duration::from_secs(15);
/// How long to wait for the one that is under way.
const NEXT: Duration = Duration::from_secs(1);

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

impl Kept {
    /// The same in words.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::Untouched => String::new(),
            Self::Soon => "Wordt bewaard…".into(),
            Self::At(moment) => format!("✓ Bewaard om {}", clock(*moment)),
            Self::NotYet(failure) => {
                format!("Nog niet bewaard. {} Wat je typt, blijft op dit apparaat.", messages::failure(failure))
            }
        }
    }
}

/// The saving of one form.
#[derive(Clone, Copy)]
pub struct Saving {
    /// Whether it is kept.
    pub kept: RwSignal<Kept>,
    under_way: StoredValue<bool>,
    waits: StoredValue<bool>,
    send: StoredValue<Option<Callback<()>>>,
    session: Session,
}

impl Saving {
    /// Nothing typed yet. Once per form.
    #[must_use]
    pub fn start() -> Self {
        Self {
            kept: RwSignal::new(Kept::Untouched),
            under_way: StoredValue::new(false),
            waits: StoredValue::new(false),
            send: StoredValue::new(None),
            session: Session::here(),
        }
    }

    /// What sends, if there is anything to send. It is also asked to when the network is back, and when the page
    /// closes.
    pub fn by(self, send: Callback<()>) {
        self.send.set_value(Some(send));
        let online = window_event_listener_untyped("online", move |_| send.run(()));
        on_cleanup(move || {
            online.remove();
            send.run(());
        });
    }

    /// Something was typed.
    pub fn changed(self) {
        self.soon(SOON);
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
                if self.waits.try_set_value(false).is_none()
                    && let Some(send) = self.send.try_get_value().flatten()
                {
                    send.run(());
                }
            },
            after,
        );
    }

    /// Sends, unless something is under way: then it is asked for again. `take` gets the answer.
    pub fn run<A: 'static>(
        self,
        work: impl Future<Output = Result<Answer<A>, Failure>> + 'static,
        take: impl FnOnce(A) + 'static,
    ) {
        if self.under_way.try_get_value() == Some(true) {
            return self.soon(NEXT);
        }
        self.under_way.try_set_value(true);
        spawn_local(async move {
            let answer = self.session.heed(work.await);
            if self.under_way.try_set_value(false).is_some() {
                return;
            }
            match answer {
                Ok(answer) => {
                    self.kept.set(Kept::At(browser::now()));
                    take(answer.body);
                }
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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_says_whether_what_is_typed_is_kept() {
        let at = Moment::try_from("2026-04-30T12:02:00Z".to_owned()).unwrap();
        assert_eq!(Kept::At(at).words(), "✓ Bewaard om 14.02");
        assert!(Kept::NotYet(Failure::Offline).words().starts_with("Nog niet bewaard. "));
        assert_eq!(Kept::Untouched.words(), "");
    }
}
