//! A full disk, a failing flush and a power cut under the real host: 503 without an acknowledgement, and recovery
//! afterwards; and the number of flushes per request.

use crate::common::{App, Host, app, until};
use fault::{Fault, Survivors, Use};

/// A disk of its own under the application's stores.
fn disk(app: &App) -> Fault {
    Fault::install(Use::Under(app.folder.path().canonicalize().unwrap()))
}

async fn set(host: &Host, key: &str) -> u16 {
    host.post(&format!("/fixture/kv/set/default/{key}"), "v").await.status.as_u16()
}

async fn get(host: &Host, key: &str) -> (u16, String) {
    let answer = host.get(&format!("/fixture/kv/get/default/{key}")).await;
    (answer.status.as_u16(), answer.text().to_owned())
}

/// Takes a number of `default` and uses it in the store of this label.
async fn numbered(host: &Host, label: &str) -> (u16, String) {
    let answer = host.post("/fixture/wasi-kv/numbered/default/n", label.to_owned()).await;
    (answer.status.as_u16(), answer.text().to_owned())
}

async fn increment(host: &Host) -> (u16, String) {
    let answer = host.post("/fixture/wasi-kv/increment/default/n", "").await;
    (answer.status.as_u16(), answer.text().to_owned())
}

/// Cuts the power, stops the host, and starts it again.
async fn restart(host: Host, app: &App, disk: &Fault) -> Host {
    disk.cut_power(Survivors::None);
    assert_eq!(set(&host, "dark").await, 503);
    host.running.stop().await;
    until("the last task of the host is gone", async || disk.is_closed()).await;
    disk.restore_power();
    app.start(&[]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_acknowledged_that_is_not_kept() {
    let app = app("");
    let disk = disk(&app);
    let host = app.start(&[]).await;
    assert_eq!(set(&host, "before").await, 204);

    disk.set_room(Some(0));
    assert_eq!(set(&host, "full").await, 503);
    host.post("/fixture/wasi-kv/increment/default/count", "").await.is_problem(503, "not-kept");
    assert_eq!(get(&host, "before").await, (200, "v".into()), "reading goes on");
    disk.set_room(None);
    assert_eq!(set(&host, "after-full").await, 204);

    disk.fail_flushes(true);
    assert_eq!(set(&host, "unflushed").await, 503);
    disk.fail_flushes(false);
    assert_eq!(set(&host, "after-unflushed").await, 204);
    assert_eq!(get(&host, "unflushed").await.0, 404);

    let host = restart(host, &app, &disk).await;
    assert_eq!(host.get("/fixture/kv/keys/default").await.text(), "after-full\nafter-unflushed\nbefore");
    host.running.stop().await;
}

/// A number and the write that uses it share a flush; a number by itself, or used in another file, has its own first.
#[tokio::test(flavor = "multi_thread")]
async fn a_number_shares_the_flush_of_the_write_that_follows() {
    let app = app("");
    let manifest = app.path("spin.toml");
    let text = std::fs::read_to_string(&manifest).unwrap();
    std::fs::write(&manifest, text.replace(r#"["default"]"#, r#"["default", "other"]"#)).unwrap();
    let config = "[key_value_store.other]\ntype = \"spin\"\npath = \"other.db\"\n";
    std::fs::write(app.path("runtime-config.toml"), config).unwrap();
    let disk = disk(&app);
    let host = app.start(&[]).await;
    for label in ["default", "other"] {
        assert_eq!(numbered(&host, label).await.0, 200, "the first write to a file flushes its head too");
    }
    let before = disk.flushes();
    for n in 3..=12 {
        assert_eq!(numbered(&host, "default").await, (200, n.to_string()));
    }
    assert_eq!(disk.flushes() - before, 10, "number and write together");
    let before = disk.flushes();
    for n in 13..=22 {
        assert_eq!(numbered(&host, "other").await, (200, n.to_string()));
    }
    assert_eq!(disk.flushes() - before, 20, "the number, then the write in the other file");
    let before = disk.flushes();
    for n in 23..=32 {
        assert_eq!(increment(&host).await, (200, n.to_string()));
    }
    assert_eq!(disk.flushes() - before, 10, "the number before the answer");

    let host = restart(host, &app, &disk).await;
    assert_eq!(increment(&host).await, (200, "33".into()));
    assert_eq!(get(&host, "n:12").await, (200, "v".into()));
    host.running.stop().await;
}
