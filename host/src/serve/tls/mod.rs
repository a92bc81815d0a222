//! TLS: handshakes with a time limit, and a certificate that can be replaced while connections are open.

mod pair;

use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;

use anyhow::Result;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::{Notify, watch};
use tokio::time::timeout;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::server::TlsStream;

use crate::settings::Tls;
use pair::{Pair, Stamp};

/// The interval at which the files are checked for changes.
const LOOK: Duration = Duration::from_secs(2);

/// The certificate in use.
pub(super) struct Certificate {
    pair: Pair,
    handshake: Duration,
    current: RwLock<Arc<ServerConfig>>,
    seen: Mutex<Stamp>,
    asked: Notify,
}

impl Certificate {
    /// The pair that the settings name, if any. A pair that can't be used is an error that says why.
    pub(super) fn load(settings: &Tls) -> Result<Option<Arc<Self>>> {
        let (Some(certificate), Some(key)) = (&settings.certificate, &settings.key) else {
            return Ok(None);
        };
        let pair = Pair { certificate: certificate.clone(), key: key.clone() };
        let seen = pair.stamp();
        let current = RwLock::new(pair.read()?);
        let (handshake, seen, asked) = (settings.handshake, Mutex::new(seen), Notify::new());
        Ok(Some(Arc::new(Self { pair, handshake, current, seen, asked })))
    }

    /// Does the handshake. A client that is silent or doesn't support our TLS gets no connection.
    pub(super) async fn accept<S>(&self, stream: S) -> Option<TlsStream<S>>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        let config = Arc::clone(&self.current.read().unwrap_or_else(PoisonError::into_inner));
        match timeout(self.handshake, TlsAcceptor::from(config).accept(stream)).await {
            Ok(Ok(stream)) => Some(stream),
            Ok(Err(error)) => {
                // a client that disconnects is not worth a log line; one that speaks something else may be
                // misconfigured
                if error.kind() == std::io::ErrorKind::InvalidData {
                    tracing::info!(action = "handshake", result = "refused", cause = %error);
                }
                None
            }
            Err(_) => {
                tracing::info!(action = "handshake", result = "not finished in time");
                None
            }
        }
    }

    /// Asks to read the files again, changed or not.
    pub(super) fn ask(&self) {
        self.asked.notify_one();
    }

    /// Reads the files again when they changed or when asked, until `ending` says otherwise.
    pub(super) async fn keep(self: Arc<Self>, mut ending: watch::Receiver<bool>) {
        loop {
            let asked = tokio::select! {
                () = self.asked.notified() => true,
                () = tokio::time::sleep(LOOK) => false,
                _ = ending.changed() => return,
            };
            let looking = Arc::clone(&self);
            // it fails only with a panic, which was logged
            let _looked = tokio::task::spawn_blocking(move || looking.look(asked)).await;
        }
    }

    /// Uses the files' content for the next connection if it is valid; otherwise keeps the pair in use.
    fn look(&self, asked: bool) {
        let now = self.pair.stamp();
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if *seen == now && !asked {
            return;
        }
        *seen = now;
        match self.pair.read() {
            Ok(config) => {
                *self.current.write().unwrap_or_else(PoisonError::into_inner) = config;
                tracing::info!(action = "certificate", result = "read again, in use from the next connection");
            }
            Err(error) => {
                let cause = format!("{error:#}");
                tracing::error!(action = "certificate", result = "the one in use stays", cause);
            }
        }
    }
}
