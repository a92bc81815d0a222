//! The pages of the melder and the AF. Two entries (`bin/melder.rs`, `bin/officer.rs`) share one library; the module of
//! an entry contains only what that entry uses.
//!
//! `ui/` knows nothing of the domain and never fetches; `messages/` adds to the Dutch texts of the crate `words`;
//! `features/` holds the pages. Validation and permissions are decided in `shared`, never here.

pub mod back;
pub mod browser;
pub mod check;
pub mod client;
pub mod csv;
pub mod features;
pub mod json;
pub mod messages;
pub mod route;
pub mod tabs;
pub mod typed;
pub mod ui;
pub mod vault;

/// A smaller one than the standard library's.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
