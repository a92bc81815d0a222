//! Starting and stopping.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use tokio::net::TcpListener;
use tokio::sync::{Semaphore, mpsc, watch};
use tokio::time::timeout;

use super::server::{Server, Shared};
use super::{connection, timer};
use crate::routes::Routes;
use crate::run::App;
use crate::run::app::Leads;
use crate::settings::{Bind, Settings};

/// An application that is served. Dropping it without [`Running::stop`] leaves it running with the runtime.
pub struct Running {
    addresses: Vec<SocketAddr>,
    ending: watch::Sender<bool>,
    alive: mpsc::Receiver<()>,
    patience: Duration,
}

/// Loads the application and serves it. Needs a tokio runtime of several threads.
pub async fn start(settings: Settings) -> Result<Running> {
    ensure!(settings.limits.max_head >= 8192, "--max-head has to be 8192 or more");
    let timers = settings.timers()?;
    let app = {
        let settings = settings.clone();
        tokio::task::spawn_blocking(move || App::load(&settings)).await??
    };
    let shared = Arc::new(Shared::new(settings.limits.clone()));
    let connections = Arc::new(Semaphore::new(settings.limits.max_connections));
    let (ending, told) = watch::channel(false);
    let (alive, last) = mpsc::channel(1);
    let mut addresses = Vec::new();
    for (address, routes) in listeners(&app, &settings)? {
        let listener = TcpListener::bind(address).await.with_context(|| {
            format!("can't serve on {address}; is something else running there? --listen takes another")
        })?;
        let address = listener.local_addr()?;
        addresses.push(address);
        let server = Arc::new(Server { shared: Arc::clone(&shared), routes: Routes::new(routes) });
        tracing::info!(action = "serve", application = app.name, %address, routes = server.routes.iter().count());
        tokio::spawn(connection::accept(listener, server, Arc::clone(&connections), told.clone(), alive.clone()));
    }
    if !timers.is_empty() {
        let server = Arc::new(Server { shared, routes: Routes::new(app.routes.clone()) });
        for timer in timers {
            ensure!(server.routes.find(&timer.path).is_some(), "--every: no route leads to {}", timer.path);
            tokio::spawn(timer::run(timer, Arc::clone(&server), told.clone(), alive.clone()));
        }
    }
    Ok(Running { addresses, ending, alive: last, patience: settings.limits.max_time + Duration::from_secs(1) })
}

impl Running {
    /// Where it is served: the address of `--listen` first, unless everything is bound elsewhere.
    #[must_use]
    pub fn addresses(&self) -> &[SocketAddr] {
        &self.addresses
    }

    /// Accepts nothing more, finishes what is under way, closes the stores.
    pub async fn stop(mut self) {
        tracing::info!(action = "stop", result = "finishing what is under way");
        // nobody listens any more only if everything has ended already
        let _all_ended = self.ending.send(true);
        let result = match timeout(self.patience, self.alive.recv()).await {
            Ok(_) => "finished",
            Err(_) => "something did not finish in time",
        };
        tracing::info!(action = "stop", result);
    }
}

/// Which routes are served where.
fn listeners(app: &App, settings: &Settings) -> Result<Vec<(SocketAddr, Vec<Leads>)>> {
    let mut bound: BTreeMap<SocketAddr, Vec<Leads>> = BTreeMap::new();
    let mut rest = Vec::new();
    let mut used = vec![false; settings.binds.len()];
    for (route, loaded) in &app.routes {
        let at = |names: &dyn Fn(&Bind) -> bool| settings.binds.iter().position(names);
        // a route said by itself comes before its component
        let bind = at(&|bind| bind.what == route.raw()).or_else(|| at(&|bind| bind.what == loaded.surroundings.name));
        let lead = (route.clone(), Arc::clone(loaded));
        match bind {
            Some(bind) => {
                used[bind] = true;
                bound.entry(settings.binds[bind].address).or_default().push(lead);
            }
            None => rest.push(lead),
        }
    }
    for (bind, used) in settings.binds.iter().zip(used) {
        ensure!(used, "--bind {}: there is no component or route of that name", bind.what);
    }
    let mut listeners = Vec::new();
    if !rest.is_empty() {
        rest.extend(bound.remove(&settings.listen).into_iter().flatten());
        listeners.push((settings.listen, rest));
    }
    listeners.extend(bound);
    Ok(listeners)
}
