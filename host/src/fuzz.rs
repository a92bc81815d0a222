//! The files and paths the host reads, nearly right.
use fuzz::{Form, Target};

use crate::manifest::{Manifest, RuntimeConfig, Template};
use crate::routes::{Route, Routes};

const MANIFEST: &str = include_str!("../../spin.toml");
const STORES: &str = include_str!("../../runtime-config.toml");
const SMALL: &str = r#"spin_manifest_version = 2
[application]
name = "a"
[variables]
b = { required = true, secret = true }
[[trigger.http]]
route = "/:c/..."
component = "d"
[component.d]
source = "d.wasm"
files = ["*.txt", { source = "e", destination = "/e" }]
environment = { F = "g" }
allowed_outbound_hosts = ["https://*.h.example:443", "{{ b }}"]
[component.d.variables]
i = "{{ b }}"
"#;

fn text(name: &str, seeds: &[&str], parse: impl Fn(&str) -> bool) {
    let target = Target::new(name, Form::Bytes, seeds.iter().copied());
    target.run(|input| std::str::from_utf8(input).is_ok_and(&parse));
}

#[test]
fn files_are_read_or_refused() {
    text("manifest", &[MANIFEST, SMALL], |input| {
        let Ok(manifest) = Manifest::parse(input) else { return false };
        let routes = manifest.trigger.http.iter().filter_map(|trigger| Some(Route::parse(trigger.public()?).map(drop)));
        routes.collect::<Result<(), _>>().is_ok()
    });
    let stores =
        [STORES, "[key_value_store.default]\ntype = \"spin\"\n", "[key_value_store.a]\ntype = \"redis\"\nurl = \"x\""];
    text("runtime config", &stores, |input| RuntimeConfig::parse(input).is_ok());
    text("template", &["a {{ b }} c", "{{b}}{{ c }}", "{ }", "{{ }}"], |input| {
        Template::parse(input).and_then(|template| template.fill(|name| (name == "b").then_some("x"))).is_ok()
    });
}

/// A path takes one route, and what it leaves over is the end of that path.
#[test]
fn a_path_takes_a_route_or_none() {
    let raw = ["/...", "/api/v1/...", "/api/:version/x", "/:a/:b/...", "/exact"];
    let routes = Routes::new(
        raw.map(|raw| (Route::parse(raw).unwrap(), raw)).into_iter().filter(|(_, raw)| *raw != "/...").collect(),
    );
    text("path", &["/api/v1/x", "/api/v1", "/exact", "/a/b/c//d", "/api/7/x", "no"], |path| {
        let Some((matched, raw)) = routes.find(path) else { return false };
        assert!(path.contains(matched.rest) && matched.route.raw() == *raw, "{path}");
        matched.named.iter().for_each(|(_, value)| assert!(path.contains(value), "{path}"));
        true
    });
    text("route", &raw, |input| Route::parse(input).is_ok());
}
