//! Two AFs change the persons of the meldingsformulier at the same time.
use super::*;

fn with_persons(persons: Vec<PersonDraft>) -> ConversationDraft {
    ConversationDraft { form: SheetDraft { persons, ..SheetDraft::default() }, ..ConversationDraft::default() }
}

/// What somebody does to one person: each AF to persons of their own in the tests of order.
#[derive(Debug, Clone)]
enum Edit {
    Describe(u64, String),
    Speak(u64, String),
    Remove(u64),
}

fn edited(draft: &ConversationDraft, edit: &Edit) -> ConversationDraft {
    let mut next = draft.clone();
    let persons = &mut next.form.persons;
    let number = match edit {
        Edit::Describe(number, _) | Edit::Speak(number, _) | Edit::Remove(number) => *number,
    };
    if matches!(edit, Edit::Remove(_)) {
        persons.retain(|one| one.number != Some(number));
        return next;
    }
    if !persons.iter().any(|one| one.number == Some(number)) {
        persons.push(PersonDraft { number: Some(number), ..PersonDraft::default() });
    }
    for one in persons.iter_mut().filter(|one| one.number == Some(number)) {
        match edit {
            Edit::Describe(_, text) => one.description = Some(text.clone()),
            Edit::Speak(_, text) => one.languages = Some(text.clone()),
            Edit::Remove(_) => {}
        }
    }
    next
}

/// Edits to persons with an even (0) or an odd (1) number.
fn edits(own: u64) -> impl Strategy<Value = Vec<Edit>> {
    let one = (0..3_u64, 0..3_u8, "[a-c]{1,2}").prop_map(move |(n, kind, text)| match kind {
        0 => Edit::Describe(2 * n + own, text),
        1 => Edit::Speak(2 * n + own, text),
        _ => Edit::Remove(2 * n + own),
    });
    prop::collection::vec(one, 0..8)
}

/// The store after these edits, each made on the page of its AF, which has only seen what that AF did. `turns` says
/// whose edit comes next.
fn played(begun: &ConversationDraft, pages: [&[Edit]; 2], turns: &[bool]) -> (ConversationDraft, usize) {
    let (mut stored, mut seen, mut at, mut clashes) = (begun.clone(), [begun.clone(), begun.clone()], [0, 0], 0);
    let rest = [vec![false; pages[0].len()], vec![true; pages[1].len()]].concat();
    for turn in turns.iter().copied().chain(rest) {
        let who = usize::from(turn);
        let Some(edit) = pages[who].get(at[who]) else { continue };
        at[who] += 1;
        let next = edited(&seen[who], edit);
        clashes += stored.merge(&seen[who], &next).clashes.len();
        seen[who] = next;
    }
    (stored, clashes)
}

proptest! {
    /// Two AFs change different persons: whoever is first, and however they take turns, it ends the same, and nothing
    /// is refused.
    #[test]
    fn the_order_of_edits_to_different_persons_does_not_matter(
        first in edits(0), second in edits(1),
        turns in prop::collection::vec(any::<bool>(), 0..16), others in prop::collection::vec(any::<bool>(), 0..16),
    ) {
        let begun = with_persons((0..4).map(|number| person(number, "Begonnen")).collect());
        let pages = [first.as_slice(), second.as_slice()];
        let (one, clashes) = played(&begun, pages, &turns);
        let (other, more) = played(&begun, pages, &others);
        prop_assert_eq!((clashes, more), (0, 0));
        prop_assert_eq!(&one, &other);
        let alone = first.iter().chain(&second).fold(begun, |draft, edit| edited(&draft, edit));
        prop_assert!(one.differences(&alone).is_empty(), "nothing is lost and nothing is made up");
    }
}

#[test]
fn two_who_add_a_person_at_once_keep_both_and_each_says_who_added_them() {
    let begun = with_persons(vec![]);
    let mut stored = begun.clone();
    let mut all = Vec::new();
    for (by, number) in [(1, 20), (2, 10)] {
        let merged = stored.merge(&begun, &with_persons(vec![person(number, "Toegevoegd")]));
        assert_eq!(
            (merged.taken.as_slice(), merged.clashes.len()),
            ([ConversationField::Person(number, None)].as_slice(), 0)
        );
        stamp(&mut all, merged.taken, Some(&officer(by)), moment(by.into()));
    }
    assert_eq!(stored, with_persons(vec![person(10, "Toegevoegd"), person(20, "Toegevoegd")]));
    let of = |number: u64| all.iter().find(|one| one.field == format!("/formulier/personen/{number}")).unwrap();
    assert_eq!((of(20).by.clone(), of(10).by.clone()), (Some(officer(1)), Some(officer(2))));
}

#[test]
fn the_same_field_of_the_same_person_is_refused_and_another_field_is_not() {
    let begun = with_persons(vec![person(7, "Man")]);
    let mut stored = begun.clone();
    stored.merge(&begun, &with_persons(vec![person(7, "Man, kok")]));
    let own = PersonDraft { languages: Some("Pools".into()), ..person(7, "Man, kapper") };
    let merged = stored.merge(&begun, &with_persons(vec![own]));
    let described = ConversationField::Person(7, Some(PersonField::Description));
    assert_eq!(merged.clashes, [described]);
    let kept = stored.person(7).unwrap();
    assert_eq!((kept.description.as_deref(), kept.languages.as_deref()), (Some("Man, kok"), Some("Pools")));
    // whoever removes a person that was changed meanwhile is asked, and so is whoever changes one that was removed
    let removed = stored.clone().merge(&begun, &with_persons(vec![]));
    assert_eq!(removed.clashes, [ConversationField::Person(7, None)]);
    let mut without = with_persons(vec![]);
    let changed = without.merge(&begun, &with_persons(vec![person(7, "Man, kok")]));
    assert_eq!(
        (changed.clashes.as_slice(), without.form.persons.len()),
        ([ConversationField::Person(7, None)].as_slice(), 0)
    );
}

#[test]
fn persons_without_a_number_get_that_of_their_place_and_no_two_share_one() {
    let number = |persons: Vec<Option<u64>>| {
        let persons = persons.into_iter().map(|number| PersonDraft { number, ..PersonDraft::default() }).collect();
        let mut form = SheetDraft { persons, ..SheetDraft::default() };
        form.number_persons();
        form.persons.iter().map(|one| one.number.unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(number(vec![None, None]), [0, 1]);
    assert_eq!(number(vec![Some(1), None, None]), [1, 0, 2]);
    assert_eq!(number(vec![Some(5), Some(5), None]), [5, 0, 1]);
}
