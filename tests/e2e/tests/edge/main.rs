//! The edge: which requests are let in, how often, and the security headers of every answer.

mod fixation;
mod headers;
mod https;
mod limits;
mod origin;
