//! The rate limit per network: a bucket per /24, /64 and /48, in tables of fixed size. Each kind has a table of its
//! own: a flood from many networks of one kind makes no room among the others.

use std::collections::HashMap;
use std::hash::Hash;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use super::network::{NETWORKS_OF_A_SITE, Network, Site};

/// Buckets that each table remembers.
const REMEMBERED: usize = 8192;

/// The limit of a network, and four times as much for a /48.
pub(crate) struct Rate {
    v4: Table<Network>,
    v6: Table<Network>,
    sites: Table<Site>,
}

/// Buckets that fill at `rate` a second up to `burst`.
struct Table<K> {
    rate: f64,
    burst: f64,
    buckets: Mutex<HashMap<K, Bucket>>,
}

struct Bucket {
    left: f64,
    at: Instant,
}

impl Rate {
    /// `rate` 0: no limit.
    pub(crate) fn new(rate: u32, burst: u32) -> Self {
        let times = NETWORKS_OF_A_SITE;
        let sites = Table::new(rate.saturating_mul(times), burst.saturating_mul(times));
        Self { v4: Table::new(rate, burst), v6: Table::new(rate, burst), sites }
    }

    /// Takes one request from the network's bucket, or says in how many seconds there is one again.
    pub(crate) fn take(&self, address: IpAddr, now: Instant) -> Result<(), u64> {
        let network = Network::of(address);
        if !network.is_v6() {
            return self.v4.take(network, now);
        }
        // the network first: what it is refused costs its neighbours nothing
        self.v6.take(network, now)?;
        self.sites.take(network.site(), now)
    }
}

impl<K: Eq + Hash> Table<K> {
    fn new(rate: u32, burst: u32) -> Self {
        Self { rate: rate.into(), burst: burst.max(1).into(), buckets: Mutex::default() }
    }

    fn take(&self, key: K, now: Instant) -> Result<(), u64> {
        if self.rate == 0.0 {
            return Ok(());
        }
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= REMEMBERED && !buckets.contains_key(&key) {
            self.make_room(&mut buckets, now);
        }
        let bucket = buckets.entry(key).or_insert(Bucket { left: self.burst, at: now });
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
    fn make_room(&self, buckets: &mut HashMap<K, Bucket>, now: Instant) {
        buckets.retain(|_, bucket| self.filled(bucket, now) < self.burst);
        if buckets.len() >= REMEMBERED {
            buckets.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn address(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn a_network_is_held_back_and_let_in_again() {
        let rate = Rate::new(2, 3);
        let now = Instant::now();
        let [one, neighbour, other] = ["192.0.2.1", "::ffff:192.0.2.200", "192.0.3.1"].map(address);
        assert_eq!([one, neighbour, one].map(|address| rate.take(address, now)), [Ok(()); 3]);
        assert_eq!(rate.take(neighbour, now), Err(1));
        assert_eq!(rate.take(other, now), Ok(()));
        let later = now + Duration::from_millis(600);
        assert_eq!(rate.take(one, later), Ok(()));
        assert_eq!(rate.take(one, later), Err(1));
    }

    /// Who has a /48 has 65,536 networks.
    #[test]
    fn a_site_is_held_back_whatever_network_it_takes() {
        let rate = Rate::new(1, 2);
        let now = Instant::now();
        let of = |site: u16, network: u16| address(&format!("2001:db8:{site:x}:{network:x}::1"));
        let let_in = (0..100).filter(|network| rate.take(of(1, *network), now).is_ok()).count();
        assert_eq!(let_in, 8);
        assert_eq!(rate.take(of(2, 0), now), Ok(()), "another site");
        assert_eq!([0, 0].map(|_| rate.take(of(2, 0), now)), [Ok(()), Err(1)], "and one network of it");
        assert_eq!(rate.take(of(2, 1), now), Ok(()), "what a network is refused costs its site nothing");
    }

    #[test]
    fn the_table_stays_small_and_a_flood_of_one_kind_leaves_the_others() {
        let rate = Rate::new(1, 2);
        let now = Instant::now();
        let six = address("2001:db8::1");
        assert_eq!([0, 0, 0].map(|_| rate.take(six, now)), [Ok(()), Ok(()), Err(1)]);
        for network in 0..3 * u32::try_from(REMEMBERED).unwrap() {
            rate.take(IpAddr::from((network << 8).to_be_bytes()), now).unwrap();
        }
        assert!(rate.v4.buckets.lock().unwrap().len() <= REMEMBERED);
        assert_eq!(rate.take(six, now), Err(1), "it is remembered");
    }

    #[test]
    fn no_rate_no_limit() {
        let rate = Rate::new(0, 1);
        assert!((0..100).all(|_| rate.take(address("192.0.2.1"), Instant::now()).is_ok()));
        assert!((0..100).all(|_| rate.take(address("2001:db8::1"), Instant::now()).is_ok()));
    }
}
