//! The list of signals in use, where it was read in on screen. `review` writes this copy from what it keeps sealed;
//! `intake` reads it. It is not sealed: a browser gets all of it.
use crate::{
    Failure,
    store::{
        Vault,
        cell::{self, Cell, Pointers},
    },
};
use shared::{
    indicators::{IndicatorList, ListVersion},
    settings::check_list,
};

const SHOWN: Cell<Pointers, IndicatorList> = cell::shown_list();

/// The list of this version; nothing where another one is shown, or where it cannot be read or is not in order. Then
/// the list of the profile's file is used, and the log says so.
#[must_use]
pub fn shown(pointers: &Vault<Pointers>, version: &ListVersion) -> Option<IndicatorList> {
    let list = match pointers.get(&SHOWN) {
        Ok(list) => list?,
        Err(failure) => {
            failure.log();
            return None;
        }
    };
    if !check_list(&list).is_empty() {
        eprintln!("error: the copy of the list of signals is not in order; the list of the profile is used");
        return None;
    }
    (list.version == version.as_str()).then_some(list)
}

/// Shows this list, or none, if something else is shown.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn show(pointers: &Vault<Pointers>, list: Option<&IndicatorList>) -> Result<(), Failure> {
    let now = pointers.get(&SHOWN).or_else(|failure| failure.unless_damaged(None))?;
    match list {
        Some(list) if now.as_ref() == Some(list) => Ok(()),
        Some(list) => pointers.set(&SHOWN, list),
        None if pointers.exists(&SHOWN)? => pointers.delete(&SHOWN),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        inbox::{Inbox, settings},
        testing::{environment, memory, variables},
    };
    use shared::settings::Settings;

    fn newer(inbox: &Inbox) -> IndicatorList {
        let mut list = inbox.environment.instance().unwrap().indicators;
        list.version = "2027-1".into();
        list.indicators.truncate(3);
        list
    }

    fn in_use(inbox: &Inbox) -> (String, usize) {
        let list = inbox.environment.instance().unwrap().indicators;
        (list.version, list.indicators.len())
    }

    #[test]
    fn a_list_that_was_read_in_is_what_a_browser_gets_and_a_report_is_checked_against() {
        let inbox = Inbox::new(memory(), environment(variables(&[], &[])));
        let before = in_use(&inbox);
        let (list, version) = (newer(&inbox), ListVersion::parse("2027-1").unwrap());
        show(&inbox.pointers, Some(&list)).unwrap();
        assert_eq!(in_use(&inbox), before, "it is not in use yet");
        settings::show(&inbox.pointers, Settings { list: Some(version), ..Settings::default() }).unwrap();
        assert_eq!(in_use(&inbox), ("2027-1".into(), 3));
        let profile = inbox.environment.profile().unwrap();
        let ids = inbox.environment.signal_ids(&profile).unwrap();
        assert_eq!(ids, shared::indicators::SignalIds::of(&list));
    }

    #[test]
    fn a_copy_that_is_gone_damaged_or_not_in_order_leaves_the_list_of_the_file() {
        let store = memory();
        let inbox = Inbox::new(store.clone(), environment(variables(&[], &[])));
        let (before, mut list) = (in_use(&inbox), newer(&inbox));
        let version = ListVersion::parse("2027-1").unwrap();
        settings::show(&inbox.pointers, Settings { list: Some(version), ..Settings::default() }).unwrap();
        assert_eq!(in_use(&inbox), before);
        list.indicators[0].sentence = String::new();
        show(&inbox.pointers, Some(&list)).unwrap();
        assert_eq!(in_use(&inbox), before);
        store.set(SHOWN.key(), b"{").unwrap();
        assert_eq!(in_use(&inbox), before);
        let profile = inbox.environment.profile().unwrap();
        let base = inbox.environment.base().unwrap();
        assert_eq!(inbox.environment.signal_ids(&profile), inbox.environment.signal_ids(&base));
        show(&inbox.pointers, None).unwrap();
        assert!(!store.exists(SHOWN.key()).unwrap(), "it is put right");
    }
}
