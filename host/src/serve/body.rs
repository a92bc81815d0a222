//! Reading a request's body, whole, before an instance is taken: a slow sender holds no instance.

use bytes::{Bytes, BytesMut};
use http_body_util::BodyExt;
use hyper::body::{Body, Frame};
use tokio::time::{Instant, timeout_at};

use super::problem::Problem;
use crate::settings::Share;

/// A body that is too large is still read to its end, up to this many bytes or four times the limit: a client that is
/// still sending when the connection closes never sees the answer.
const PATIENCE: u64 = 4 << 20;

/// The memory that a body may take: what it announces, or else all that is allowed. One that announces too much is
/// dropped while it is read.
pub(super) fn room<B: Body>(body: &B, limit: usize) -> usize {
    let hint = body.size_hint();
    match hint.exact().map(usize::try_from) {
        Some(Ok(size)) if size <= limit => size,
        Some(_) => 0,
        None => limit,
    }
}

/// A sender and the pace at which it has to send.
struct Sender<'a, B> {
    body: B,
    share: &'a Share,
    ends: Instant,
    sent: usize,
}

impl<B: Body<Data = Bytes> + Unpin> Sender<'_, B> {
    /// The next frame; an error when too little came in a stretch of time.
    async fn frame(&mut self) -> Result<Option<Frame<Bytes>>, Problem> {
        loop {
            let Ok(frame) = timeout_at(self.ends, self.body.frame()).await else {
                if self.sent < self.share.pace {
                    return Err(Problem::BodyTooSlow);
                }
                (self.ends, self.sent) = (Instant::now() + self.share.pace_time, 0);
                continue;
            };
            let frame = frame.transpose().map_err(|_| Problem::BadRequest)?;
            self.sent += frame.as_ref().and_then(Frame::data_ref).map_or(0, Bytes::len);
            return Ok(frame);
        }
    }
}

/// The whole body, at most `limit` bytes of it, however it was sent.
pub(super) async fn read<B>(body: B, limit: usize, share: &Share) -> Result<Bytes, Problem>
where
    B: Body<Data = Bytes> + Unpin,
{
    let told = body.size_hint().lower();
    let patience = PATIENCE.max((limit as u64).saturating_mul(4));
    let much = |size: u64| size > patience;
    if much(told) {
        return Err(Problem::TooLarge);
    }
    let mut sender = Sender { body, share, ends: Instant::now() + share.pace_time, sent: 0 };
    let mut first = Bytes::new();
    let mut whole = BytesMut::new();
    let mut size: u64 = 0;
    while let Some(frame) = sender.frame().await? {
        let Ok(data) = frame.into_data() else { continue };
        size += data.len() as u64;
        if much(size) {
            break;
        }
        if size > limit as u64 {
            // the rest is read and dropped
            (first, whole) = (Bytes::new(), BytesMut::new());
        } else if first.is_empty() && whole.is_empty() {
            // usually there is one chunk, which needs no copy
            first = data;
        } else {
            whole.extend_from_slice(&first);
            first = Bytes::new();
            whole.extend_from_slice(&data);
        }
    }
    if size > limit as u64 {
        return Err(Problem::TooLarge);
    }
    Ok(if whole.is_empty() { first } else { whole.freeze() })
}
