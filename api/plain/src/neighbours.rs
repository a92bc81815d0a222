//! "Voor welke gemeente?": for staff of an organisation that works for more than one.
use crate::Place;
use maud::{Markup, html};
use shared::neighbours::Neighbour;

/// The question above the ways to report: this gemeente by its name, and a way to each of the others. Nothing where
/// there are no others.
#[must_use]
pub fn which_gemeente(place: Place<'_>, others: &[Neighbour]) -> Markup {
    let name = &place.instance.profile.name;
    html! {
        @if !others.is_empty() {
            p { b { (place.say("Voor welke gemeente?", "For which gemeente?")) } }
            @for other in others {
                a.utrecht-button.utrecht-button--secondary-action.wide href={ (other.address) (place.to("/")) } {
                    (place.say("Voor", "For")) " " (other.name) ": " (place.say("ga naar dat adres", "go to that address"))
                }
            }
            p { (place.say("Voor", "For")) " " (name) ":" }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::instance;
    use words::Language;

    #[test]
    fn staff_of_more_gemeenten_choose_before_they_report() {
        let instance = instance();
        let others = [Neighbour {
            id: "b".into(),
            name: "Bedachtburg <b>".into(),
            address: "https://melden.bedachtburg.example".into(),
        }];
        for (place, asked, there) in [
            (Place::dutch(&instance), "Voor welke gemeente?", "/"),
            (Place { instance: &instance, language: Language::English }, "For which gemeente?", "/en"),
        ] {
            let html = which_gemeente(place, &others).into_string();
            assert!(html.contains(asked) && html.contains(&format!("example{there}\"")), "{html}");
            assert!(html.contains("Bedachtburg &lt;b&gt;") && html.contains(&instance.profile.name), "{html}");
            assert_eq!(which_gemeente(place, &[]).into_string(), "");
        }
    }
}
