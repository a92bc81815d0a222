//! The rate limit per network: a bucket per /24 or /64, in a table of fixed size.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

/// Networks remembered at once.
const NETWORKS: usize = 8192;

/// Buckets that fill at `rate` a second up to `burst`.
pub(crate) struct Rate {
    rate: f64,
    burst: f64,
    buckets: Mutex<HashMap<u64, Bucket>>,
}

struct Bucket {
    left: f64,
    at: Instant,
}

impl Rate {
    /// `rate` 0: no limit.
    pub(crate) fn new(rate: u32, burst: u32) -> Self {
        Self { rate: rate.into(), burst: burst.max(1).into(), buckets: Mutex::default() }
    }

    /// Takes one request from the network's bucket, or says in how many seconds there is one again.
    pub(crate) fn take(&self, address: IpAddr, now: Instant) -> Result<(), u64> {
        if self.rate == 0.0 {
            return Ok(());
        }
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        let network = network(address);
        if buckets.len() >= NETWORKS && !buckets.contains_key(&network) {
            self.make_room(&mut buckets, now);
        }
        let bucket = buckets.entry(network).or_insert(Bucket { left: self.burst, at: now });
        bucket.left = self.filled(bucket, now);
        bucket.at = now;
        if bucket.left >= 1.0 {
            bucket.left -= 1.0;
            return Ok(());
        }
        let seconds = ((1.0 - bucket.left) / self.rate).ceil();
        let seconds = seconds as u64;
        Err(seconds.max(1))
    }

    fn filled(&self, bucket: &Bucket, now: Instant) -> f64 {
        let passed = now.saturating_duration_since(bucket.at).as_secs_f64();
        passed.mul_add(self.rate, bucket.left).min(self.burst)
    }

    /// Forgets full buckets, which say nothing; if there are none, all: better to forgive than to grow.
    fn make_room(&self, buckets: &mut HashMap<u64, Bucket>, now: Instant) {
        buckets.retain(|_, bucket| self.filled(bucket, now) < self.burst);
        if buckets.len() >= NETWORKS {
            buckets.clear();
        }
    }
}

/// A number per /24 or /64. IPv6's public networks begin with 2 or 3, so the two kinds don't meet.
fn network(address: IpAddr) -> u64 {
    match address.to_canonical() {
        IpAddr::V4(address) => u64::from(address.to_bits() >> 8),
        IpAddr::V6(address) => (address.to_bits() >> 64) as u64 | 1 << 63,
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_network_is_held_back_and_let_in_again() {
        let rate = Rate::new(2, 3);
        let now = Instant::now();
        let one: IpAddr = "192.0.2.1".parse().unwrap();
        let neighbour: IpAddr = "::ffff:192.0.2.200".parse().unwrap();
        let other: IpAddr = "192.0.3.1".parse().unwrap();
        assert_eq!([one, neighbour, one].map(|address| rate.take(address, now)), [Ok(()); 3]);
        assert_eq!(rate.take(neighbour, now), Err(1));
        assert_eq!(rate.take(other, now), Ok(()));
        let later = now + Duration::from_millis(600);
        assert_eq!(rate.take(one, later), Ok(()));
        assert_eq!(rate.take(one, later), Err(1));
        let slash64: [IpAddr; 3] = ["2001:db8::1", "2001:db8::2", "2001:db8:0:1::1"].map(|text| text.parse().unwrap());
        assert_eq!(network(slash64[0]), network(slash64[1]));
        assert_ne!(network(slash64[0]), network(slash64[2]));
    }

    #[test]
    fn the_table_stays_small() {
        let rate = Rate::new(1, 2);
        let now = Instant::now();
        for network in 0..3 * u32::try_from(NETWORKS).unwrap() {
            rate.take(IpAddr::from((network << 8).to_be_bytes()), now).unwrap();
        }
        assert!(rate.buckets.lock().unwrap().len() <= NETWORKS);
    }

    #[test]
    fn no_rate_no_limit() {
        let rate = Rate::new(0, 1);
        let address = "192.0.2.1".parse().unwrap();
        assert!((0..100).all(|_| rate.take(address, Instant::now()).is_ok()));
    }
}
