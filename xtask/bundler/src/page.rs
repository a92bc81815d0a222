//! A page: fills in the names of files, and refuses inline code that the content security policy would block.

use anyhow::{Result, bail};
use std::collections::BTreeMap;

/// The address of the hashed file for each name in the source.
pub type Names = BTreeMap<String, String>;

/// Fills in the names.
///
/// # Errors
/// When the page has an unknown `/assets/` name, does not start its script, or has inline code.
pub fn resolve(html: &str, names: &Names) -> Result<String> {
    if let Some(what) = inline(html) {
        bail!("{what} is inline; the content security policy forbids it, put it into a file");
    }
    // what stands before a line says nothing
    let mut page = html.lines().map(str::trim).collect::<Vec<_>>().join("\n");
    for (name, address) in names {
        if !name.ends_with(".wasm") && !page.contains(name) {
            bail!("the page doesn't mention {name}");
        }
        page = page.replace(name, address);
    }
    match page
        .match_indices("/assets/")
        .map(|(at, _)| word(&page[at..]))
        .find(|word| !names.values().any(|v| v == word))
    {
        Some(word) => bail!("{word} is not a file of this page; it may use {:?}", names.keys()),
        None => Ok(page),
    }
}

fn word(rest: &str) -> &str {
    rest.split(['"', '\'', '>', ' ', '\n']).next().unwrap_or_default()
}

/// The first inline script, style or handler.
fn inline(html: &str) -> Option<String> {
    let lower = html.to_lowercase();
    lower.split('<').skip(1).find_map(|rest| {
        let tag = rest.split('>').next().unwrap_or_default();
        let mut words = tag.split_whitespace();
        let name = words.next().unwrap_or_default();
        if name.starts_with('!') || name.starts_with('/') {
            return None;
        }
        let scripted = name == "script" && !tag.contains("src=");
        let handled = words.any(|word| word.starts_with("style=") || (word.starts_with("on") && word.contains('=')));
        (scripted || name == "style" || handled).then(|| format!("<{tag}>"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Names {
        Names::from([
            ("/assets/melder.js".into(), "/assets/melder.aa.js".into()),
            ("/assets/melder.css".into(), "/assets/melder.bb.css".into()),
            ("/assets/melder.wasm".into(), "/assets/melder.cc.wasm".into()),
        ])
    }

    const GOOD: &str =
        "<link rel=\"stylesheet\" href=\"/assets/melder.css\"><script type=module src=\"/assets/melder.js\"></script>";

    #[test]
    fn names_get_their_hash() {
        let page = resolve(GOOD, &names()).unwrap();
        assert!(page.contains("\"/assets/melder.bb.css\"") && page.contains("\"/assets/melder.aa.js\""));
    }

    #[test]
    fn a_page_that_the_policy_would_block_is_refused() {
        for bad in
            ["<script>start()</script>", "<style>p{}</style>", "<p style=\"color:red\">", "<body onload=\"x()\">"]
        {
            let error = resolve(&format!("{GOOD}{bad}"), &names()).unwrap_err().to_string();
            assert!(error.contains("inline"), "{bad}: {error}");
        }
    }

    #[test]
    fn unknown_and_forgotten_files_are_refused() {
        assert!(resolve(&format!("{GOOD}<img src=\"/assets/x.svg\">"), &names()).is_err());
        assert!(resolve("<p>on = style</p>", &names()).is_err());
    }
}
