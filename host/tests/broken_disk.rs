//! A full disk and a failing flush under the real host: 503 and no acknowledgement, and it goes on afterwards.

#[expect(dead_code, reason = "one of the helpers' users, the other tests are in `it`")]
#[path = "it/common.rs"]
mod common;

use common::{Host, app};
use fault::{Fault, Survivors, Use};

async fn set(host: &Host, key: &str) -> u16 {
    host.post(&format!("/fixture/kv/set/default/{key}"), "v").await.status.as_u16()
}

/// One test: the disk is the whole process's.
#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_acknowledged_that_is_not_kept() {
    let disk = Fault::install(Use::Everywhere);
    let app = app("");
    let host = app.start(&[]).await;
    assert_eq!(set(&host, "before").await, 204);

    disk.set_room(Some(0));
    assert_eq!(set(&host, "full").await, 503);
    assert_eq!(host.post("/fixture/wasi-kv/increment/default/count", "").await.status, 503);
    assert_eq!(host.get("/fixture/kv/get/default/before").await.text(), "v", "reading goes on");
    disk.set_room(None);
    assert_eq!(set(&host, "after-full").await, 204);

    disk.fail_flushes(true);
    assert_eq!(set(&host, "unflushed").await, 503);
    disk.fail_flushes(false);
    assert_eq!(set(&host, "after-unflushed").await, 204);
    assert_eq!(host.get("/fixture/kv/get/default/unflushed").await.status, 404);

    disk.cut_power(Survivors::None);
    assert_eq!(set(&host, "dark").await, 503);
    host.running.stop().await;
    // connections close when the last task of the host is gone
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    disk.restore_power();
    let host = app.start(&[]).await;
    assert_eq!(host.get("/fixture/kv/keys/default").await.text(), "after-full\nafter-unflushed\nbefore");
    host.running.stop().await;
}
