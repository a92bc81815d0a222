//! Every form in which an account was ever stored, at every stage of its life.
use super::*;
use serde_json::{Value, json};

const ID: &str = "00112233445566778899aabbccddeeff";
const OTHER: &str = "ffeeddccbbaa99887766554433221100";

/// The fields that every form had, with the fields of one form.
fn account(fields: &Value) -> StoredAccount {
    let mut json = json!({ "id": ID, "revisie": 3, "inlognaam": "Oud.Verzonnen", "naam": "Oud Verzonnen", "rol": "af",
                           "geblokkeerd": false, "tijdperk": 2 });
    let all = json.as_object_mut().unwrap();
    all.extend(fields.as_object().unwrap().clone());
    serde_json::from_value(json).unwrap_or_else(|error| panic!("{fields}: {error}"))
}

/// What can be seen of the stage: who can log in, blocked, asked, invited, credential, work account.
fn stage(account: &StoredAccount) -> (bool, bool, bool, bool, Option<&str>, Option<&str>) {
    let view = account.view();
    let known = !account.has_arrived() && account.credential().or(account.fingerprint()).is_some();
    assert_eq!((view.blocked, view.enrolled), (account.is_blocked(), known));
    let (asked, invited) = (view.asked.is_some(), view.invited_until.is_some());
    (account.can_log_in(), view.blocked, asked, invited, account.credential(), account.fingerprint())
}

fn asked() -> Value {
    json!({ "door": OTHER, "op": "2026-05-01T10:00:00.000Z" })
}

fn invitation() -> Value {
    json!({ "woord": "hash", "geldigTot": "2026-05-08T10:00:00.000Z" })
}

fn given() -> Value {
    json!({ "soort": "nieuw", "gevraagdDoor": OTHER, "bevestigdDoor": null, "op": "2026-05-01T10:00:00.000Z" })
}

/// The first form had a password in the account itself. It counts for nothing: its holder needs an invitation.
#[test]
fn the_form_with_a_password_in_it_loads() {
    let password = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAA";
    let plain = account(&json!({ "wachtwoord": password }));
    assert_eq!(stage(&plain), (false, false, false, false, None, None));
    assert_eq!((plain.revision, plain.epoch, plain.login.as_str()), (Revision(3), 2, "Oud.Verzonnen"));
    let blocked = account(&json!({ "wachtwoord": password, "geblokkeerd": true }));
    assert_eq!(stage(&blocked), (false, true, false, false, None, None));
}

/// The second form had no functions and no work accounts.
#[test]
fn the_form_before_work_accounts_loads_at_every_stage() {
    let at = |credential: Value, asked: Value, invitation: Value, blocked: bool| {
        json!({ "inlogmiddel": credential, "gevraagd": asked, "uitnodiging": invitation, "gegeven": given(),
                "geblokkeerd": blocked })
    };
    let (none, key) = (Value::Null, json!("0a"));
    for (fields, expected) in [
        (at(none.clone(), none.clone(), none.clone(), false), (false, false, false, false, None, None)),
        (at(none.clone(), asked(), none.clone(), false), (false, false, true, false, None, None)),
        (at(none.clone(), none.clone(), invitation(), false), (false, false, false, true, None, None)),
        (at(key.clone(), none.clone(), none.clone(), false), (true, false, false, false, Some("0a"), None)),
        (at(key.clone(), asked(), none.clone(), false), (true, false, true, false, Some("0a"), None)),
        (at(key.clone(), none.clone(), invitation(), false), (true, false, false, true, Some("0a"), None)),
        (at(key, none.clone(), none.clone(), true), (false, true, false, false, None, None)),
        (at(none.clone(), none.clone(), none, true), (false, true, false, false, None, None)),
    ] {
        assert_eq!(stage(&account(&fields)), expected, "{fields}");
    }
}

