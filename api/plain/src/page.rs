//! What every page has around its content.
use crate::{ACCESSIBILITY, PRIVACY, call::number};
use maud::{DOCTYPE, Markup, html};
use shared::profile::Instance;

/// A page. The title is fixed text: never anything that was typed.
pub fn page(instance: &Instance, title: &str, content: &Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="nl" {
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
                a.utrecht-skip-link.utrecht-skip-link--visible-on-focus href="#main" { "Naar de inhoud" }
                header {
                    @if instance.demo {
                        p.practice { "Oefenomgeving: alles is verzonnen" }
                    }
                    div.top {
                        b { "Meldroute" }
                        span.soft { "Gemeente " (instance.profile.name) }
                        a.utrecht-link href="about:blank" data-hide { "Verberg scherm" }
                    }
                }
                main id="main" {
                    div.column.stack { (content) }
                }
                footer.column.links {
                    a.utrecht-link href=(PRIVACY) { "Privacy" }
                    a.utrecht-link href=(ACCESSIBILITY) { "Toegankelijkheid" }
                }
            }
        }
    };
    page.into_string()
}

/// A page that only says what went wrong, with the numbers to call.
#[must_use]
pub fn failure_page(instance: &Instance, title: &str, text: &str) -> String {
    let content = html! {
        h1 { (title) }
        div.notice.wait role="alert" { p { (text) } }
        (call_instead(instance))
        p.links { a.utrecht-link href="/" { "Naar de eerste pagina" } }
    };
    page(instance, title, &content)
}

/// Whom to call when this does not work.
pub fn call_instead(instance: &Instance) -> Markup {
    let contacts = &instance.profile.contacts;
    html! {
        p {
            "Lukt het niet? Bel " (contacts.ours().name) ": " (number(contacts.ours())) ". Is er nu gevaar? Bel "
            (number(&contacts.emergency)) "."
        }
    }
}
