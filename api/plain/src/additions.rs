//! What the melder adds to a melding (aanvullingen), for as long as there is a case.
use crate::{
    Place, call, value,
    written::{Field, Sent},
};
use maud::{Markup, html};
use shared::case::{MOST_ADDITIONS, Progress, SentAddition, Stage, notes::AdditionKind};
use words::Language;

/// What was typed to be added.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Adding {
    /// Its key: the same in every sending of it.
    pub key: String,
    /// Why it is added, as the page asked it.
    pub kind: Option<AdditionKind>,
    /// As typed; empty once it was taken.
    pub text: String,
    /// What came of it, if it was sent.
    pub sent: Option<Sent>,
}

impl std::fmt::Debug for Adding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Adding(…)")
    }
}

impl Adding {
    /// What the warning and the button are about.
    pub const ABOUT: &'static str = "aanvulling";

    /// What a browser sent of it.
    #[must_use]
    pub fn read(body: &[u8]) -> Self {
        let kind = value(body, KIND);
        let kind = AdditionKind::ALL.iter().copied().find(|one| one.as_str() == kind);
        Self { key: value(body, KEY), kind, text: value(body, TEXT), sent: None }
    }

    /// Whether it is to be sent.
    #[must_use]
    pub fn is_sent(body: &[u8]) -> bool {
        value(body, SEND) == Self::ABOUT
    }
}

const TEXT: &str = "aanvulling";
const KEY: &str = "aanvulling-sleutel";
const KIND: &str = "aanvulling-soort";
const SEND: &str = "toevoegen";

/// What the melder added, and room for more. Before a decision it asks what they think.
pub fn additions(place: Place<'_>, progress: &Progress, adding: &Adding) -> Markup {
    let left = MOST_ADDITIONS.saturating_sub(progress.additions.len());
    let contacts = &place.instance.profile.contacts;
    html! {
        section.stack {
            @if progress.asks_view() {
                h2 { (place.say("Wat vind jij?", "What do you think?")) }
                p {
                    (place.say(
                        "De aandachtsfunctionarissen besluiten binnenkort. Zij lezen voor het besluit wat jij vindt.",
                        "The aandachtsfunctionarissen decide soon. Before that they read what you think.",
                    ))
                }
            } @else {
                h2 { (place.say("Iets toevoegen", "Add something")) }
                @if progress.stage == Stage::Done {
                    p {
                        (place.say(
                            "Je melding is afgerond. Een aandachtsfunctionaris leest wat je toevoegt.",
                            "Your report is finished. An aandachtsfunctionaris reads what you add.",
                        ))
                    }
                }
            }
            @if adding.sent == Some(Sent::Taken) {
                div.notice.done role="status" {
                    p {
                        (place.say(
                            "Dank je wel. De aandachtsfunctionaris leest wat je toevoegde.",
                            "Thank you. The aandachtsfunctionaris reads what you added.",
                        ))
                    }
                }
            }
            (earlier(place, &progress.additions))
            p {
                (place.say("Is er nu gevaar? Bel ", "Is there danger now? Call "))
                (call::number(&contacts.emergency)) "."
            }
            @if left > 0 {
                (room(place, progress, adding, left))
            } @else {
                @if let Some(Sent::Wrong(text) | Sent::Warned(text)) = &adding.sent {
                    div.notice.wait role="alert" { p { (text) } }
                }
                p {
                    (place.say("Je hebt ", "You added something ")) (MOST_ADDITIONS)
                    (place.say(" keer iets toegevoegd. Meer kan hier niet. Bel ", " times. That is all there is room for. Call "))
                    (contacts.ours().name) ": " (call::number(contacts.ours())) "."
                }
            }
        }
    }
}

