//! Older stored forms and request forms: they load, and mean the same.
use crate::case::{
    Act, ActKind, Case, Entry, Event, Feedback, Refusal, Row, Status, Step, Topic,
    fixture::{ask, case_in, officer},
    rights::Rights,
};

/// The case in this step with these lines added to its stored timeline.
fn stored_with(step: Step, lines: &[(u8, &str)]) -> Result<Case, serde_json::Error> {
    let mut json = serde_json::to_value(case_in(step)).unwrap();
    for (who, event) in lines {
        let by = officer(*who).as_str().to_owned();
        let line = format!(r#"{{"op":"2026-05-04T10:00:00.000Z","door":"{by}",{event}}}"#);
        json["tijdlijn"].as_array_mut().unwrap().push(serde_json::from_str(&line).unwrap());
    }
    serde_json::from_value(json)
}

const NO_FEEDBACK: &str = r#""gebeurtenis":"geen-terugkoppeling","inhoud":{"reden":"De melder is weg"}"#;
const NO_FEEDBACK_AGREED: &str = r#""gebeurtenis":"geen-terugkoppeling-akkoord""#;
const HELD: &str = r#""gebeurtenis":"rechten","inhoud":{"wat":"bewaarplicht","daarvan":{"reden":"Een rechtszaak"}}"#;
const END_HOLD: &str =
    r#""gebeurtenis":"rechten","inhoud":{"wat":"bewaarplicht-eraf","daarvan":{"reden":"De zaak is over"}}"#;
const END_HOLD_AGREED: &str = r#""gebeurtenis":"rechten","inhoud":{"wat":"bewaarplicht-eraf-akkoord"}"#;
const LIFT: &str = r#""gebeurtenis":"voorstel","inhoud":{"soort":"uitsluiting-opheffen","inhoud":
    {"wie":"09090909090909090909090909090909","reden":"Geen familie"}}"#;

fn feedback(case: &Case) -> &Feedback {
    let Status::Referred(referred) = case.status() else { panic!("{:?}", case.status()) };
    &referred.feedback
}

#[test]
fn withheld_feedback_of_before_there_was_one_kind_of_proposal() {
    let proposed = stored_with(Step::Referred, &[(1, NO_FEEDBACK)]).unwrap();
    assert!(proposed.awaits(Topic::Feedback) && Row::of(&proposed).awaits_second);
    assert_eq!(ask(&proposed, Act::Agree(None), &officer(1)), Err(Refusal::OtherOfficerNeeded));
    assert!(ask(&proposed, Act::Agree(None), &officer(2)).is_ok());
    let agreed = stored_with(Step::Referred, &[(1, NO_FEEDBACK), (2, NO_FEEDBACK_AGREED)]).unwrap();
    assert_eq!((feedback(&agreed), agreed.pending()), (&Feedback::Withheld, [].as_slice()));
    assert!(stored_with(Step::Referred, &[(2, NO_FEEDBACK_AGREED)]).is_err(), "nobody proposed it");
    assert!(stored_with(Step::Referred, &[(1, NO_FEEDBACK), (1, NO_FEEDBACK_AGREED)]).is_err(), "one AF did both");
}

#[test]
fn the_end_of_a_hold_of_before_there_was_one_kind_of_proposal() {
    let proposed = stored_with(Step::Received, &[(1, HELD), (1, END_HOLD)]).unwrap();
    assert!(proposed.awaits(Topic::Hold) && proposed.rights().hold().is_some());
    assert!(ask(&proposed, Act::Agree(Some(ActKind::ProposeEndHold)), &officer(2)).is_ok());
    let agreed = stored_with(Step::Received, &[(1, HELD), (1, END_HOLD), (2, END_HOLD_AGREED)]).unwrap();
    assert_eq!((agreed.rights().hold(), agreed.pending()), (None, [].as_slice()));
    assert!(stored_with(Step::Received, &[(1, HELD), (1, END_HOLD), (1, END_HOLD_AGREED)]).is_err(), "one AF did both");
    assert!(stored_with(Step::Received, &[(1, HELD), (2, END_HOLD_AGREED)]).is_err(), "nobody proposed it");
    assert!(stored_with(Step::Received, &[(1, END_HOLD)]).is_err(), "there was no hold");
}

