//! The edge: which requests come in at all, how often, and what a browser is told about every answer.

#[path = "edge/fixation.rs"]
mod fixation;
#[path = "edge/headers.rs"]
mod headers;
#[path = "edge/https.rs"]
mod https;
#[path = "edge/limits.rs"]
mod limits;
#[path = "edge/origin.rs"]
mod origin;
