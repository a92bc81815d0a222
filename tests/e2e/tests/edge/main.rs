//! The edge: which requests come in at all, how often, and what a browser is told about every answer.

mod fixation;
mod headers;
mod https;
mod limits;
mod origin;
