//! The frame of pages that are only read: awareness and practice. They have the melder's style and no script of their
//! own.
use crate::{html::escape, page};
use shared::profile::Instance;
use std::path::Path;

const SHELL: &str = include_str!("shell.html");

/// A page with its head. What it says comes in last, so no placeholder in that is filled.
pub fn framed(title: &str, content: &str, instance: &Instance, dist: &Path) -> String {
    let head = page::fill(SHELL, instance).replace("{{titel}}", title).replace("{{stijl}}", &style(dist));
    head.replacen("{{inhoud}}", content, 1)
}

/// The link to the melder's style, as it stands in the melder's page: its name holds a hash. Without a bundle the pages
/// are plain.
fn style(dist: &Path) -> String {
    let html = std::fs::read_to_string(dist.join("index.html")).unwrap_or_default();
    let name = html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let found = name.into_iter().find(|name| name.starts_with("/assets/melder") && name.ends_with(".css"));
    found.map_or_else(String::new, |name| format!("<link rel=\"stylesheet\" href=\"{}\">", escape(name)))
}
