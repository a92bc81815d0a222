//! A connection that ends when its client does not take what is sent to it: the answer, its buffers and the
//! connection's room are held until then. It lies below TLS, where what is taken is what was sent.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, Sleep, sleep_until};

use super::line::Line;
use crate::settings::Share;

/// How often in a row a reader may be slower than asked. A phone in a lift reads nothing for a while.
const PATIENCE: u32 = 3;

/// A connection with a pace.
pub(super) struct Paced<S> {
    stream: S,
    line: Arc<Line>,
    limits: Share,
    /// There while something waits to be taken.
    waiting: Option<Waiting>,
}

/// One stretch of time, and what was taken in it.
struct Waiting {
    ends: Pin<Box<Sleep>>,
    taken: usize,
    slow: u32,
}

impl<S> Paced<S> {
    pub(super) fn new(stream: S, line: Arc<Line>, limits: Share) -> Self {
        Self { stream, line, limits, waiting: None }
    }

    fn took(&mut self, bytes: usize) {
        self.line.moves();
        if let Some(waiting) = &mut self.waiting {
            waiting.taken = waiting.taken.saturating_add(bytes);
        }
    }

    /// Something waits: is it taken fast enough? Ready with the error when it is not.
    fn judge(&mut self, cx: &mut Context<'_>) -> Poll<io::Error> {
        self.line.waits();
        let stretch = self.limits.pace_time;
        let first = || Waiting { ends: Box::pin(sleep_until(Instant::now() + stretch)), taken: 0, slow: 0 };
        let waiting = self.waiting.get_or_insert_with(first);
        loop {
            ready!(waiting.ends.as_mut().poll(cx));
            let enough = waiting.taken >= self.limits.pace;
            waiting.slow = if enough { 0 } else { waiting.slow + 1 };
            waiting.taken = 0;
            if waiting.slow >= PATIENCE || self.line.takes() > self.limits.max_answer_time {
                tracing::info!(action = "connection", result = "ended: its client reads too slowly");
                return Poll::Ready(io::ErrorKind::TimedOut.into());
            }
            let left = self.limits.max_answer_time.saturating_sub(self.line.takes()) + Duration::from_millis(1);
            waiting.ends.as_mut().reset(Instant::now() + stretch.min(left));
        }
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Paced<S> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        ready!(Pin::new(&mut self.stream).poll_read(cx, buf))?;
        self.line.moves();
        Poll::Ready(Ok(()))
    }
}

impl<S: AsyncWrite + Unpin> Paced<S> {
    fn written(&mut self, cx: &mut Context<'_>, wrote: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        match wrote {
            Poll::Ready(Ok(bytes)) => {
                self.took(bytes);
                Poll::Ready(Ok(bytes))
            }
            Poll::Ready(Err(error)) => Poll::Ready(Err(error)),
            Poll::Pending => self.judge(cx).map(Err),
        }
    }

    /// What is flushed waits no longer.
    fn flushed(&mut self, cx: &mut Context<'_>, flushed: Poll<io::Result<()>>) -> Poll<io::Result<()>> {
        if flushed.is_ready() {
            if self.waiting.take().is_some() {
                self.line.moves();
            }
            return flushed;
        }
        self.judge(cx).map(Err)
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Paced<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        let wrote = Pin::new(&mut self.stream).poll_write(cx, buf);
        self.written(cx, wrote)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let wrote = Pin::new(&mut self.stream).poll_write_vectored(cx, bufs);
        self.written(cx, wrote)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let flushed = Pin::new(&mut self.stream).poll_flush(cx);
        self.flushed(cx, flushed)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let flushed = Pin::new(&mut self.stream).poll_shutdown(cx);
        self.flushed(cx, flushed)
    }
}
