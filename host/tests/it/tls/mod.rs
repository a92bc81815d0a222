//! TLS: handshakes, a certificate that changes, redirects.

mod certificate;
mod forwarded;
mod handshake;
mod parts;
mod redirect;
