//! The program: settings from the command line, logs on stderr, one line on stdout when it serves.

use std::io::Write;
use std::process::ExitCode;
use std::time::Instant;

use clap::Parser;
use tokio::signal::unix::{Signal, SignalKind, signal};

fn main() -> ExitCode {
    let began = Instant::now();
    let settings = host::Settings::parse();
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_ansi(false).with_target(false).init();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let ended = match runtime {
        Ok(runtime) => runtime.block_on(run(settings, began)),
        Err(error) => Err(error.into()),
    };
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("host: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(settings: host::Settings, began: Instant) -> anyhow::Result<()> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    // without a certificate the signal keeps its usual meaning: a terminal that closes ends the host
    let mut hangup = settings.tls.certificate.as_ref().map(|_| signal(SignalKind::hangup())).transpose()?;
    let running = host::start(settings).await?;
    for address in running.addresses() {
        let (ready, scheme) = (began.elapsed().as_millis(), running.scheme());
        writeln!(std::io::stdout(), "ready {scheme}://{address} in {ready} ms")?;
    }
    loop {
        tokio::select! {
            _ = terminate.recv() => break,
            _ = interrupt.recv() => break,
            () = received(&mut hangup) => running.read_certificate(),
        }
    }
    running.stop().await;
    Ok(())
}

/// Waits for a signal; forever where it isn't listened to.
async fn received(signal: &mut Option<Signal>) {
    match signal {
        Some(signal) => drop(signal.recv().await),
        None => std::future::pending().await,
    }
}
