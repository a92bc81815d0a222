//! Starting and stopping.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::{Arc, Weak};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use tokio::net::TcpListener;
use tokio::sync::{mpsc, watch};
use tokio::time::timeout;

use super::connection::{self, Answers, Door};
use super::crowd::Crowd;
use super::inside::Inside;
use super::pages::Pages;
use super::redirect::Redirect;
use super::server::{Alive, Server, Shared};
use super::timer;
use super::tls::Certificate;
use crate::kv::Calls;
use crate::outgoing::AnswersInside;
use crate::routes::Routes;
use crate::run::App;
use crate::run::app::Leads;
use crate::settings::{Bind, Settings};

/// An application that is served. Dropping it without [`Running::stop`] leaves it running with the runtime.
pub struct Running {
    addresses: Vec<SocketAddr>,
    redirect: Option<SocketAddr>,
    certificate: Option<Arc<Certificate>>,
    ending: watch::Sender<bool>,
    alive: mpsc::Receiver<()>,
    patience: Duration,
    calls: Arc<Calls>,
}

/// Loads the application and serves it. Needs a tokio runtime of several threads.
pub async fn start(settings: Settings) -> Result<Running> {
    ensure!(settings.limits.max_head >= 8192, "--max-head has to be 8192 or more");
    let timers = settings.timers()?;
    let bearer = timer::bearer(settings.every_bearer.as_deref())?;
    let certificate = Certificate::load(&settings.tls)?;
    let app = {
        let settings = settings.clone();
        tokio::task::spawn_blocking(move || App::load(&settings)).await??
    };
    let (ending, told) = watch::channel(false);
    let (alive, last) = mpsc::channel(1);
    let inside = Arc::new(Inside::new(app.inside.clone(), settings.limits.max_body, alive.downgrade())?);
    app.way_inside.open(Arc::downgrade(&inside) as Weak<dyn AnswersInside>);
    let pages = Pages::read(settings.pages().as_deref())?;
    let shared = Arc::new(Shared::new(settings.limits.clone(), pages, inside));
    let opening = Opening { crowd: Arc::clone(&shared.crowd), told, alive };
    let mut addresses = Vec::new();
    for (address, routes) in listeners(&app, &settings)? {
        let server = Arc::new(Server { shared: Arc::clone(&shared), routes: Routes::new(routes) });
        let routes = server.routes.iter().count();
        let door = Door { answers: Answers::Application(server), certificate: certificate.clone() };
        let address = opening.open(address, door).await?;
        tracing::info!(action = "serve", application = app.name, %address, routes, tls = certificate.is_some());
        addresses.push(address);
    }
    let redirect = match (settings.tls.redirect, addresses.first()) {
        (Some(address), Some(to)) => {
            let redirect = Redirect { shared: Arc::clone(&shared), port: to.port() };
            Some(opening.open(address, Door { answers: Answers::Redirect(redirect), certificate: None }).await?)
        }
        (None, _) | (_, None) => None,
    };
    if !timers.is_empty() {
        let server = Arc::new(Server { shared, routes: Routes::new(app.routes.clone()) });
        for timer in timers {
            ensure!(server.routes.find(&timer.path).is_some(), "--every: no route leads to {}", timer.path);
            let (server, told, alive) = (Arc::clone(&server), opening.told.clone(), opening.alive.clone());
            tokio::spawn(timer::run(timer, bearer.clone(), server, told, alive));
        }
    }
    if let Some(certificate) = &certificate {
        tokio::spawn(Arc::clone(certificate).keep(opening.told.clone()));
    }
    let patience = settings.limits.max_time + Duration::from_secs(1);
    Ok(Running { addresses, redirect, certificate, ending, alive: last, patience, calls: app.calls })
}

/// The parts that every listener needs.
struct Opening {
    crowd: Arc<Crowd>,
    told: watch::Receiver<bool>,
    alive: Alive,
}

impl Opening {
    /// Listens there and returns the address: port 0 takes a free one.
    async fn open(&self, address: SocketAddr, door: Door) -> Result<SocketAddr> {
        let listener = TcpListener::bind(address).await.with_context(|| {
            format!("can't serve on {address}; is something else running there? --listen takes another")
        })?;
        let address = listener.local_addr()?;
        let (alive, ending) = (self.alive.clone(), self.told.clone());
        tokio::spawn(connection::accept(alive, ending, Arc::clone(&self.crowd), Arc::new(door), listener));
        Ok(address)
    }
}

impl Running {
    /// Where it is served: the address of `--listen` first, unless everything is bound elsewhere.
    #[must_use]
    pub fn addresses(&self) -> &[SocketAddr] {
        &self.addresses
    }

    /// How to reach them: `https` with a certificate, `http` without.
    #[must_use]
    pub fn scheme(&self) -> &'static str {
        if self.certificate.is_some() { "https" } else { "http" }
    }

    /// The address that only redirects to https, if there is one.
    #[must_use]
    pub fn redirect(&self) -> Option<SocketAddr> {
        self.redirect
    }

    /// The counted calls of the components to their stores.
    #[must_use]
    pub fn calls(&self) -> &Calls {
        &self.calls
    }

    /// Reads certificate and key again, as when their files change. A pair that can't be used changes nothing.
    pub fn read_certificate(&self) {
        if let Some(certificate) = &self.certificate {
            certificate.ask();
        }
    }

    /// Stops accepting, finishes requests in flight, closes the stores.
    pub async fn stop(mut self) {
        tracing::info!(action = "stop", result = "finishing what is under way");
        // sending fails only if everything has ended already
        let _all_ended = self.ending.send(true);
        let result = match timeout(self.patience, self.alive.recv()).await {
            Ok(_) => "finished",
            Err(_) => "something did not finish in time",
        };
        tracing::info!(action = "stop", result);
    }
}

/// The addresses to listen on, each with its routes.
fn listeners(app: &App, settings: &Settings) -> Result<Vec<(SocketAddr, Vec<Leads>)>> {
    let mut bound: BTreeMap<SocketAddr, Vec<Leads>> = BTreeMap::new();
    let mut rest = Vec::new();
    let mut used = vec![false; settings.binds.len()];
    for (route, loaded) in &app.routes {
        let at = |names: &dyn Fn(&Bind) -> bool| settings.binds.iter().position(names);
        // a bind of the route wins over one of its component
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
