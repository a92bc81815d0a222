//! Speaking TLS: handshakes with a limit, and a certificate that can be changed while connections are open.

mod pair;

use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;

use anyhow::Result;
use tokio::net::TcpStream;
use tokio::sync::{Notify, watch};
use tokio::time::timeout;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::server::TlsStream;

use crate::settings::Tls;
use pair::{Pair, Stamp};

/// Between two looks whether the files changed.
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
    /// What the settings name, if they name something. Refuses by a sentence what can't be used.
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

    /// Shakes hands. A client that is silent, or can't do what is asked of it, gets no connection.
    pub(super) async fn accept(&self, stream: TcpStream) -> Option<TlsStream<TcpStream>> {
        let config = Arc::clone(&self.current.read().unwrap_or_else(PoisonError::into_inner));
        match timeout(self.handshake, TlsAcceptor::from(config).accept(stream)).await {
            Ok(Ok(stream)) => Some(stream),
            Ok(Err(error)) => {
                // a client that leaves is no news; one that speaks something else may be somebody's wrong setting
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

    /// Asks for a fresh look, whether or not the files changed.
    pub(super) fn ask(&self) {
        self.asked.notify_one();
    }

    /// Reads the files again when they changed or somebody asks, until `ending` says otherwise.
    pub(super) async fn keep(self: Arc<Self>, mut ending: watch::Receiver<bool>) {
        loop {
            let asked = tokio::select! {
                () = self.asked.notified() => true,
                () = tokio::time::sleep(LOOK) => false,
                _ = ending.changed() => return,
            };
            let looking = Arc::clone(&self);
            // it fails only with a panic, which has been said then
            let _looked = tokio::task::spawn_blocking(move || looking.look(asked)).await;
        }
    }

    /// What the files hold now is used for the next connection, if it can be; otherwise what was used stays.
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
                tracing::info!(action = "certificate", result = "read anew, in use from the next connection");
            }
            Err(error) => {
                let cause = format!("{error:#}");
                tracing::error!(action = "certificate", result = "the one in use stays", cause);
            }
        }
    }
}
