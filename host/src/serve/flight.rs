//! The bytes that are under way for each network: request bodies that were announced, and answers until they are read.
//! A network that holds too many waits until some are gone; the others don't notice.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::Notify;

use super::network::Network;

/// What is counted for an answer before its size is known.
pub(super) const ANSWER: usize = 64 << 10;

/// The networks with something under way.
pub(super) struct Flight {
    most: usize,
    networks: Mutex<HashMap<Network, Arc<Held>>>,
}

/// What one network holds.
#[derive(Default)]
struct Held {
    bytes: AtomicUsize,
    less: Notify,
}

/// Bytes under way, gone when dropped.
pub(super) struct Bytes {
    flight: Arc<Flight>,
    network: Network,
    held: Arc<Held>,
    count: usize,
}

impl Flight {
    /// At most `most` bytes for one network, and then one request more.
    pub(super) fn new(most: usize) -> Arc<Self> {
        Arc::new(Self { most, networks: Mutex::default() })
    }

    /// Waits until the network holds less than it may, and counts these bytes.
    pub(super) async fn take(self: &Arc<Self>, network: Network, count: usize) -> Bytes {
        let held = {
            let mut networks = self.networks.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(networks.entry(network).or_default())
        };
        // dropped with nothing in it when the client leaves while it waits
        let mut bytes = Bytes { flight: Arc::clone(self), network, held, count: 0 };
        loop {
            let held = Arc::clone(&bytes.held);
            let mut less = std::pin::pin!(held.less.notified());
            less.as_mut().enable();
            let add = |now: usize| (now < self.most).then(|| now.saturating_add(count));
            if bytes.held.bytes.fetch_update(Ordering::AcqRel, Ordering::Acquire, add).is_ok() {
                bytes.count = count;
                return bytes;
            }
            less.await;
        }
    }
}

impl Bytes {
    /// Counts more, or less, from now on. What has arrived can't wait.
    pub(super) fn become_count(&mut self, count: usize) {
        let bytes = &self.held.bytes;
        if count >= self.count {
            bytes.fetch_add(count - self.count, Ordering::AcqRel);
        } else {
            bytes.fetch_sub(self.count - count, Ordering::AcqRel);
            self.held.less.notify_waiters();
        }
        self.count = count;
    }
}

impl Drop for Bytes {
    fn drop(&mut self) {
        self.become_count(0);
        let mut networks = self.flight.networks.lock().unwrap_or_else(PoisonError::into_inner);
        // the table's and ours: nobody else holds or waits
        if Arc::strong_count(&self.held) == 2 {
            networks.remove(&self.network);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use tokio::time::timeout;

    use super::*;

    const SOON: Duration = Duration::from_millis(50);

    fn network(number: u8) -> Network {
        Network::of([192, 0, number, 1].into())
    }

    #[tokio::test]
    async fn a_network_waits_for_its_own_bytes() {
        let flight = Flight::new(100);
        let one = flight.take(network(1), 60).await;
        let mut two = flight.take(network(1), 60).await;
        assert!(timeout(SOON, flight.take(network(1), 1)).await.is_err(), "it holds 120");
        assert!(timeout(SOON, flight.take(network(2), 1)).await.is_ok(), "another network");
        let waits = tokio::spawn({
            let flight = Arc::clone(&flight);
            async move { flight.take(network(1), 500).await }
        });
        tokio::time::sleep(SOON).await;
        two.become_count(30);
        let large = timeout(Duration::from_secs(5), waits).await.unwrap().unwrap();
        assert!(timeout(SOON, flight.take(network(1), 1)).await.is_err());
        drop((one, two, large));
        assert!(flight.networks.lock().unwrap().is_empty(), "nothing stays behind");
    }

    #[tokio::test]
    async fn an_answer_may_turn_out_larger() {
        let flight = Flight::new(100);
        let mut one = flight.take(network(1), 10).await;
        one.become_count(1000);
        assert!(timeout(SOON, flight.take(network(1), 1)).await.is_err());
        drop(one);
        assert!(timeout(SOON, flight.take(network(1), 1)).await.is_ok());
        assert!(flight.networks.lock().unwrap().is_empty());
    }
}
