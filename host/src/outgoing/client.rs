//! Sending: resolve the name once, refuse addresses that are not public, connect to that same address.

use std::net::SocketAddr;
use std::time::Duration;

use http_body_util::BodyExt;
use hyper::client::conn::http1;
use hyper::{Request, Response, Uri};
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpStream, lookup_host};
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;
use wasmtime_wasi_http::{Error, RequestOptions, Result, WasiBody};

use super::address::is_public;
use super::allowed::port_of;
use super::paced::Paced;
use super::{Driver, tls};
use crate::settings::Outgoing;

/// Sends for all components.
pub(crate) struct Client {
    tls: TlsConnector,
    allow_private: bool,
    time: Duration,
}

trait Stream: AsyncRead + AsyncWrite + Send + Unpin {}
impl<T: AsyncRead + AsyncWrite + Send + Unpin> Stream for T {}

impl Client {
    pub(crate) fn new(settings: &Outgoing) -> anyhow::Result<Self> {
        Ok(Self {
            tls: tls::connector(settings.extra_ca.as_deref())?,
            allow_private: settings.allow_private,
            time: settings.time,
        })
    }

    /// How long is waited: as long as the component asked, and no longer than the settings say.
    pub(super) fn wait(&self, asked: Option<Duration>) -> Duration {
        asked.unwrap_or(self.time).min(self.time)
    }

    /// Sends a request whose host was found allowed. No wait is longer than the component asked or the settings say.
    pub(super) async fn send(
        &self,
        mut request: Request<WasiBody>,
        options: RequestOptions,
    ) -> Result<(Response<WasiBody>, Driver)> {
        let wait = |asked| self.wait(asked);
        let connecting = wait(options.connect_timeout);
        let stream = timeout(connecting, self.connect(request.uri())).await.map_err(|_| Error::ConnectionTimeout)??;
        let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
        let path = request.uri().path_and_query().map_or("/", |path| path.as_str());
        *request.uri_mut() = path.parse().map_err(|_| Error::HttpRequestUriInvalid)?;
        let mut connection = Box::pin(connection);
        let mut ended = false;
        let exchange = async {
            let mut answer = std::pin::pin!(sender.send_request(request));
            loop {
                tokio::select! {
                    biased;
                    answer = &mut answer => break answer,
                    end = &mut connection, if !ended => { ended = true; end?; }
                }
            }
        };
        let response =
            timeout(wait(options.first_byte_timeout), exchange).await.map_err(|_| Error::ConnectionReadTimeout)??;
        let pause = wait(options.between_bytes_timeout);
        let response = response.map(|body| Paced::new(body, pause).boxed_unsync());
        let driver = async move { if ended { Ok(()) } else { connection.await.map_err(Error::from) } };
        Ok((response, Box::new(driver)))
    }

    async fn connect(&self, uri: &Uri) -> Result<Box<dyn Stream>> {
        let (Some(scheme), Some(host)) = (uri.scheme_str(), uri.host()) else {
            return Err(Error::HttpRequestUriInvalid);
        };
        let host = host.trim_start_matches('[').trim_end_matches(']').to_owned();
        let port = uri.port_u16().or(port_of(scheme)).ok_or(Error::HttpRequestUriInvalid)?;
        let tcp = self.reach(&host, port).await?;
        if scheme != "https" {
            return Ok(Box::new(tcp));
        }
        let name = ServerName::try_from(host).map_err(|_| Error::HttpRequestUriInvalid)?;
        Ok(Box::new(self.tls.connect(name, tcp).await.map_err(Error::Tls)?))
    }

    /// The first address behind the name that may be and can be reached.
    async fn reach(&self, host: &str, port: u16) -> Result<TcpStream> {
        let unknown = |_| Error::DnsError { rcode: None, info_code: None };
        let found: Vec<SocketAddr> = lookup_host((host, port)).await.map_err(unknown)?.collect();
        let mut last = Error::DestinationNotFound;
        for address in found {
            if !self.allow_private && !is_public(address.ip()) {
                last = Error::DestinationIpProhibited;
                continue;
            }
            match TcpStream::connect(address).await {
                Ok(stream) => return Ok(stream),
                Err(error) => last = Error::Connect(error),
            }
        }
        if matches!(last, Error::DestinationIpProhibited) {
            tracing::warn!(action = "outgoing", result = "not a public address; --allow-private lets it through");
        }
        Err(last)
    }
}