/// Not its words: somebody may look over the melder's shoulder.
fn earlier(place: Place<'_>, additions: &[SentAddition]) -> Markup {
    html! {
        @if !additions.is_empty() {
            ul {
                @for one in additions {
                    li {
                        @match one.kind {
                            AdditionKind::More => (place.say("Toegevoegd op ", "Added on ")),
                            AdditionKind::BeforeDecision => (place.say(
                                "Voor het besluit gezegd wat je vindt, op ",
                                "Said before the decision what you think, on ",
                            )),
                            AdditionKind::Photo => (place.say("Foto toegevoegd op ", "Photo added on ")),
                        }
                        (place.language.day_with_year(one.on))
                    }
                }
            }
            p.soft {
                (place.say(
                    "Wat je schreef, staat hier niet. Iemand kan meekijken.",
                    "What you wrote is not here. Somebody may be looking over your shoulder.",
                ))
            }
        }
    }
}

fn room(place: Place<'_>, progress: &Progress, adding: &Adding, left: usize) -> Markup {
    let (asked, label) = if progress.asks_view() {
        (AdditionKind::BeforeDecision, place.say("Wat moeten zij van jou weten?", "What should they know from you?"))
    } else {
        (AdditionKind::More, place.say("Wat wil je toevoegen?", "What do you want to add?"))
    };
    let hint = match place.language {
        Language::Dutch => format!("Schrijf alleen op wat je al weet. Zoek niets extra op. Dit kan {}.", often(left)),
        Language::English => format!("Only write down what you already know. Don’t look for more. Times left: {left}."),
    };
    let send = (SEND, place.say("Voeg toe", "Add"));
    let field = Field { id: "aanvulling", name: TEXT, label, hint: &hint, about: Adding::ABOUT, send };
    html! {
        input type="hidden" name=(KEY) value=(adding.key);
        input type="hidden" name=(KIND) value=(asked.as_str());
        (field.show(place, &adding.text, adding.sent.as_ref()))
    }
}

fn often(left: usize) -> String {
    if left == 1 { "nog één keer".into() } else { format!("nog {left} keer") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::april;

    #[test]
    fn what_was_added_is_listed_with_its_day_and_the_field_goes_when_there_is_no_room() {
        let instance = crate::fixture::instance();
        let mut progress = Progress::received(april(24), april(30), vec![]);
        let adding = Adding { key: "5a".repeat(16), text: "Half getypt".into(), ..Adding::default() };
        let place = Place::dutch(&instance);
        let page = |progress: &Progress| additions(place, progress, &adding).into_string();
        let first = page(&progress);
        assert!(first.contains("Iets toevoegen") && first.contains("nog 10 keer") && first.contains("Half getypt"));
        assert!(first.contains(&adding.key) && first.contains("value=\"aanvulling\""));
        progress.additions = vec![SentAddition { kind: AdditionKind::More, on: april(25) }; MOST_ADDITIONS - 1];
        assert!(page(&progress).contains("25 april 2026") && page(&progress).contains("nog één keer"));
        progress.additions.push(SentAddition { kind: AdditionKind::BeforeDecision, on: april(26) });
        let full = page(&progress);
        assert!(full.contains("Meer kan hier niet") && !full.contains("<textarea"), "{full}");
        assert!(full.contains("Voor het besluit gezegd wat je vindt, op zondag 26 april 2026"), "{full}");
    }

    #[test]
    fn before_the_decision_it_asks_what_the_melder_thinks_and_after_closing_who_reads_it() {
        let instance = crate::fixture::instance();
        let place = Place::dutch(&instance);
        let page = |stage| {
            let progress = Progress { stage, ..Progress::received(april(24), april(30), vec![]) };
            additions(place, &progress, &Adding::default()).into_string()
        };
        let decision = page(Stage::Decision);
        assert!(decision.contains("Wat vind jij?") && decision.contains("value=\"voor-het-besluit\""));
        let done = page(Stage::Done);
        assert!(done.contains("Je melding is afgerond. Een aandachtsfunctionaris leest"), "{done}");
        assert!(!done.contains("Wat vind jij?") && done.contains("<textarea"));
    }
}
