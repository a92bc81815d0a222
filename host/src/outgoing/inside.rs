//! Requests of one component to another of the same application, at `http://NAME.spin.internal` as in Spin. They never
//! reach a network.

use std::pin::Pin;
use std::sync::{Arc, OnceLock, Weak};
use std::time::Duration;

use hyper::{Request, Response};
use wasmtime_wasi_http::{Error, Result, WasiBody};

/// What the host of such a request ends in.
const END: &str = ".spin.internal";

/// The component that a host names, if it names one. Names of hosts know no capitals, and may end in a point.
pub(super) fn component(host: &str) -> Option<String> {
    host.strip_suffix('.').unwrap_or(host).to_ascii_lowercase().strip_suffix(END).map(str::to_owned)
}

/// A request of one component to another.
pub(crate) struct Asked {
    pub component: String,
    pub request: Request<WasiBody>,
    /// How long its answer may take.
    pub wait: Duration,
}

/// An answer on its way.
pub(crate) type Answer = Pin<Box<dyn Future<Output = Result<Response<WasiBody>>> + Send>>;

/// Lets components answer each other.
pub(crate) trait AnswersInside: Send + Sync {
    /// Lets a component answer.
    fn answer(self: Arc<Self>, asked: Asked) -> Answer;
}

/// The way to whoever lets them answer. It is closed until the application is served, and when it no longer is.
#[derive(Default)]
pub(crate) struct Inside(OnceLock<Weak<dyn AnswersInside>>);

impl Inside {
    /// Opens it, once.
    pub(crate) fn open(&self, to: Weak<dyn AnswersInside>) {
        // a second one would be of the same application
        let _first = self.0.set(to);
    }

    pub(super) async fn ask(&self, asked: Asked) -> Result<Response<WasiBody>> {
        match self.0.get().and_then(Weak::upgrade) {
            Some(there) => there.answer(asked).await,
            None => Err(Error::DestinationUnavailable),
        }
    }
}
