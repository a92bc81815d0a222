//! Which route a path takes.

use host::routes::{Route, Routes};

fn routes() -> Routes<()> {
    let raw = ["/...", "/a", "/a/...", "/a/b", "/a/b/...", "/a/:x", "/a/:x/c", "/a/:x/...", "/d/e", "/:y/e/..."];
    Routes::new(raw.map(|raw| (Route::parse(raw).unwrap(), ())).into())
}

#[test]
fn the_most_specific_route_wins() {
    let routes = routes();
    let table = [
        ("/", "/...", "/"),
        ("/a", "/a", ""),
        ("/a/", "/a", ""),
        ("/a/b", "/a/b", ""),
        ("/a/b/", "/a/b", ""),
        ("/a/b/z", "/a/b/...", "/z"),
        ("/a/q", "/a/:x", ""),
        ("/a/q/c", "/a/:x/c", ""),
        ("/a/q/d", "/a/:x/...", "/d"),
        ("/a/b/c", "/a/b/...", "/c"),
        ("/ab", "/...", "/ab"),
        ("/d", "/...", "/d"),
        ("/d/e", "/d/e", ""),
        ("/d/e/f", "/:y/e/...", "/f"),
        ("/A", "/...", "/A"),
        ("//a", "/...", "//a"),
        ("/a//b", "/a/...", "//b"),
        ("/%61", "/...", "/%61"),
    ];
    for (path, route, rest) in table {
        let (matched, ()) = routes.find(path).unwrap_or_else(|| panic!("{path}"));
        assert_eq!((matched.route.raw(), matched.rest), (route, rest), "{path}");
    }
}

#[test]
fn names_take_a_segment() {
    let routes = routes();
    let (matched, ()) = routes.find("/a/q%20r/c").unwrap();
    assert_eq!(matched.named, [("x", "q%20r")]);
}

#[test]
fn a_path_without_a_route_is_not_found() {
    let routes = Routes::new(vec![(Route::parse("/a/...").unwrap(), ())]);
    for path in ["/", "/b", "/ab", "*", ""] {
        assert!(routes.find(path).is_none(), "{path}");
    }
    assert!(routes.find("/a").is_some());
}

#[test]
fn invalid_routes_are_refused() {
    for raw in ["", "a", "/a/*", "/a/.../b", "/:", "/a...", "/a/:/b"] {
        assert!(Route::parse(raw).is_err(), "{raw}");
    }
}
