//! Components: compiled, linked, instantiated.

pub(crate) mod app;
pub(crate) mod bindings;
mod cache;
mod component;
pub(crate) mod engine;
mod files;
mod output;
pub(crate) mod state;
mod stores;

pub(crate) use app::App;
pub(crate) use component::Loaded;
pub(crate) use engine::INSIDE;
