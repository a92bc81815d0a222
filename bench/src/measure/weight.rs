//! The bytes of the melder's first visit: the page, and everything it refers to, as sent over the network.

use super::page::{has_names, references};
use crate::load::Connection;
use crate::stage::get;
use crate::table::{Aim, Table};
use anyhow::{Context, Result, bail, ensure};
use http::{StatusCode, header};
use serde::Deserialize;
use shared::contract::Endpoint;
use std::net::SocketAddr;
use std::path::Path;

/// The pages on which a melder can arrive.
const PAGES: [&str; 2] = ["/", "/melden"];
/// The aim, in units of 1,000 bytes.
const MOST: f64 = 180.0;

/// A line of `dist/assets.json`.
#[derive(Deserialize)]
struct Asset {
    file: String,
    brotli: usize,
}

/// The list of what was bundled.
///
/// # Errors
/// An error when there is no bundle, or only a development bundle.
pub fn dist(root: &Path) -> Result<Vec<Bundled>> {
    let list = root.join("dist/assets.json");
    let Ok(list) = std::fs::read(list) else { bail!("dist/ is missing: run `cargo xtask build`") };
    let assets: Vec<Asset> = serde_json::from_slice(&list).context("dist/assets.json")?;
    for asset in assets.iter().filter(|asset| asset.file.ends_with(".wasm")) {
        let module = std::fs::read(root.join("dist").join(&asset.file)).with_context(|| asset.file.clone())?;
        ensure!(!has_names(&module), "dist/ was made with --fast: run `cargo xtask build` without it");
    }
    Ok(assets.into_iter().map(|asset| Bundled { address: format!("/{}", asset.file), brotli: asset.brotli }).collect())
}

/// A bundled file by its address, with its size as brotli.
pub struct Bundled {
    address: String,
    brotli: usize,
}

/// Loads the pages as a browser would, and adds up.
pub async fn measure(root: &Path, host: SocketAddr, table: &mut Table) -> Result<()> {
    let bundled = dist(root)?;
    let mut connection = Connection::open(host).await?;
    let (mut addresses, mut pages) = (Vec::new(), Vec::new());
    for page in PAGES {
        let (html, encoding) = load(&mut connection, page).await?;
        // once more without compression, to read it
        let mut plain = get(page)?;
        plain.headers_mut().remove(header::ACCEPT_ENCODING);
        addresses.extend(references(&String::from_utf8_lossy(&connection.send(plain).await?.body)));
        pages.push((named(page, &encoding), html));
    }
    // the same page under both addresses is loaded once
    pages.dedup_by(|later, earlier| later.1 == earlier.1);
    let mut lines: Vec<(String, usize)> = pages.into_iter().map(|(page, html)| (page, html.len())).collect();
    // the form asks this of the server when it starts
    addresses.push(Endpoint::Instance.url(""));
    addresses.sort();
    addresses.dedup();
    for address in addresses {
        let (body, encoding) = load(&mut connection, &address).await?;
        if let Some(file) = bundled.iter().find(|file| file.address == address).filter(|_| encoding == "br") {
            ensure!(file.brotli == body.len(), "{address} comes as {} bytes, not {}", body.len(), file.brotli);
        }
        lines.push((named(&address, &encoding), body.len()));
    }
    table.section("The melder's first visit, as it comes over the line", ["bytes", ""]);
    let total: usize = lines.iter().map(|(_, bytes)| bytes).sum();
    lines.sort_by_key(|(_, bytes)| std::cmp::Reverse(*bytes));
    for (address, bytes) in lines {
        table.single(&address, bytes.to_string(), None);
    }
    table.single("together", total.to_string(), Aim::below(MOST, "KB", total as f64 / 1000.0));
    Ok(())
}

/// A body as it came, and in which encoding; none: as it is.
async fn load(connection: &mut Connection, address: &str) -> Result<(bytes::Bytes, String)> {
    let answer = connection.send(get(address)?).await?;
    ensure!(answer.status == StatusCode::OK, "{address}, which the page refers to, is answered with {}", answer.status);
    let encoding = answer.headers.get(header::CONTENT_ENCODING).map(|value| value.to_str()).transpose()?;
    Ok((answer.body, encoding.unwrap_or_default().to_owned()))
}

/// The address, with its encoding when that is not brotli.
fn named(address: &str, encoding: &str) -> String {
    match encoding {
        "br" => address.to_owned(),
        "" => format!("{address} (not compressed)"),
        other => format!("{address} ({other})"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_encoding_than_brotli_is_shown() {
        assert_eq!(named("/a", "br"), "/a");
        assert_eq!(named("/a", "gzip"), "/a (gzip)");
        assert_eq!(named("/a", ""), "/a (not compressed)");
    }
}
