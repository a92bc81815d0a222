//! Prints the addresses as soon as the host answers. `serve` replaces itself by the host, so a second process does
//! this.

use crate::command;
use crate::project::Project;
use anyhow::{Context, Result};
use clap::Args;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::os::unix::process::parent_id;
use std::time::{Duration, Instant};

/// The host compiles the components at its first start, which takes seconds. After this time something is wrong.
const PATIENCE: Duration = Duration::from_secs(120);

/// The message, and the address to wait for.
#[derive(Args)]
pub struct Welcome {
    /// the address that has to answer
    listen: SocketAddr,
    /// the message
    text: String,
}

/// Starts the process that waits and prints.
pub fn announce(project: &Project, listen: SocketAddr, text: &str) -> Result<()> {
    let mut beside = command::program(project.xtask());
    beside.arg("welcome").arg(listen.to_string()).arg(text).spawn().context("starting xtask beside the host")?;
    Ok(())
}

impl Welcome {
    /// Requests the health page until it answers 200. Gives up when the host has ended.
    pub fn say(&self) {
        let host = parent_id();
        let start = Instant::now();
        while parent_id() == host {
            if healthy(self.listen).unwrap_or(false) {
                println!("{}", self.text);
                return;
            }
            if start.elapsed() > PATIENCE {
                eprintln!("the host on {} has not become healthy in {} s", self.listen, PATIENCE.as_secs());
                return;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

fn healthy(listen: SocketAddr) -> std::io::Result<bool> {
    let mut stream = TcpStream::connect_timeout(&listen, Duration::from_secs(1))?;
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let request = format!("GET /api/v1/gezondheid HTTP/1.1\r\nHost: {listen}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes())?;
    let mut answer = [0; 12];
    stream.read_exact(&mut answer)?;
    Ok(answer == *b"HTTP/1.1 200")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::TcpListener;

    fn answering(answer: &'static str) -> SocketAddr {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut request = [0; 4096];
            let read = stream.read(&mut request).unwrap();
            assert!(request[..read].starts_with(b"GET /api/v1/gezondheid HTTP/1.1\r\n"));
            stream.write_all(answer.as_bytes()).unwrap();
        });
        address
    }

    #[test]
    fn only_200_is_healthy() {
        assert!(healthy(answering("HTTP/1.1 200 OK\r\n\r\n")).unwrap());
        assert!(!healthy(answering("HTTP/1.1 503 Service Unavailable\r\n\r\n")).unwrap());
    }
}