/// Three could wait at the same time, and a case in which they did loads.
#[test]
fn proposals_about_different_things_wait_beside_each_other() {
    let case = stored_with(Step::Referred, &[(1, HELD), (1, END_HOLD), (1, LIFT), (1, NO_FEEDBACK)]);
    let case = case.unwrap();
    assert_eq!(case.pending().len(), 3);
    let settled = stored_with(
        Step::Referred,
        &[(1, HELD), (1, END_HOLD), (1, LIFT), (1, NO_FEEDBACK), (2, NO_FEEDBACK_AGREED), (2, END_HOLD_AGREED)],
    );
    assert_eq!(settled.unwrap().pending().len(), 1);
}

#[test]
fn every_older_event_is_stored_again_as_it_was() {
    let case = stored_with(Step::Referred, &[(1, HELD), (1, END_HOLD), (1, NO_FEEDBACK), (2, NO_FEEDBACK_AGREED)]);
    let json = serde_json::to_value(case.unwrap()).unwrap().to_string();
    for name in ["\"geen-terugkoppeling\"", "\"geen-terugkoppeling-akkoord\"", "\"bewaarplicht-eraf\""] {
        assert!(json.contains(name), "{name}");
    }
}

#[test]
fn events_beside_the_route_load_as_they_were_stored() {
    let stored = r#"[
        {"op":"2026-05-04T10:00:00.000Z","door":"01010101010101010101010101010101","gebeurtenis":"rechten",
         "inhoud":{"wat":"bewaarplicht","daarvan":{"reden":"Een rechtszaak"}}},
        {"op":"2026-05-04T10:00:00.000Z","door":"01010101010101010101010101010101","gebeurtenis":"rechten",
         "inhoud":{"wat":"verzoek","daarvan":{"recht":"inzage","ontvangenOp":"2026-05-01","identiteitVastgesteld":"ja"}}},
        {"op":"2026-05-04T10:00:00.000Z","door":"02020202020202020202020202020202","gebeurtenis":"rechten",
         "inhoud":{"wat":"vernietiging-akkoord"}}]"#;
    let entries: Vec<Entry> = serde_json::from_str(stored).unwrap();
    let rights = Rights::of(&entries).unwrap();
    assert!(rights.is_doomed() && rights.hold().is_some() && rights.requests().len() == 1);
    assert_eq!(serde_json::from_str::<serde_json::Value>(stored).unwrap(), serde_json::to_value(&entries).unwrap());
}

/// Until version 2 of the API the two agreements of their own are accepted, and agree to nothing else.
#[test]
fn the_older_agreements_are_accepted_and_agree_to_what_they_say() {
    let agree = |name: &str| serde_json::from_str::<Act>(&format!(r#"{{"soort":"{name}"}}"#)).unwrap();
    let (feedback, hold) = (agree("geen-terugkoppeling-akkoord"), agree("bewaarplicht-eraf-akkoord"));
    assert_eq!((feedback.kind(), hold.kind()), (ActKind::Agree, ActKind::Agree));
    let case = stored_with(Step::Referred, &[(1, HELD), (1, NO_FEEDBACK)]).unwrap();
    assert!(matches!(ask(&case, feedback, &officer(2)), Ok(Event::Agreed(_))));
    assert_eq!(ask(&case, hold, &officer(2)), Err(Refusal::NothingProposed));
    assert_eq!(agree("akkoord"), Act::Agree(None));
    let named = serde_json::from_str::<Act>(r#"{"soort":"akkoord","inhoud":"besluiten"}"#).unwrap();
    assert_eq!(named, Act::Agree(Some(ActKind::Decide)));
}
