//! What is known of one open connection: when something last moved on it, and whether it is asked to leave.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use bytes::Bytes;
use http_body_util::BodyExt;
use hyper::body::{Body, Frame, SizeHint};
use wasmtime_wasi_http::WasiBody;

use tokio::sync::Notify;

/// No answer is under way.
const NONE: u64 = u64::MAX;

/// One connection.
pub(super) struct Line {
    began: Instant,
    /// Milliseconds after `began`.
    moved: AtomicU64,
    /// The same for the request that is under way, or [`NONE`].
    asked: AtomicU64,
    /// The same for a client that takes nothing although something waits for it, or [`NONE`].
    stuck: AtomicU64,
    leave: Notify,
}

impl Line {
    pub(super) fn new() -> Arc<Self> {
        Arc::new(Self {
            began: Instant::now(),
            moved: 0.into(),
            asked: NONE.into(),
            stuck: NONE.into(),
            leave: Notify::new(),
        })
    }

    fn now(&self) -> u64 {
        u64::try_from(self.began.elapsed().as_millis()).unwrap_or(NONE - 1)
    }

    /// Notes that bytes went out or came in.
    pub(super) fn moves(&self) {
        self.moved.store(self.now(), Ordering::Relaxed);
        self.stuck.store(NONE, Ordering::Relaxed);
    }

    /// Notes that something waits to be taken.
    pub(super) fn waits(&self) {
        // since when it has waited is what counts
        let _already = self.stuck.compare_exchange(NONE, self.now(), Ordering::Relaxed, Ordering::Relaxed);
    }

    /// How long the client has taken nothing of what waits for it.
    pub(super) fn stuck_for(&self) -> Duration {
        self.since(&self.stuck)
    }

    /// How long ago that was; no time at all where it is [`NONE`].
    fn since(&self, moment: &AtomicU64) -> Duration {
        let moment = moment.load(Ordering::Relaxed);
        Duration::from_millis(if moment == NONE { 0 } else { self.now().saturating_sub(moment) })
    }

    /// When something last moved.
    pub(super) fn last(&self) -> Instant {
        self.began + Duration::from_millis(self.moved.load(Ordering::Relaxed))
    }

    /// Whether no request is under way.
    pub(super) fn is_idle(&self) -> bool {
        self.asked.load(Ordering::Relaxed) == NONE
    }

    /// How long the request that is under way has taken.
    pub(super) fn takes(&self) -> Duration {
        self.since(&self.asked)
    }

    /// Asks whoever serves it to end it.
    pub(super) fn ask_to_leave(&self) {
        self.leave.notify_one();
    }

    /// Waits for that.
    pub(super) async fn asked_to_leave(&self) {
        self.leave.notified().await;
    }

    /// A request begins; it is under way until the value is dropped.
    pub(super) fn begin(self: &Arc<Self>) -> UnderWay {
        self.asked.store(self.now(), Ordering::Relaxed);
        UnderWay(Arc::clone(self))
    }
}

/// A request that is under way on a connection.
pub(super) struct UnderWay(Arc<Line>);

impl Drop for UnderWay {
    fn drop(&mut self) {
        self.0.moves();
        self.0.asked.store(NONE, Ordering::Relaxed);
    }
}

/// A body that holds something until it is sent or given up.
pub(super) struct With<T> {
    body: WasiBody,
    _held: T,
}

/// Lets the body hold this.
pub(super) fn with<T: Send + Unpin + 'static>(body: WasiBody, held: T) -> WasiBody {
    With { body, _held: held }.boxed_unsync()
}

impl<T: Unpin> Body for With<T> {
    type Data = Bytes;
    type Error = <WasiBody as Body>::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        Pin::new(&mut self.body).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
