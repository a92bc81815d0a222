use super::super::request::Request;
use crate::client::{Call, Failure};
use leptos::prelude::*;
use serde::Serialize;
use shared::{
    contract::{CareView, Endpoint},
    id::CaseId,
};
use std::sync::Arc;

/// What this AF gets of it, read again after each change.
#[derive(Clone, Copy)]
pub struct Care {
    id: StoredValue<CaseId>,
    /// As read last.
    pub view: RwSignal<Option<Arc<CareView>>>,
    /// Reading.
    pub reading: Request,
    /// Writing or opening; it keeps a text on the last result.
    pub changing: Request<String>,
}

impl Care {
    /// Not read yet.
    #[must_use]
    pub fn of(id: CaseId) -> Self {
        Self { id: StoredValue::new(id), view: RwSignal::new(None), reading: Request::new(), changing: Request::new() }
    }

    /// Reads it.
    pub fn read(self) {
        let call = Call::on(Endpoint::Care, self.id.get_value().as_str());
        self.reading.run(call.ask::<CareView>(), move |answer| self.show(answer.body));
    }

    fn show(self, view: CareView) {
        self.view.try_set(Some(Arc::new(view)));
    }

    /// Adds an entry, or opens it; `done` says what came of it, and `then` is called after that.
    pub fn change<B: Serialize + 'static>(
        self,
        endpoint: Endpoint,
        body: B,
        done: &'static str,
        then: impl FnOnce() + 'static,
    ) {
        let id = self.id.get_value();
        let work =
            async move { Ok::<_, Failure>(Call::on(endpoint, id.as_str()).send::<B, CareView>(&body).await?.body) };
        self.changing.run(work, move |view| {
            then();
            self.show(view);
            done.to_owned()
        });
    }

    /// The name under which what is typed is kept.
    #[must_use]
    pub fn place(self, form: &str) -> String {
        self.id.with_value(|id| format!("dossier/{id}/{form}"))
    }
}
