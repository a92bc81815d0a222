use std::path::{Path, PathBuf};

/// Where the checkout and its binaries are: `MELDROUTE_ROOT`, `MELDROUTE_HOST` and `MELDROUTE_ADMIN`, or cargo's
/// places.
#[derive(Debug, Clone)]
pub struct Place {
    /// The checkout.
    pub root: PathBuf,
    /// The host binary.
    pub host: PathBuf,
    /// The administrator's command.
    pub admin: PathBuf,
}

impl Place {
    /// From the environment.
    #[must_use]
    pub fn find() -> Self {
        let given = |name: &str| std::env::var_os(name).map(PathBuf::from);
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = given("MELDROUTE_ROOT").unwrap_or_else(|| here.ancestors().nth(2).unwrap_or(here).to_path_buf());
        let host = given("MELDROUTE_HOST").unwrap_or_else(|| root.join("target/release/host"));
        let admin = given("MELDROUTE_ADMIN").unwrap_or_else(|| root.join("target/release/meldroute"));
        Self { root, host, admin }
    }

    /// Whether everything is there that a test runs against.
    ///
    /// # Errors
    /// Names what is missing and how to build it.
    pub fn check(&self) -> Result<(), String> {
        let component = |name: &str| self.root.join(format!("target/wasm32-wasip2/{name}.wasm"));
        let [intake, review, site] = ["intake", "review", "site"].map(|name| component(&format!("component/{name}")));
        let needed = [self.host.clone(), intake, review, site, component("pages/paper")];
        let missing: Vec<String> =
            needed.iter().filter(|path| !path.is_file()).map(|path| path.display().to_string()).collect();
        if missing.is_empty() {
            return Ok(());
        }
        Err(format!("not built yet: {}. Run `cargo xtask build` first.", missing.join(", ")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_parts_are_named_with_how_to_build_them() {
        let nowhere = PathBuf::from("/nowhere");
        let place = Place { host: nowhere.join("host"), admin: nowhere.join("meldroute"), root: nowhere };
        let sentence = place.check().unwrap_err();
        for part in ["/nowhere/host", "review.wasm", "`cargo xtask build`"] {
            assert!(sentence.contains(part), "{sentence}");
        }
    }
}