/// The present form, whole, at every stage. It is written as it was read: an earlier version reads it too.
#[test]
fn the_present_form_loads_at_every_stage_and_is_written_the_same() {
    let null = Value::Null;
    let at = |blocked: bool, credential: &Value, asked: &Value, invitation: &Value, work: &Value| {
        json!({ "id": ID, "revisie": 3, "inlognaam": "Oud.Verzonnen", "naam": "Oud Verzonnen", "rol": "af",
                "functie": "regisseur-wmo", "geblokkeerd": blocked, "tijdperk": 2, "inlogmiddel": credential,
                "gevraagd": asked, "uitnodiging": invitation, "gegeven": given(), "werkaccount": work })
    };
    let (key, work) = (json!("0a"), json!("0b"));
    for (json, expected) in [
        (at(false, &null, &null, &null, &null), (false, false, false, false, None, None)),
        (at(false, &null, &asked(), &null, &null), (false, false, true, false, None, None)),
        (at(false, &null, &null, &invitation(), &null), (false, false, false, true, None, None)),
        (at(false, &key, &null, &null, &null), (true, false, false, false, Some("0a"), None)),
        (at(false, &key, &asked(), &null, &null), (true, false, true, false, Some("0a"), None)),
        (at(false, &key, &null, &invitation(), &null), (true, false, false, true, Some("0a"), None)),
        (at(false, &null, &null, &null, &work), (true, false, false, false, None, Some("0b"))),
        (at(false, &null, &null, &invitation(), &work), (true, false, false, true, None, Some("0b"))),
        (at(false, &key, &null, &null, &work), (true, false, false, false, Some("0a"), Some("0b"))),
        (at(true, &null, &null, &null, &null), (false, true, false, false, None, None)),
        (at(true, &null, &null, &null, &work), (false, true, false, false, None, Some("0b"))),
        (at(true, &null, &asked(), &null, &work), (false, true, true, false, None, Some("0b"))),
    ] {
        let account: StoredAccount = serde_json::from_value(json.clone()).unwrap();
        assert_eq!(stage(&account), expected, "{json}");
        assert_eq!(account.function.as_ref().map(|id| id.as_str()), Some("regisseur-wmo"));
        assert_eq!(serde_json::to_value(&account).unwrap(), json);
    }
}

/// An arrival is written as blocked too, so that an earlier version lets nobody in.
#[test]
fn an_arrival_loads_and_an_earlier_version_takes_it_for_blocked() {
    for asked in [Value::Null, asked()] {
        let json = json!({ "id": ID, "revisie": 1, "inlognaam": "werkaccount-00", "naam": "Fenna Verzonnen",
                           "rol": "af", "geblokkeerd": true, "tijdperk": 1, "inlogmiddel": null, "gevraagd": asked,
                           "uitnodiging": null, "gegeven": null, "werkaccount": "0b", "aangekomen": true });
        let account: StoredAccount = serde_json::from_value(json.clone()).unwrap();
        assert_eq!(stage(&account), (false, false, !asked.is_null(), false, None, Some("0b")));
        assert!(account.has_arrived());
        assert_eq!(serde_json::to_value(&account).unwrap(), json);
        let mut earlier = json.clone();
        earlier.as_object_mut().unwrap().remove("aangekomen");
        let earlier: StoredAccount = serde_json::from_value(earlier).unwrap();
        assert!(earlier.is_blocked() && !earlier.can_log_in());
    }
}

/// What is newer than the first forms of a request and of given access.
#[test]
fn a_request_for_a_function_a_departure_and_who_saw_it_load_and_are_written_the_same() {
    let base = |blocked: bool| {
        json!({ "id": ID, "revisie": 1, "inlognaam": "oud", "naam": "Oud Verzonnen", "rol": "af",
                "geblokkeerd": blocked, "tijdperk": 1, "inlogmiddel": null, "gevraagd": null, "uitnodiging": null,
                "gegeven": null, "werkaccount": null })
    };
    let at = "2026-05-01T10:00:00.000Z";
    let mut function = base(false);
    function["inlogmiddel"] = json!("0a");
    function["gevraagd"] = json!({ "door": OTHER, "op": at, "wat": { "functie": { "naar": "regisseur-wmo" } } });
    function["gegeven"] = json!({ "soort": "functie", "gevraagdDoor": OTHER, "bevestigdDoor": OTHER, "op": at,
                                  "functie": { "van": null, "naar": "regisseur-wmo" }, "gezienDoor": [OTHER] });
    let mut left = base(true);
    left["vertrokken"] = json!({ "reden": "Andere baan", "bevestigdDoor": OTHER, "op": at });
    left["gevraagd"] = json!({ "door": OTHER, "op": at, "wat": { "vertrek": { "reden": "Andere baan" } } });
    let mut half = base(false);
    half["gevraagd"] = json!({ "door": OTHER, "op": at, "helft": "hash" });
    for json in [function, left, half] {
        let account: StoredAccount = serde_json::from_value(json.clone()).unwrap();
        assert!(account.view().asked.is_some());
        assert_eq!(serde_json::to_value(&account).unwrap(), json);
    }
}

/// Earlier versions let a beheerder invite somebody who was blocked.
#[test]
fn fields_that_contradict_each_other_load_as_the_stage_with_less_access() {
    // blocked before blocking took the log-in away
    let blocked = json!({ "geblokkeerd": true, "inlogmiddel": "0a", "werkaccount": "0b" });
    assert_eq!(stage(&account(&blocked)), (false, true, false, false, None, Some("0b")));
    let invited = json!({ "geblokkeerd": true, "uitnodiging": invitation() });
    assert_eq!(stage(&account(&invited)), (false, true, false, false, None, None));
    let both = json!({ "gevraagd": asked(), "uitnodiging": invitation() });
    assert_eq!(stage(&account(&both)), (false, false, true, false, None, None), "the second person comes first");
}
