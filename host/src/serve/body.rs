//! Reading a request's body, whole, before an instance is taken: a slow sender holds no instance.

use bytes::{Bytes, BytesMut};
use http_body_util::BodyExt;
use hyper::body::Body;

use super::problem::Problem;

/// A body that is too large is still read to its end, up to this many bytes or four times the limit: a client that is
/// still sending when the connection closes never sees the answer.
const PATIENCE: u64 = 4 << 20;

/// The whole body, at most `limit` bytes of it, however it was sent.
pub(super) async fn read<B>(body: B, limit: usize) -> Result<Bytes, Problem>
where
    B: Body<Data = Bytes> + Unpin,
{
    let mut body = body;
    let told = body.size_hint().lower();
    let patience = PATIENCE.max((limit as u64).saturating_mul(4));
    let much = |size: u64| size > patience;
    if much(told) {
        return Err(Problem::TooLarge);
    }
    let mut first = Bytes::new();
    let mut whole = BytesMut::new();
    let mut size: u64 = 0;
    while let Some(frame) = body.frame().await {
        let Ok(data) = frame.map_err(|_| Problem::BadRequest)?.into_data() else {
            continue;
        };
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
