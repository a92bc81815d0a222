//! Where a page may send a photo, and that no other page may send anything.
use super::pages::{Page, encoded, post};
use kit::{
    inbox::{Inbox, arrival::accept, intake_open, secret::Secret},
    testing::{changed_profiles, environment, key, memory, variables},
};
use plain::{AGENDA, MY_REPORT};
use shared::{
    answer::{Known, YesNo},
    contract::examples,
    report::{Channel, Draft, VttDraft, VttState},
};

fn policy(page: &Page) -> &str {
    page.headers["content-security-policy"].to_str().unwrap()
}

#[test]
fn only_my_report_sends_a_photo_and_only_where_the_profile_turns_them_on() {
    let folder = tempfile::tempdir().unwrap();
    let usual = environment(variables(&[key(5)], &[]));
    changed_profiles(&usual.profiles, folder.path(), |profile| profile["fotos"] = true.into());
    for photos in [false, true] {
        let mut environment = usual.clone();
        if photos {
            environment.profiles = folder.path().to_owned();
        }
        let inbox = Inbox::new(memory(), environment);
        intake_open::open(&inbox).unwrap();
        let secret = Secret::from_bytes([7; 16]);
        accept(&inbox, &secret, &examples::draft(), Channel::Form {}).unwrap();
        let body = format!("ontvangstcode={}", encoded(&secret.code().shown()));
        let page = post(&inbox, MY_REPORT, "https://meldroute.example", &body);
        assert_eq!(page.status, 200);
        assert_eq!(policy(&page).contains("connect-src 'self'"), photos);
        assert_eq!(page.html.contains("src=\"/foto.js\""), photos);
        let form = post(&inbox, plain::FORM, "https://meldroute.example", "");
        assert!(!policy(&form).contains("connect-src"), "the form sends by itself");
    }
}

/// Where no day is promised, the calendar's page shows how it stands: it has the same room for a photo.
#[test]
fn the_page_in_the_place_of_a_calendar_sends_a_photo_too() {
    let folder = tempfile::tempdir().unwrap();
    let mut environment = environment(variables(&[key(5)], &[]));
    changed_profiles(&environment.profiles, folder.path(), |profile| profile["fotos"] = true.into());
    environment.profiles = folder.path().to_owned();
    let inbox = Inbox::new(memory(), environment);
    intake_open::open(&inbox).unwrap();
    let vtt = VttDraft { state: Some(VttState::Advised), ..VttDraft::default() };
    let urgent = Draft { acute: Some(Known::Yes), called_112: Some(YesNo::Yes), vtt, ..examples::draft() };
    let secret = Secret::from_bytes([8; 16]);
    accept(&inbox, &secret, &urgent, Channel::Form {}).unwrap();
    let body = format!("ontvangstcode={}", encoded(&secret.code().shown()));
    let page = post(&inbox, AGENDA, "https://meldroute.example", &body);
    assert!(page.html.contains("src=\"/foto.js\"") && policy(&page).contains("connect-src 'self'"));
}
