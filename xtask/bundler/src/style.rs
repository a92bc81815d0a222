//! The style of an entry: the npm files that all share, then its own, in one minified file.

use crate::{assets::Dist, order::Order, tools::Tools};
use anyhow::{Context, Result};
use std::path::Path;

/// Makes the style of one entry and returns its address.
pub fn make(order: &Order, tools: &Tools, dist: &mut Dist, entry: &str) -> Result<String> {
    let styles = order.root.join("frontend/styles");
    let own = styles.join(format!("{entry}.css"));
    let shared = std::fs::read_to_string(styles.join("nlds.txt")).unwrap_or_default();
    let (from, to) = (order.work.join(format!("{entry}-all.css")), order.work.join(format!("{entry}-light.css")));
    std::fs::write(&from, imports(&shared, &own))?;
    tools.esbuild("css", &from, &to)?;
    let css = std::fs::read(&to).with_context(|| format!("reading {}", to.display()))?;
    dist.hashed(entry, "css", &css)
}

fn imports(shared: &str, own: &Path) -> String {
    let packages = shared.lines().map(|line| line.split('#').next().unwrap_or_default().trim());
    let packages = packages.filter(|line| !line.is_empty());
    let mut all: String =
        packages.map(|file| format!("@import \"npm:{}\";\n", file.trim_start_matches("npm:"))).collect();
    all.push_str(&format!("@import \"{}\";\n", own.display()));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shared_files_come_before_those_of_the_entry() {
        let shared = "# what all pages use\n@utrecht/button-css/dist/index.css # buttons\n\nnpm:@utrecht/a/b.css\n";
        let expected = "@import \"npm:@utrecht/button-css/dist/index.css\";\n\
                        @import \"npm:@utrecht/a/b.css\";\n@import \"/s/melder.css\";\n";
        assert_eq!(imports(shared, Path::new("/s/melder.css")), expected);
    }
}
