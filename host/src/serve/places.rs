//! Places for instances, and the queue for them. Networks take turns: one that sends a thousand requests waits for its
//! own thousand, and the first request of another is next.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::oneshot;

use super::network::Network;

/// The places of all instances.
pub(super) struct Places {
    queue: Mutex<Queue>,
    max_waiting: usize,
}

/// A place, free again when dropped.
pub(super) struct Place(Arc<Places>);

/// Nobody can wait here any more.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Full;

struct Queue {
    free: usize,
    waiting: usize,
    ticket: u64,
    /// The networks that wait, the next one first. Each has a line that is not empty.
    turns: VecDeque<Network>,
    lines: HashMap<Network, VecDeque<Waiter>>,
}

struct Waiter {
    ticket: u64,
    call: oneshot::Sender<Place>,
}

impl Places {
    pub(super) fn new(places: usize, max_waiting: usize) -> Arc<Self> {
        let queue = Queue { free: places, waiting: 0, ticket: 0, turns: VecDeque::new(), lines: HashMap::new() };
        Arc::new(Self { queue: Mutex::new(queue), max_waiting })
    }

    fn queue(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A place: immediately, or in the queue. In a full queue the longest line loses its last, who gets [`Full`]; that
    /// may be the one who asks.
    pub(super) async fn take(self: &Arc<Self>, network: Network) -> Result<Place, Full> {
        let (called, _leaves) = {
            let mut queue = self.queue();
            if queue.free > 0 {
                queue.free -= 1;
                return Ok(Place(Arc::clone(self)));
            }
            if queue.waiting >= self.max_waiting {
                queue.make_room(network)?;
            }
            let (ticket, called) = queue.enter(network);
            (called, Leaves { places: self, network, ticket })
        };
        called.await.map_err(|_| Full)
    }
}

impl Queue {
    fn enter(&mut self, network: Network) -> (u64, oneshot::Receiver<Place>) {
        let (call, called) = oneshot::channel();
        self.ticket += 1;
        self.waiting += 1;
        let line = self.lines.entry(network).or_default();
        if line.is_empty() {
            self.turns.push_back(network);
        }
        line.push_back(Waiter { ticket: self.ticket, call });
        (self.ticket, called)
    }

    /// Sends away the last of the longest line, if that is longer than `network`'s would become.
    fn make_room(&mut self, network: Network) -> Result<(), Full> {
        let own = self.lines.get(&network).map_or(0, VecDeque::len);
        let longest = self.lines.iter().max_by_key(|(_, line)| line.len());
        let (&longest, _) = longest.filter(|(_, line)| line.len() > own + 1).ok_or(Full)?;
        let last = self.lines.get(&longest).and_then(VecDeque::back).map(|waiter| waiter.ticket).ok_or(Full)?;
        self.remove(longest, last);
        Ok(())
    }

    fn remove(&mut self, network: Network, ticket: u64) {
        let Some(line) = self.lines.get_mut(&network) else { return };
        let before = line.len();
        line.retain(|waiter| waiter.ticket != ticket);
        self.waiting -= before - line.len();
        if line.is_empty() {
            self.lines.remove(&network);
            self.turns.retain(|turn| *turn != network);
        }
    }

    /// The first waiter of the network whose turn it is, and that network's turn is last.
    fn next(&mut self) -> Option<Waiter> {
        let network = self.turns.pop_front()?;
        let line = self.lines.get_mut(&network)?;
        let first = line.pop_front();
        self.waiting -= usize::from(first.is_some());
        if line.is_empty() {
            self.lines.remove(&network);
        } else {
            self.turns.push_back(network);
        }
        first
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let next = {
            let mut queue = self.0.queue();
            let next = queue.next();
            if next.is_none() {
                queue.free += 1;
            }
            next
        };
        if let Some(next) = next {
            // who left in the meantime drops the place, and so calls the one behind
            drop(next.call.send(Place(Arc::clone(&self.0))));
        }
    }
}

/// Takes its waiter out of the queue, also when the client disconnects.
struct Leaves<'a> {
    places: &'a Places,
    network: Network,
    ticket: u64,
}

impl Drop for Leaves<'_> {
    fn drop(&mut self) {
        self.places.queue().remove(self.network, self.ticket);
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use tokio::sync::mpsc;
    use tokio::task::JoinHandle;

    use super::*;

    fn network(number: u8) -> Network {
        Network::of([192, 0, number, 1].into())
    }

    /// Waits in a task of its own; once it has a place it says so and gives it back.
    async fn wait(places: &Arc<Places>, number: u8, said: &mpsc::UnboundedSender<u8>) -> JoinHandle<Result<(), Full>> {
        let (before, places, said) = (places.queue().waiting, Arc::clone(places), said.clone());
        let watched = Arc::clone(&places);
        let task = tokio::spawn(async move {
            let place = places.take(network(number)).await?;
            said.send(number).unwrap();
            drop(place);
            Ok(())
        });
        for _ in 0..1000 {
            if watched.queue().waiting != before || task.is_finished() {
                break;
            }
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        task
    }

    #[tokio::test]
    async fn networks_take_turns() {
        let places = Places::new(1, 100);
        let (said, mut heard) = mpsc::unbounded_channel();
        let first = places.take(network(1)).await.unwrap();
        let mut tasks = Vec::new();
        for number in [1, 1, 1, 1, 2, 2, 3] {
            tasks.push(wait(&places, number, &said).await);
        }
        assert_eq!(places.queue().waiting, 7);
        drop(first);
        let mut order = Vec::new();
        for task in tasks {
            task.await.unwrap().unwrap();
            order.push(heard.recv().await.unwrap());
        }
        assert_eq!(order, [1, 2, 3, 1, 2, 1, 1]);
        let queue = places.queue();
        assert_eq!((queue.free, queue.waiting, queue.turns.len(), queue.lines.len()), (1, 0, 0, 0));
    }

    #[tokio::test]
    async fn a_full_queue_sends_the_longest_line_away() {
        let places = Places::new(1, 3);
        let (said, _heard) = mpsc::unbounded_channel();
        let held = places.take(network(1)).await.unwrap();
        let mut crowd = Vec::new();
        for _ in 0..3 {
            crowd.push(wait(&places, 1, &said).await);
        }
        assert_eq!(places.take(network(1)).await.err(), Some(Full), "its own line is the longest");
        let other = wait(&places, 2, &said).await;
        assert_eq!(crowd.pop().unwrap().await.unwrap(), Err(Full), "the last of the long line");
        drop(held);
        other.await.unwrap().unwrap();
        for task in crowd {
            task.await.unwrap().unwrap();
        }
    }

    #[tokio::test]
    async fn who_leaves_is_not_called() {
        let places = Places::new(1, 10);
        let (said, mut heard) = mpsc::unbounded_channel();
        let held = places.take(network(1)).await.unwrap();
        let gone = wait(&places, 2, &said).await;
        let stays = wait(&places, 3, &said).await;
        gone.abort();
        assert!(gone.await.unwrap_err().is_cancelled());
        assert_eq!(places.queue().waiting, 1);
        drop(held);
        stays.await.unwrap().unwrap();
        assert_eq!(heard.recv().await, Some(3));
        assert_eq!(places.queue().free, 1);
    }
}
