//! Stores through a real component: both interfaces, over Spin's own file.

use crate::common::app;

#[tokio::test(flavor = "multi_thread")]
async fn spins_interface() {
    let app = app("");
    let host = app.start(&[]).await;
    assert_eq!(host.get("/fixture/kv/get/default/a").await.status, 404);
    assert_eq!(host.post("/fixture/kv/set/default/a", "value").await.status, 204);
    assert_eq!(host.get("/fixture/kv/get/default/a").await.pair(), (200, "value"));
    assert_eq!(host.get("/fixture/kv/exists/default/a").await.text(), "true");
    assert_eq!(host.post("/fixture/kv/set/default/b", "").await.status, 204);
    assert_eq!(host.get("/fixture/kv/keys/default").await.text(), "a\nb");
    assert_eq!(host.post("/fixture/kv/delete/default/a", "").await.status, 204);
    assert_eq!(host.get("/fixture/kv/exists/default/a").await.text(), "false");
    host.running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn wasis_interface() {
    let app = app("");
    let host = app.start(&[]).await;
    let post = async |path: &str, body: &'static str| host.post(&format!("/fixture/wasi-kv/{path}"), body).await;
    assert_eq!(post("set-many/default/x,y,z", "v").await.status, 204);
    assert_eq!(post("get-many/default/x,missing,z", "").await.text(), "x=v\nz=v");
    assert_eq!(post("delete-many/default/x,missing", "").await.status, 204);
    assert_eq!(post("keys/default", "").await.text(), "y\nz");
    assert_eq!(post("get/default/y", "").await.pair(), (200, "v"));
    assert_eq!(post("increment/default/count", "").await.text(), "1");
    assert_eq!(post("increment/default/count", "").await.text(), "2");
    // a counter of a wrong size is an error, and the next is served
    let wrong = post("increment/default/y", "").await;
    assert_eq!(wrong.status, 503);
    assert!(wrong.text().contains("8 bytes"), "{}", wrong.text());
    assert_eq!(post("increment/default/count", "").await.text(), "3");
    host.running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn swaps() {
    let app = app("");
    let host = app.start(&[]).await;
    let post = async |path: &str, body: &'static str| host.post(&format!("/fixture/wasi-kv/{path}"), body).await;
    assert_eq!(post("swap/default/s", ">one").await.status, 204);
    assert_eq!(post("swap/default/s", ">two").await.pair(), (409, "one"));
    assert_eq!(post("swap/default/s", "one>two").await.status, 204);
    // an absent key and a handle that never read: the other writer was first, and its value stays
    assert_eq!(post("blind-swap/default/new", "mine").await.pair(), (409, "the other was first"));
    assert_eq!(post("get/default/new", "").await.text(), "the other was first");
    host.running.stop().await;
}

/// As in Spin: a swap that loses opens its handle again by the store that it was opened from.
#[tokio::test(flavor = "multi_thread")]
async fn a_swap_lives_as_long_as_the_store_it_was_opened_from() {
    let app = app("");
    let host = app.start(&[]).await;
    let post = async |path: &str, body: &'static str| host.post(&format!("/fixture/wasi-kv/{path}"), body).await;
    assert_eq!(post("swap/default/s", ">one").await.status, 204);
    assert_eq!(post("lone-swap/default/s", ">two").await.status, 204, "one that wins needs it no more");
    let lost = post("lone-swap/default/s", "another>three").await;
    assert_eq!(lost.pair(), (503, "Error::NoSuchStore"));
    assert_eq!(post("get/default/s", "").await.text(), "another");
    host.running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_that_the_manifest_does_not_grant() {
    let app = app("");
    let host = app.start(&[]).await;
    for path in ["/fixture/kv/get/cases/a", "/fixture/wasi-kv/get/cases/a"] {
        let answer = host.get(path).await;
        assert_eq!(answer.status, 403);
        assert!(answer.text().contains("AccessDenied"), "{}", answer.text());
    }
    host.running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_file_is_spins_and_outlives_the_host() {
    let app = app("");
    for round in ["1", "2"] {
        let host = app.start(&[]).await;
        assert_eq!(host.post("/fixture/wasi-kv/increment/default/count", "").await.text(), round);
        host.running.stop().await;
    }
    let file = rusqlite::Connection::open(app.path(".spin/sqlite_key_value.db")).unwrap();
    let row = file.query_row("SELECT store, key, value FROM spin_key_value", [], |row| {
        Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, Vec<u8>>(2)?))
    });
    assert_eq!(row.unwrap(), ("default".into(), "count".into(), vec![2, 0, 0, 0, 0, 0, 0, 0]));
}

#[tokio::test(flavor = "multi_thread")]
async fn many_at_once_lose_nothing() {
    let app = app("");
    let host = app.start(&["--rate", "0"]).await;
    let address = host.address;
    let counting = (0..16).map(|_| {
        tokio::spawn(async move {
            let mut numbers = Vec::new();
            for _ in 0..20 {
                let answer = crate::common::send(
                    address,
                    crate::common::request("POST", "/fixture/wasi-kv/increment/default/n", ""),
                )
                .await;
                numbers.push(answer.text().parse::<u64>().unwrap());
            }
            numbers
        })
    });
    let mut all = Vec::new();
    for numbers in counting.collect::<Vec<_>>() {
        all.extend(numbers.await.unwrap());
    }
    all.sort_unstable();
    assert!(all.into_iter().eq(1..=320));
    host.running.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_label_without_a_path_is_named() {
    let app = app("");
    let manifest = std::fs::read_to_string(app.path("spin.toml")).unwrap();
    std::fs::write(app.path("spin.toml"), manifest.replace("[\"default\"]", "[\"inbox\"]")).unwrap();
    let error = app.refused(&[]).await;
    assert!(error.contains("[key_value_store.inbox]"), "{error}");
    std::fs::write(
        app.path("runtime-config.toml"),
        "[key_value_store.inbox]\ntype = \"spin\"\npath = \"kept/inbox.db\"",
    )
    .unwrap();
    let host = app.start(&[]).await;
    assert_eq!(host.post("/fixture/kv/set/inbox/a", "v").await.status, 204);
    assert!(app.path("kept/inbox.db").exists());
    host.running.stop().await;
}

/// What is stored is for the user of the service alone, whatever the umask; a store of before is narrowed.
#[tokio::test(flavor = "multi_thread")]
async fn a_store_is_private_to_its_owner() {
    use std::os::unix::fs::PermissionsExt;
    let app = app("");
    let mode = |name: &str| std::fs::metadata(app.path(name)).unwrap().permissions().mode() & 0o777;
    for round in 0..2 {
        let host = app.start(&[]).await;
        host.post("/fixture/kv/set/default/a", "v").await;
        assert_eq!(mode(".spin"), 0o700, "round {round}");
        for file in ["", "-wal", "-shm"] {
            assert_eq!(mode(&format!(".spin/sqlite_key_value.db{file}")), 0o600, "{file} in round {round}");
        }
        host.running.stop().await;
        std::fs::set_permissions(app.path(".spin/sqlite_key_value.db"), PermissionsExt::from_mode(0o644)).unwrap();
    }
}
