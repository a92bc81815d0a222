//! A certificate and its key, as two files.

use std::fs::Metadata;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result, anyhow, ensure};
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::pem::{self, PemObject};
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::version::{TLS12, TLS13};
use tokio_rustls::rustls::{Error, ServerConfig};

/// The paths of the two files.
pub(super) struct Pair {
    pub certificate: PathBuf,
    pub key: PathBuf,
}

/// Identifies the files: it changes when either was written, replaced, or got other permissions.
#[derive(PartialEq, Eq)]
pub(super) struct Stamp([Option<[i64; 6]>; 2]);

impl Pair {
    /// Identifies the current files; links are followed.
    pub(super) fn stamp(&self) -> Stamp {
        let facts = |of: Metadata| {
            let inode = of.ino().cast_signed();
            [inode, of.size().cast_signed(), of.mtime(), of.mtime_nsec(), of.ctime(), of.ctime_nsec()]
        };
        Stamp([&self.certificate, &self.key].map(|path| path.metadata().ok().map(facts)))
    }

    /// How to speak TLS with them: 1.2 and 1.3 with forward secrecy and authenticated encryption, which is all that
    /// rustls has; in 1.2 only with the extended master secret (RFC 7627).
    pub(super) fn read(&self) -> Result<Arc<ServerConfig>> {
        let (chain, key) = (chain(&self.certificate)?, key(&self.key)?);
        let provider = Arc::new(ring::default_provider());
        let builder = ServerConfig::builder_with_provider(provider).with_protocol_versions(&[&TLS13, &TLS12])?;
        let config = builder.with_no_client_auth().with_single_cert(chain, key);
        let mut config = config.map_err(|error| {
            let (certificate, key) = (self.certificate.display(), self.key.display());
            if matches!(error, Error::InconsistentKeys(_)) {
                anyhow!("{key} is not the key of the certificate in {certificate}")
            } else {
                anyhow!("{certificate} and {key} can't be used: {error}")
            }
        })?;
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        config.require_ems = true;
        Ok(Arc::new(config))
    }
}

fn chain(path: &Path) -> Result<Vec<CertificateDer<'static>>> {
    let found = CertificateDer::pem_file_iter(path).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let chain = found.map_err(|error| unreadable(path, "certificates", &error))?;
    ensure!(!chain.is_empty(), "there is no certificate (PEM) in {}", path.display());
    Ok(chain)
}

fn key(path: &Path) -> Result<PrivateKeyDer<'static>> {
    let there = path.metadata().with_context(|| format!("{} can't be read", path.display()))?;
    ensure!(
        there.mode() & 0o007 == 0,
        "others may read {}: let chmod o-rwx take that right away, and think of the key as known",
        path.display()
    );
    PrivateKeyDer::from_pem_file(path).map_err(|error| unreadable(path, "an unencrypted private key", &error))
}

/// Without a line of the file in it: the error of what can't be parsed quotes it.
fn unreadable(path: &Path, what: &str, error: &pem::Error) -> anyhow::Error {
    if let pem::Error::Io(error) = error {
        return anyhow!("{} can't be read: {error}", path.display());
    }
    anyhow!("{} is not a file with {what} (PEM)", path.display())
}
