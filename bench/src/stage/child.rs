//! A server as a process: started, watched, ended.

use anyhow::{Context, Result, bail};
use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{ChildStdin, ChildStdout, Command, Stdio};
use std::time::Duration;

/// A server that runs until this is dropped.
pub struct Child {
    process: std::process::Child,
    address: SocketAddr,
    /// Kept open, so that the server can go on writing.
    stdout: BufReader<ChildStdout>,
    /// Kept open: one that counts ends with it.
    stdin: ChildStdin,
}

/// A process's memory as the kernel reports it, in MiB.
#[derive(Debug, Clone, Copy)]
pub struct Memory {
    /// Resident now (VmRSS).
    pub resident: f64,
    /// The most it ever was (VmHWM).
    pub most: f64,
}

/// The kernel counts CPU time for programs in hundredths of a second, on every Linux.
const TICK: Duration = Duration::from_millis(10);

impl Child {
    /// Starts it and waits for its line `ready http://ADDRESS`.
    ///
    /// # Errors
    /// When it ends before that, with the end of its log.
    pub fn start(mut command: Command, log: &Path) -> Result<Self> {
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(File::create(log)?);
        let mut process = command.spawn().with_context(|| format!("{}", command.get_program().display()))?;
        let stdout = process.stdout.take().context("the output of a process that was just started")?;
        let stdin = process.stdin.take().context("the input of a process that was just started")?;
        let mut stdout = BufReader::new(stdout);
        let mut line = String::new();
        stdout.read_line(&mut line)?;
        let Some(address) = address_in(&line) else {
            process.kill()?;
            process.wait()?;
            let said = std::fs::read_to_string(log).unwrap_or_default();
            let last: Vec<&str> = said.lines().rev().take(5).collect();
            bail!("it did not start: {}{}", line, last.into_iter().rev().collect::<Vec<_>>().join("\n"));
        };
        Ok(Self { process, address, stdout, stdin })
    }

    /// The address it serves.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Asks it for a line.
    pub fn ask(&mut self) -> Result<String> {
        self.stdin.write_all(b"\n")?;
        let mut line = String::new();
        self.stdout.read_line(&mut line)?;
        Ok(line)
    }

    /// Its memory.
    pub fn memory(&self) -> Result<Memory> {
        let status = self.proc("status")?;
        let field = |name: &str| -> Result<f64> {
            let line = status.lines().find_map(|line| line.strip_prefix(name)).context("a line in /proc")?;
            let kib: f64 = line.trim_start_matches(':').trim().trim_end_matches("kB").trim().parse()?;
            Ok(kib / 1024.0)
        };
        Ok(Memory { resident: field("VmRSS")?, most: field("VmHWM")? })
    }

    /// The CPU time it has used, in user and kernel.
    pub fn cpu(&self) -> Result<Duration> {
        let stat = self.proc("stat")?;
        // after the name in brackets: state is field 3, utime 14, stime 15
        let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
        let ticks = |at: usize| -> Result<u32> { Ok(fields.get(at).context("a field in /proc")?.parse()?) };
        Ok(TICK * (ticks(11)? + ticks(12)?))
    }

    fn proc(&self, file: &str) -> Result<String> {
        let path = format!("/proc/{}/{file}", self.process.id());
        std::fs::read_to_string(&path).with_context(|| format!("{path} (this measures on Linux only)"))
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        // one that has ended already needs no ending
        let _ended = self.process.kill();
        let _waited = self.process.wait();
    }
}

fn address_in(line: &str) -> Option<SocketAddr> {
    line.strip_prefix("ready http://")?.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ready_line_of_both_servers_is_read() {
        let there = "127.0.0.1:8".parse().ok();
        assert_eq!(address_in("ready http://127.0.0.1:8 in 10 ms\n"), there);
        assert_eq!(address_in("ready http://127.0.0.1:8\n"), there);
        assert_eq!(address_in("host: no\n"), None);
    }

    #[test]
    fn a_server_that_does_not_start_says_why() {
        let log = tempfile::NamedTempFile::new().unwrap();
        let mut command = Command::new("sh");
        command.args(["-c", "echo 'no such store' >&2; exit 1"]);
        let error = Child::start(command, log.path()).err().unwrap().to_string();
        assert!(error.contains("no such store"), "{error}");
    }

    #[test]
    fn memory_and_time_of_a_process_are_read() {
        let log = tempfile::NamedTempFile::new().unwrap();
        let mut command = Command::new("sh");
        // it stops itself: with `exec` it can be caught between two programs, when it has no memory yet
        command.args(["-c", "echo 'ready http://127.0.0.1:1'; kill -STOP $$"]);
        let child = Child::start(command, log.path()).unwrap();
        let memory = child.memory().unwrap();
        assert!(memory.resident > 0.1 && memory.most >= memory.resident);
        assert!(child.cpu().unwrap() < Duration::from_secs(5));
    }
}
