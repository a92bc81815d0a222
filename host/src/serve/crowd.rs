//! The connections that are open, by network. A network that has as many as it may loses the one that has been idle
//! longest, or is refused. When there is no room at all, the largest crowd makes some. So one network can't keep the
//! others out, whatever it does with its connections.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::line::Line;
use super::network::{NETWORKS_OF_A_SITE, Network, Site};

/// A client that has taken nothing for so long makes room for another of its network.
const STUCK: Duration = Duration::from_secs(5);

/// All open connections.
pub(super) struct Crowd {
    most: usize,
    of_network: usize,
    of_site: usize,
    inside: Mutex<Inside>,
}

#[derive(Default)]
struct Inside {
    count: usize,
    number: u64,
    /// Proxies aren't in here: many people share their connections.
    sites: HashMap<Site, Vec<Member>>,
}

struct Member {
    number: u64,
    network: Network,
    line: Arc<Line>,
}

/// An open connection. Its room is free again when this is dropped.
pub(super) struct Entered {
    crowd: Arc<Crowd>,
    pub line: Arc<Line>,
    number: u64,
    network: Option<Network>,
}

impl Crowd {
    /// At most `most` connections, `of_network` of one network, and of no network more than a quarter.
    pub(super) fn new(most: usize, of_network: usize) -> Arc<Self> {
        let most = most.max(1);
        let quarter = (most / 4).max(1);
        let times = NETWORKS_OF_A_SITE as usize;
        let (of_network, of_site) = (of_network.min(quarter), of_network.saturating_mul(times).min(quarter));
        Arc::new(Self { most, of_network, of_site, inside: Mutex::default() })
    }

    /// Lets a connection in, or says that there is no room for it. A proxy is only counted.
    pub(super) fn enter(self: &Arc<Self>, from: IpAddr, is_proxy: bool) -> Option<Entered> {
        let mut inside = self.inside.lock().unwrap_or_else(PoisonError::into_inner);
        let network = (!is_proxy).then(|| Network::of(from));
        if let Some(network) = network {
            self.within_its_own(&mut inside, network)?;
        }
        if inside.count >= self.most {
            inside.make_room(network)?;
        }
        let line = Line::new();
        inside.number += 1;
        inside.count += 1;
        let number = inside.number;
        if let Some(network) = network {
            let member = Member { number, network, line: Arc::clone(&line) };
            inside.sites.entry(network.site()).or_default().push(member);
        }
        drop(inside);
        Some(Entered { crowd: Arc::clone(self), line, number, network })
    }

    /// Makes room among the network's own connections where it has too many.
    fn within_its_own(&self, inside: &mut Inside, network: Network) -> Option<()> {
        let Some(members) = inside.sites.get(&network.site()) else { return Some(()) };
        let own = members.iter().filter(|member| member.network == network).count();
        let whole_site = members.len() >= self.of_site;
        if own < self.of_network && !whole_site {
            return Some(());
        }
        let near = || members.iter().filter(|member| whole_site || member.network == network);
        let idle = near().filter(|member| member.line.is_idle()).min_by_key(|member| member.line.last());
        let number = idle.or_else(|| stuck(near()))?.number;
        inside.send_away(network.site(), number);
        Some(())
    }

    /// Ends the connection of this network whose client has taken nothing for longest, if there is such a one.
    pub(super) fn relieve(&self, network: Network) {
        let mut inside = self.inside.lock().unwrap_or_else(PoisonError::into_inner);
        let members = inside.sites.get(&network.site()).into_iter().flatten();
        if let Some(number) = stuck(members.filter(|member| member.network == network)).map(|member| member.number) {
            inside.send_away(network.site(), number);
        }
    }

    fn leave(&self, network: Option<Network>, number: u64) {
        let mut inside = self.inside.lock().unwrap_or_else(PoisonError::into_inner);
        match network {
            Some(network) => inside.remove(network.site(), number),
            None => inside.count = inside.count.saturating_sub(1),
        }
    }
}

/// The one that has been stuck for longest, and for long enough.
fn stuck<'a>(members: impl Iterator<Item = &'a Member>) -> Option<&'a Member> {
    members.max_by_key(|member| member.line.stuck_for()).filter(|member| member.line.stuck_for() >= STUCK)
}

