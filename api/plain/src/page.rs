//! What every page has around its content.
use crate::{ACCESSIBILITY, PRIVACY, Place, address_in, call::number};
use maud::{DOCTYPE, Markup, html};
use words::Language;

/// A page at an address, which is its own in Dutch. The title is fixed text: never anything that was typed.
pub fn page(place: Place<'_>, (address, title): (&str, &str), content: &Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(place.language.code()) {
            head {
                meta charset="utf-8";
                title { (title) " – Meldroute" }
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="robots" content="noindex, nofollow";
                meta name="format-detection" content="telephone=no";
                link rel="icon" href="/icon.svg" type="image/svg+xml";
                link rel="stylesheet" href="/melder.css";
                link rel="stylesheet" href="/huisstijl.css";
                script src="/start.js" {}
                script type="module" src="/formulier.js" {}
            }
            body {
                a.utrecht-skip-link.utrecht-skip-link--visible-on-focus href="#main" {
                    (place.say("Naar de inhoud", "To the content"))
                }
                (top(place))
                main id="main" data-offline=(place.say(
                    "Er is geen verbinding. Wat je typte, staat er nog. Probeer het zo opnieuw.",
                    "There is no connection. What you typed is still there. Try again in a moment.",
                )) {
                    div.column.stack { (content) }
                }
                footer.column.links {
                    a.utrecht-link href=(place.to(PRIVACY)) { "Privacy" }
                    a.utrecht-link href=(place.to(ACCESSIBILITY)) { (place.say("Toegankelijkheid", "Accessibility")) }
                    (other_language(place, address))
                }
            }
        }
    };
    page.into_string()
}

fn top(place: Place<'_>) -> Markup {
    html! {
        header {
            @if place.instance.demo {
                p.practice { (place.say("Oefenomgeving: alles is verzonnen", "For practice: everything is made up")) }
            }
            div.top {
                b { "Meldroute" }
                span.soft { "Gemeente " (place.instance.profile.name) }
                a.utrecht-link href="about:blank" data-hide { (place.say("Verberg scherm", "Hide screen")) }
            }
        }
    }
}

/// The same page in the other language. What was typed does not go along, so it is below everything else.
fn other_language(place: Place<'_>, address: &str) -> Markup {
    let (other, name) = place.say((Language::English, "English"), (Language::Dutch, "Nederlands"));
    html! {
        a.utrecht-link href=(address_in(other, address)) lang=(other.code()) hreflang=(other.code()) { (name) }
    }
}

/// A page that only says what went wrong, with the numbers to call.
#[must_use]
pub fn failure_page(place: Place<'_>, text: &str) -> String {
    let title = place.say("Dit lukt nu niet", "This does not work now");
    let content = html! {
        h1 { (title) }
        div.notice.wait role="alert" { p { (text) } }
        (call_instead(place))
        (to_first_page(place))
    };
    page(place, ("/", title), &content)
}

/// The link that ends a page.
pub fn to_first_page(place: Place<'_>) -> Markup {
    html! {
        p.links { a.utrecht-link href=(place.to("/")) { (place.say("Naar de eerste pagina", "To the first page")) } }
    }
}

/// Whom to call when this does not work.
pub fn call_instead(place: Place<'_>) -> Markup {
    let contacts = &place.instance.profile.contacts;
    html! {
        p {
            (place.say("Lukt het niet? Bel ", "Doesn’t it work? Call ")) (contacts.ours().name) ": "
            (number(contacts.ours())) (place.say(". Is er nu gevaar? Bel ", ". Is there danger now? Call "))
            (number(&contacts.emergency)) "."
        }
    }
}
