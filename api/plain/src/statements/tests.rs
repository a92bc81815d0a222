use super::{accessibility_page, privacy_page};
use crate::{Place, fixture::instance};
use shared::{
    profile::{Processor, Register},
    retention::Outcome,
};

const NOT_FILLED_IN: &str = "Je gemeente heeft dit nog niet ingevuld.";

#[test]
fn what_the_gemeente_filled_in_is_shown_and_what_it_did_not_is_said() {
    let mut instance = instance();
    instance.profile.register = Register::default();
    let page = privacy_page(Place::dutch(&instance));
    assert_eq!(page.matches(NOT_FILLED_IN).count(), 6);
    assert!(page.contains("gegevensbescherming (FG) van de gemeente Hengelo"));
    instance.profile.register = Register::of(std::array::from_fn(|n| format!("Verzonnen <b>regel {n}</b>")));
    let page = privacy_page(Place::dutch(&instance));
    assert!(!page.contains(NOT_FILLED_IN) && !page.contains("<b>regel"), "what is filled in is text");
    let shown = (0..9).filter(|n| page.contains(&format!("Verzonnen &lt;b&gt;regel {n}"))).collect::<Vec<_>>();
    // the last one is the day of the DPIA: that is for the FG
    assert_eq!(shown, [0, 1, 2, 3, 4, 5, 6, 7]);
}

#[test]
fn every_way_to_end_has_its_term_and_an_example_is_called_one() {
    let mut instance = instance();
    let page = privacy_page(Place::dutch(&instance));
    for outcome in Outcome::ALL {
        let term = format!("<dd>{}</dd>", instance.profile.retention.of(*outcome).term);
        assert!(page.contains(&term), "{outcome:?}");
    }
    assert_eq!(page.matches("<dt>").count(), Outcome::ALL.len() + 6);
    assert!(page.contains("nog niet vastgesteld"));
    instance.profile.retention.established = Some("2026-03-02".parse().unwrap());
    let page = privacy_page(Place::dutch(&instance));
    assert!(page.contains("2 maart 2026.") && !page.contains("nog niet vastgesteld"));
}

#[test]
fn who_works_for_the_gemeente_is_named() {
    let mut instance = instance();
    assert!(!privacy_page(Place::dutch(&instance)).contains("Deze organisaties"));
    let one = Processor { name: "Verzonnen Hosting".into(), task: "de server".into() };
    instance.profile.processors = vec![one];
    assert!(privacy_page(Place::dutch(&instance)).contains("Verzonnen Hosting: de server"));
}

/// Both are about the gemeente whose instance it is: another region has other names.
#[test]
fn both_name_what_the_profile_names() {
    let mut instance = instance();
    instance.profile.name = "Verzonnendam".into();
    instance.profile.contacts.kmt.name = "Kenniscentrum Verzonnen".into();
    instance.profile.functions.clear();
    for page in [privacy_page(Place::dutch(&instance)), accessibility_page(Place::dutch(&instance))] {
        assert!(page.contains("Gemeente Verzonnendam"));
        for other in ["Hengelo", "Twente"] {
            assert!(!page.contains(other), "{other}");
        }
    }
    assert!(accessibility_page(Place::dutch(&instance)).contains("Kenniscentrum Verzonnen"));
}
