//! The settings that keep one client or one network from taking what belongs to all.

use std::time::Duration;

use clap::Args;

/// What one network may hold, and how slow a client may be.
#[derive(Debug, Clone, Args)]
pub struct Share {
    /// How many connections one network (/24 or /64) may have; a /48 four times as many, and no network more than a
    /// quarter of all
    #[arg(long, value_name = "N", default_value_t = 64, value_parser = clap::value_parser!(u32).range(1..))]
    pub network_connections: u32,
    /// Bytes of requests and answers under way for one network, in MiB; its next request waits
    #[arg(long, value_name = "MIB", default_value_t = 8, value_parser = clap::value_parser!(u32).range(1..=65536))]
    pub network_bytes: u32,
    /// Request bodies in memory for all clients together, in MiB; the next waits
    #[arg(long, value_name = "MIB", default_value_t = 64, value_parser = clap::value_parser!(u32).range(1..=65536))]
    pub max_bodies: u32,
    /// How many bytes a client has to take or send in --pace-time
    #[arg(long, value_name = "BYTES", default_value_t = 8 * 1024)]
    pub pace: usize,
    /// The time for --pace, in seconds: a body that is slower is refused, a reader that is slower three times in a row
    /// is cut off
    #[arg(long, value_name = "SECONDS", default_value = "10", value_parser = super::parse_seconds)]
    pub pace_time: Duration,
    /// How long a client may take to read one answer, in seconds
    #[arg(long, value_name = "SECONDS", default_value = "300", value_parser = super::parse_seconds)]
    pub max_answer_time: Duration,
}
