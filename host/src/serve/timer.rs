//! Paths that are called on a timer, as a cron job would.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use bytes::Bytes;
use http_body_util::Empty;
use hyper::Request;
use hyper::header::HOST;
use tokio::sync::watch;
use tokio::time::{MissedTickBehavior, interval};

use super::server::{Alive, Server};
use crate::settings::Timer;

/// Calls until `ending` says otherwise; a call that is under way is finished.
pub(super) async fn run(timer: Timer, server: Arc<Server>, mut ending: watch::Receiver<bool>, alive: Alive) {
    let mut ticks = interval(timer.every);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    // the first tick is at once; the first call comes after the first pause
    ticks.tick().await;
    loop {
        tokio::select! {
            _ = ticks.tick() => {}
            _ = ending.changed() => return,
        }
        let request = Request::post(timer.path.as_str()).header(HOST, "localhost").body(Empty::<Bytes>::new());
        match request {
            Ok(request) => {
                let from = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
                let response = server.handle(request, from, alive.clone()).await;
                tracing::info!(action = "timer", status = response.status().as_u16());
            }
            Err(error) => {
                tracing::error!(action = "timer", result = "not a path", %error);
                return;
            }
        }
    }
}
