//! What a component prints, where it may not be shown: it may hold what a user typed. Lines that begin with `audit:` or
//! `error:` are for the administrator and hold nothing of that; they go to the log.

use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use bytes::Bytes;
use tokio::io::AsyncWrite;
use wasmtime_wasi::cli::{IsTerminal, StdoutStream};
use wasmtime_wasi::p2::{OutputStream, Pollable, StreamResult};

/// The kinds of lines that are passed on.
const KINDS: [&str; 2] = ["audit:", "error:"];
/// A longer line is cut off.
const LONGEST: usize = 400;
/// What an instance may write at once.
const PERMIT: usize = 64 << 10;

/// The standard error of one instance. All its streams write into one line: a text may come in pieces.
#[derive(Clone)]
pub(crate) struct Filtered(Arc<Instance>);

struct Instance {
    component: String,
    /// The line that is not at its end, as far as it is kept.
    line: Mutex<Vec<u8>>,
}

impl Filtered {
    pub(crate) fn of(component: &str) -> Self {
        Self(Arc::new(Instance { component: component.into(), line: Mutex::default() }))
    }

    fn take(&self, bytes: &[u8]) {
        let mut line = self.0.line.lock().unwrap_or_else(PoisonError::into_inner);
        for byte in bytes {
            if *byte == b'\n' {
                self.0.log(&std::mem::take(&mut *line));
            } else if line.len() < LONGEST {
                line.push(*byte);
            }
        }
    }
}

impl Instance {
    fn log(&self, line: &[u8]) {
        let (component, line) = (&*self.component, String::from_utf8_lossy(line));
        match KINDS.into_iter().find_map(|kind| Some((kind, line.strip_prefix(kind)?.trim()))) {
            Some(("error:", said)) => tracing::error!(action = "component", component, said),
            Some((_, said)) => tracing::info!(action = "component", component, kind = "audit", said),
            None => {}
        }
    }
}

/// A line without an end is one too.
impl Drop for Instance {
    fn drop(&mut self) {
        self.log(&self.line.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

impl IsTerminal for Filtered {
    fn is_terminal(&self) -> bool {
        false
    }
}

impl StdoutStream for Filtered {
    fn async_stream(&self) -> Box<dyn AsyncWrite + Send + Sync> {
        Box::new(self.clone())
    }

    fn p2_stream(&self) -> Box<dyn OutputStream> {
        Box::new(self.clone())
    }
}

#[wasmtime_wasi::async_trait]
impl Pollable for Filtered {
    async fn ready(&mut self) {}
}

impl OutputStream for Filtered {
    fn write(&mut self, bytes: Bytes) -> StreamResult<()> {
        self.take(&bytes);
        Ok(())
    }

    fn flush(&mut self) -> StreamResult<()> {
        Ok(())
    }

    fn check_write(&mut self) -> StreamResult<usize> {
        Ok(PERMIT)
    }
}

impl AsyncWrite for Filtered {
    fn poll_write(self: std::pin::Pin<&mut Self>, _: &mut Context<'_>, bytes: &[u8]) -> Poll<std::io::Result<usize>> {
        self.take(bytes);
        Poll::Ready(Ok(bytes.len()))
    }

    fn poll_flush(self: std::pin::Pin<&mut Self>, _: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: std::pin::Pin<&mut Self>, _: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}
