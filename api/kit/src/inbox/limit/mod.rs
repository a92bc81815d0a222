//! Rate limits: counting attempts, and the limit on receipt codes. Sending a report is never limited here, because a
//! whole office shares one address and must still be able to report.
//!
//! Tries are counted in a ring of a fixed size. A keyed hash of the limited subject selects the bucket. So no key and
//! no value says anything about a person, and the store does not grow. Two subjects in one bucket count together; with
//! [`BUCKETS`] buckets that is rare and costs only a wait.
mod code;
mod ring;

pub use code::{CODE_LIMITED, failed, guard as guard_code, secret};
pub use ring::{BUCKETS, Bucket, Ring, Rule};

use crate::hex;
use http::HeaderMap;
use std::net::{IpAddr, SocketAddr};

/// The client's address, set by the host, which removes this header from the client's request.
const CLIENT: &str = "spin-client-addr";

/// The network of those who come without an address.
const UNKNOWN: &str = "onbekend";

/// The network of a request: the /24 or /64 of its address, the usual size for one subscriber; and of a /64 the /48
/// around it, because somebody with a /48 has 65,536 of them. All requests without an address share one network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Net {
    own: String,
    around: Option<String>,
}

impl Net {
    /// The network of a request, from its headers.
    #[must_use]
    pub fn of(headers: &HeaderMap) -> Self {
        let address = headers.get(CLIENT).and_then(|value| value.to_str().ok());
        Self::of_address(address.unwrap_or_default())
    }

    /// The network of an address, with or without a port.
    #[must_use]
    pub fn of_address(address: &str) -> Self {
        let ip = address.parse::<SocketAddr>().map(|socket| socket.ip()).or_else(|_| address.parse::<IpAddr>());
        let start = |octets: &[u8], length| hex::encode(octets.get(..length).unwrap_or_default());
        match ip.map(|ip| ip.to_canonical()) {
            Ok(IpAddr::V4(ip)) => Self { own: start(&ip.octets(), 3), around: None },
            Ok(IpAddr::V6(ip)) => Self { own: start(&ip.octets(), 8), around: Some(start(&ip.octets(), 6)) },
            Err(_) => Self { own: UNKNOWN.into(), around: None },
        }
    }

    /// Whether the request came with an address.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.own != UNKNOWN
    }

    /// The network as text, to count by.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.own
    }

    /// The larger network around it, to count by as well.
    #[must_use]
    pub fn around(&self) -> Option<&str> {
        self.around.as_deref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_net_is_the_addresses_of_one_subscriber() {
        let same = [
            ("192.0.2.1:80", "192.0.2.254"),
            ("[2001:db8::1]:9", "2001:db8::ffff"),
            ("[::ffff:192.0.2.9]:1", "192.0.2.1"),
        ];
        for (one, other) in same {
            assert_eq!(Net::of_address(one), Net::of_address(other), "{one}");
        }
        assert_ne!(Net::of_address("192.0.2.1"), Net::of_address("192.0.3.1"));
        assert_ne!(Net::of_address("2001:db8::1"), Net::of_address("2001:db8:0:1::1"));
        assert_eq!(Net::of_address("fleur").as_str(), "onbekend");
        assert_eq!(Net::of_address("2001:db8::1").around(), Net::of_address("2001:db8:0:ffff::1").around());
        assert_ne!(Net::of_address("2001:db8::1").around(), Net::of_address("2001:db8:1::1").around());
        assert_eq!(Net::of_address("192.0.2.1").around(), None);
    }
}
