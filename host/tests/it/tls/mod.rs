//! Speaking TLS: who gets a connection, what stays when files change, who is sent away.

mod certificate;
mod forwarded;
mod handshake;
mod parts;
mod redirect;
