//! What ends: photos that nobody added, that do not open, that are too many, and those of a case that is destroyed.
use super::*;

#[test]
fn what_nobody_added_is_removed_after_two_hours_and_what_was_added_is_not() {
    for desk in kits() {
        let _id = reported(&desk);
        sends(&desk, &examples::photo(10), false);
        assert_eq!((forget_left(&desk), values(&desk)), (Ok(0), (1, 0)));
        let late = desk.clone().at(|| Moment::from_millis(1_777_000_000_000 + 3 * 3_600_000));
        assert_eq!((forget_left(&late), values(&desk)), (Ok(1), (0, 0)));
        sends(&desk, &examples::photo(10), true);
        let later = desk.clone().at(|| Moment::from_millis(1_777_000_000_000 + 400 * 24 * 3_600_000));
        assert_eq!((forget_left(&later), values(&desk).0), (Ok(0), 1), "its case may be restricted for long");
    }
}

#[test]
fn what_does_not_open_is_tried_for_a_week() {
    for desk in kits() {
        let id = reported(&desk);
        sends(&desk, &examples::photo(10), true);
        desk.inbox.reports.set(&waiting_part(&photo_key(), 0), &sealed(3, 4, b"another part")).unwrap();
        take_answers_due(&desk).unwrap();
        let on = |days: i64| forget_left(&desk.clone().at(if days < 7 { || on_day(6) } else { || on_day(8) }));
        assert_eq!((on(6), values(&desk).0, on(8), values(&desk).0), (Ok(0), 1, Ok(1), 0));
        assert!(matches!(shown(&desk, &id), Err(Failure::Problem(ProblemKind::NotFound, ..))));
        take_answers_due(&desk).unwrap();
    }
}

fn on_day(day: i64) -> Moment {
    Moment::from_millis(1_777_000_000_000 + day * 24 * 3_600_000)
}

#[test]
fn there_are_never_too_many_on_their_way() {
    let desk = &kits()[0];
    let content = sealed(0, 1, &examples::photo(10));
    let keep = |n: u16, photo: u8| {
        let slot = desk.status(&status_key(&secret(n).code()));
        let key = AdditionKey::from_bytes(&[u8::try_from(n).unwrap(), photo].repeat(8).try_into().unwrap());
        photos::keep_part(&desk.inbox, &slot, (&key, 0), &content)
    };
    for photo in 0..6 {
        assert_eq!(keep(1, photo), Ok(()));
    }
    let there = || photos::waiting(&desk.inbox).unwrap().len();
    assert_eq!(there(), 5, "of one report: the oldest makes room");
    assert_eq!(keep(1, 4), Ok(()), "a part once more");
    for n in 2..13 {
        for photo in 0..5 {
            assert_eq!(keep(n, photo), Ok(()), "{n} {photo}");
        }
    }
    assert!(keep(13, 0).is_err() && there() == 60, "of all");
    let stranger = desk.status(&status_key(&secret(20).code()));
    let taken = AdditionKey::from_bytes(&[1, 4].repeat(8).try_into().unwrap());
    assert!(photos::keep_part(&desk.inbox, &stranger, (&taken, 0), &content).is_err(), "somebody else's");
    desk.inbox.pointers.set(&photos::WAITING, &Vec::new()).unwrap();
}

/// Two phones add the fifth photo at the same moment: one of them hears that there is no room.
#[test]
fn a_sixth_photo_is_no_addition() {
    let desk = &kits()[0];
    let _id = reported(desk);
    let slot = desk.status(&status_key(&secret(1).code()));
    let add = |n: u8| {
        let addition = Addition { key: AdditionKey::from_bytes(&[n; 16]), kind: AdditionKind::Photo, parts: Some(1) };
        slot.answer(&ReporterAnswer::new(About::Addition(addition), Prose::parse("Deur").unwrap(), desk.now()))
    };
    for n in 0..5 {
        assert!(add(n).is_ok());
        if n == 2 {
            take_answers_due(desk).unwrap();
        }
    }
    assert!(add(5).is_err());
    assert!(add(4).is_ok(), "the same once more");
}

#[test]
fn photos_go_with_the_case_here_and_on_their_way() {
    for desk in kits() {
        let id = reported(&desk);
        sends(&desk, &examples::photo(PART + 5), true);
        take_answers_due(&desk).unwrap();
        let slot = desk.status(&status_key(&secret(1).code()));
        let another = AdditionKey::from_bytes(&[9; 16]);
        photos::keep_part(&desk.inbox, &slot, (&another, 3), &sealed(3, 4, b"x")).unwrap();
        assert_eq!(values(&desk), (1, 2));
        forget(&desk, &id, load(&desk, &id).unwrap().value.status_keys().iter()).unwrap();
        assert_eq!((values(&desk), photos::waiting(&desk.inbox)), ((0, 0), Ok(Vec::new())));
    }
}