impl Inside {
    /// Sends one away of the site with the most connections, if that has more than the newcomer's would have: an idle
    /// one first, else the one on which nothing moved for longest.
    fn make_room(&mut self, network: Option<Network>) -> Option<()> {
        let own = network.and_then(|network| self.sites.get(&network.site())).map_or(0, Vec::len);
        let largest = self.sites.iter().max_by_key(|(_, members)| members.len());
        let (&site, members) = largest.filter(|(_, members)| members.len() > own + 1)?;
        let order = |member: &&Member| (!member.line.is_idle(), member.line.last());
        let number = members.iter().min_by_key(order)?.number;
        self.send_away(site, number);
        Some(())
    }

    /// Its room counts as free from now on; it ends within a second.
    fn send_away(&mut self, site: Site, number: u64) {
        let members = self.sites.get(&site).into_iter().flatten();
        members.filter(|member| member.number == number).for_each(|member| member.line.ask_to_leave());
        self.remove(site, number);
    }

    fn remove(&mut self, site: Site, number: u64) {
        let Some(members) = self.sites.get_mut(&site) else { return };
        if let Some(at) = members.iter().position(|member| member.number == number) {
            members.swap_remove(at);
            self.count = self.count.saturating_sub(1);
        }
        if members.is_empty() {
            self.sites.remove(&site);
        }
    }
}

impl Drop for Entered {
    fn drop(&mut self) {
        self.crowd.leave(self.network, self.number);
    }
}

/// Says in the log that connections are refused, once a minute at most.
#[derive(Default)]
pub(super) struct Refusals(Mutex<Option<(Instant, u64)>>);

impl Refusals {
    /// Counts one.
    pub(super) fn note(&self) {
        let mut since = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match &mut *since {
            Some((at, count)) if at.elapsed().as_secs() < 60 => *count += 1,
            other => {
                let before = other.map_or(0, |(_, count)| count);
                tracing::warn!(action = "accept", result = "a network has too many connections", before);
                *other = Some((Instant::now(), 0));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    async fn is_asked(entered: &Entered) -> bool {
        tokio::time::timeout(Duration::from_millis(5), entered.line.asked_to_leave()).await.is_ok()
    }

    #[tokio::test]
    async fn a_network_loses_its_idle_connection_or_is_refused() {
        let crowd = Crowd::new(100, 2);
        let enter = |address: &str| crowd.enter(from(address), false);
        let (one, two) = (enter("192.0.2.1").unwrap(), enter("192.0.2.9").unwrap());
        let busy = one.line.begin();
        let three = enter("192.0.2.3").unwrap();
        assert!(is_asked(&two).await && !is_asked(&one).await, "the idle one leaves");
        let _busy = (busy, three.line.begin());
        assert!(enter("192.0.2.4").is_none(), "both are busy");
        assert!(enter("192.0.3.4").is_some(), "another network");
        drop((one, two, three));
        assert!(enter("192.0.2.4").is_some());
    }

    #[tokio::test]
    async fn a_site_has_four_times_as_many_whatever_its_networks() {
        let crowd = Crowd::new(1000, 2);
        let inside: Vec<_> = (0..20)
            .filter_map(|network| {
                let entered = crowd.enter(from(&format!("2001:db8:0:{network:x}::1")), false)?;
                let busy = entered.line.begin();
                Some((entered, busy))
            })
            .collect();
        assert_eq!(inside.len(), 8);
        assert!(crowd.enter(from("2001:db8:1::1"), false).is_some());
    }

    #[tokio::test]
    async fn the_largest_crowd_makes_room() {
        let crowd = Crowd::new(8, 64);
        let enter = |address: &str, is_proxy| crowd.enter(from(address), is_proxy);
        let many: Vec<_> = (0..4).map(|host| enter(&format!("192.0.{}.1", host / 2), false).unwrap()).collect();
        let busy: Vec<_> = many.iter().map(|entered| entered.line.begin()).collect();
        assert!(enter("192.0.0.7", false).is_none(), "no network has more than a quarter");
        let proxied: Vec<_> = (0..4).map(|_| enter("127.0.0.1", true).unwrap()).collect();
        tokio::time::sleep(Duration::from_millis(5)).await;
        many[0].line.moves();
        many[2].line.moves();
        many[3].line.moves();
        let new = enter("198.51.100.1", false).unwrap();
        assert!(is_asked(&many[1]).await || is_asked(&many[2]).await || is_asked(&many[3]).await);
        for entered in &proxied {
            assert!(!is_asked(entered).await, "a proxy is not sent away");
        }
        drop((new, many, busy, proxied));
        let inside = crowd.inside.lock().unwrap();
        assert_eq!((inside.count, inside.sites.len()), (0, 0), "nothing stays behind");
    }
}
