//! The networks by which clients are limited: addresses are free to change within them.

use std::net::IpAddr;

/// A /24, or a /64: what one household or office has at least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Network(u64);

/// A /24, or the /48 that many customers get and can cut into 65,536 networks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Site(u64);

/// How many times as much a site may have as a network.
pub(crate) const NETWORKS_OF_A_SITE: u32 = 4;

/// IPv6's public networks begin with 2 or 3, so the two kinds don't meet.
const V6: u64 = 1 << 63;

impl Network {
    /// The network of an address.
    pub(crate) fn of(address: IpAddr) -> Self {
        match address.to_canonical() {
            IpAddr::V4(address) => Self(u64::from(address.to_bits() >> 8)),
            IpAddr::V6(address) => Self((address.to_bits() >> 64) as u64 | V6),
        }
    }

    /// The site it is in.
    pub(crate) fn site(self) -> Site {
        Site(if self.is_v6() { self.0 >> 16 | V6 } else { self.0 })
    }

    /// Whether it is a /64.
    pub(crate) fn is_v6(self) -> bool {
        self.0 & V6 != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_one_network_are_one() {
        let of = |text: &str| Network::of(text.parse().unwrap());
        assert_eq!(of("192.0.2.1"), of("::ffff:192.0.2.200"));
        assert_ne!(of("192.0.2.1"), of("192.0.3.1"));
        assert_eq!(of("2001:db8::1"), of("2001:db8::2"));
        assert_ne!(of("2001:db8::1"), of("2001:db8:0:1::1"));
        assert_eq!(of("2001:db8::1").site(), of("2001:db8:0:1::1").site());
        assert_ne!(of("2001:db8::1").site(), of("2001:db8:1::1").site());
        assert_ne!(of("192.0.2.1").site(), of("192.0.3.1").site());
    }
}
