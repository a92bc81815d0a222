//! The first questions as they stand on the app's page before the app has come: the same as in its first step, so that
//! nobody waits for a module to read them. What is answered meanwhile, the app takes over (`frontend/js/early.js`).
use super::{fields::Fields, parts};
use crate::{Place, call};
use maud::html;
use shared::{
    profile::Instance,
    report::{Draft, Part},
};
use words::melder;

/// The first step, without a button to go on.
#[must_use]
pub fn first_questions(instance: &Instance) -> String {
    let place = Place::dutch(instance);
    let fields = Fields { place, draft: &Draft::default(), found: &[] };
    let steps = Part::ALL.len() + 1;
    let step = html! {
        div.column.form {
            div.step-bar {
                a.utrecht-link href="/" { "‹ Terug" }
                span.soft { (melder::step_of(1, steps)) }
                a.utrecht-link href="about:blank" data-hide { "Verberg scherm" }
            }
            h1 { (melder::title(Part::Subject)) }
            (parts::subject(&fields))
            p.soft {
                "Het formulier wordt geladen. Is er nu gevaar? Bel " (call::number(&instance.profile.contacts.emergency)) "."
            }
        }
    };
    step.into_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::instance;

    #[test]
    fn it_has_the_questions_of_the_first_step_and_nothing_that_sends() {
        let step = first_questions(&instance());
        for part in ["Stap 1 van 6", "name=\"onderwerp\"", "name=\"vormen\"", "name=\"collega\"", "class=\"segments\""]
        {
            assert!(step.contains(part), "{part}");
        }
        // Enter sends a form, and its answers would stand in the address
        for part in ["<form", "<button", "action=", "name=\"naam\"", "checked"] {
            assert!(!step.contains(part), "{part}");
        }
    }
}
