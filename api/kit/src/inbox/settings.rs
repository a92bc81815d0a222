//! The changed settings as everybody may see them. `review` writes this copy from what it keeps sealed, and due work
//! writes it again; `intake` reads it. It is not sealed: a browser gets all of it.
use crate::{
    Failure,
    store::{
        Vault,
        cell::{self, Cell, Pointers},
    },
};
use shared::settings::Settings;

const SHOWN: Cell<Pointers, Settings> = cell::shown_settings();

/// What is shown; nothing where it cannot be read or is not in order. Then the file holds, and the log says so.
#[must_use]
pub fn shown(pointers: &Vault<Pointers>) -> Option<Settings> {
    let settings = match pointers.get(&SHOWN) {
        Ok(settings) => settings?,
        Err(failure) => {
            failure.log();
            return None;
        }
    };
    if !settings.is_in_order() {
        eprintln!("error: the copy of the settings is not in order; the profile's file holds");
        return None;
    }
    Some(settings)
}

/// Shows these, if something else is shown.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn show(pointers: &Vault<Pointers>, settings: Settings) -> Result<(), Failure> {
    let settings = settings.shown();
    let now = pointers.get(&SHOWN).or_else(|failure| failure.unless_damaged(None))?;
    if now.as_ref() == Some(&settings) || (now.is_none() && settings == Settings::default()) {
        // damaged and nothing to show: it goes
        return if pointers.exists(&SHOWN)? && now.is_none() { pointers.delete(&SHOWN) } else { Ok(()) };
    }
    pointers.set(&SHOWN, &settings)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        inbox::Inbox,
        testing::{environment, memory, variables},
    };
    use shared::settings::{Part, PartKind, Phones};

    fn with_number(inbox: &Inbox, number: &str) -> Settings {
        let Part::Phones(Some(phones)) = Part::of(PartKind::Phones, &inbox.environment.base().unwrap()) else {
            panic!("phones")
        };
        let kmt = shared::profile::Contact { number: number.into(), ..phones.kmt.clone() };
        Settings::default().with(Part::Phones(Some(Phones { kmt, ..phones })))
    }

    #[test]
    fn what_is_shown_lies_over_the_file_and_a_browser_gets_it_without_the_achterwacht() {
        let inbox = Inbox::new(memory(), environment(variables(&[], &[])));
        let number = || inbox.environment.instance().unwrap().profile.contacts.kmt.number;
        let before = number();
        show(&inbox.pointers, with_number(&inbox, "074-000 00 99")).unwrap();
        assert_eq!(number(), "074-000 00 99");
        let stored = shown(&inbox.pointers).unwrap().phones.unwrap();
        assert!(stored.backup.is_none(), "not even in the store");
        show(&inbox.pointers, Settings::default()).unwrap();
        assert_eq!(number(), before);
    }

    #[test]
    fn a_damaged_copy_or_one_that_is_not_in_order_leaves_the_file() {
        let store = memory();
        let inbox = Inbox::new(store.clone(), environment(variables(&[], &[])));
        let before = inbox.environment.instance().unwrap();
        let wrong = with_number(&inbox, "bel maar");
        inbox.pointers.set(&SHOWN, &wrong).unwrap();
        assert_eq!(inbox.environment.instance().unwrap(), before);
        store.set(SHOWN.key(), b"{").unwrap();
        assert_eq!(inbox.environment.instance().unwrap(), before);
        show(&inbox.pointers, Settings::default()).unwrap();
        assert!(!store.exists(SHOWN.key()).unwrap(), "it is put right");
    }
}
