use super::super::{page::Page, parts::CopyButton};
use crate::{
    browser,
    messages::{self, isolated},
    ui::{Notice, NoticeLook},
};
use leptos::prelude::*;
use shared::contract::{Invitation, InvitationPart};

/// The link of an invitation or of a half of one, shown once to the person who hands it over.
#[component]
pub fn ToHandOver(name: String, invitation: Invitation) -> impl IntoView {
    let origin = browser::window().and_then(|window| window.location().origin().ok()).unwrap_or_default();
    let link = format!("{origin}{}#{}", Page::Invitation.path(), invitation.word);
    let copied = link.clone();
    let until = invitation.until.map(|until| messages::day(until.day()));
    let how = how(invitation.part, until.as_deref());
    view! {
        <Notice look=NoticeLook::Done title=title(invitation.part, &name)>
            <p>"Geef deze link zelf aan "<bdi>{name}</bdi>", het liefst persoonlijk. "{how}" Je ziet hem nu voor het laatst."</p>
            <p><code class="link-code">{link}</code></p>
            <div class="row"><CopyButton label="Kopieer de link" secret=true text=Callback::new(move |()| copied.clone())/></div>
        </Notice>
    }
}

fn title(part: InvitationPart, name: &str) -> String {
    let name = isolated(name);
    match part {
        InvitationPart::Whole => format!("Uitnodiging voor {name}"),
        InvitationPart::First => format!("Eerste helft van de uitnodiging voor {name}"),
        InvitationPart::Second => format!("Tweede helft van de uitnodiging voor {name}"),
    }
}

/// What the link does. A half does nothing without the other one, which somebody else hands over.
fn how(part: InvitationPart, until: Option<&str>) -> String {
    let until = until.map(|until| format!(", tot {until}")).unwrap_or_default();
    match part {
        InvitationPart::Whole => format!("Hij werkt één keer{until}."),
        InvitationPart::First => {
            "Dit is de eerste helft. De andere helft komt van de collega die het verzoek bevestigt, \
                                  en daarna werken ze samen."
                .into()
        }
        InvitationPart::Second => {
            format!("Dit is de tweede helft. De eerste helft komt van wie het vroeg. Samen werken ze één keer{until}.")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_says_what_to_do_with_it() {
        assert_eq!(how(InvitationPart::Whole, Some("vrijdag 24 april")), "Hij werkt één keer, tot vrijdag 24 april.");
        assert!(how(InvitationPart::First, None).contains("bevestigt, en daarna werken ze samen."));
        assert!(how(InvitationPart::Second, Some("vrijdag 24 april")).ends_with("één keer, tot vrijdag 24 april."));
    }
}
