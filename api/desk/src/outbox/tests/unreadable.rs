//! What arrived and cannot be read.
use super::*;

/// Nobody can see whether it cannot wait, and for whom it is.
#[test]
fn a_sealed_report_that_does_not_open_is_told_at_once_and_once() {
    for desk in kits() {
        let outside = Outside::default();
        let desk = outside.desk(&at(&desk, "2026-04-25T03:00"));
        let people = people(&desk);
        chooses(&desk, &people[1], "bea", &[Occasion::StandIn]);
        let sealed = |n: u16, for_whom: u16| {
            let key = kit::store::seal::SecretKey::from_seed([5; 32]).device();
            let status = kit::inbox::secret::status_key(&secret(for_whom).code());
            let body = key.seal("hengelo", &status, serde_json::to_vec(&urgent()).unwrap()).unwrap();
            accept_sealed(&desk.inbox, &secret(n), &body, None).unwrap();
            take_in(&desk).unwrap();
        };
        sealed(1, 2);
        send_due(&desk).unwrap();
        assert_eq!(outside.took(), ["ada", "webhook"], "Bea does not want to hear of reports");
        send_due(&at(&desk, "2026-04-25T03:10")).unwrap();
        assert_eq!(outside.took(), [""; 0], "it is told once");
        sealed(3, 4);
        send_due(&at(&desk, "2026-04-25T03:11")).unwrap();
        assert_eq!(outside.took(), ["ada", "webhook"], "another one");
        // one that opens is an urgent report like any other
        sealed(5, 5);
        send_due(&at(&desk, "2026-04-25T03:12")).unwrap();
        assert_eq!(outside.took(), ["ada", "webhook"]);
    }
}
