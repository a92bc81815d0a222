//! A photo with a melding (foto's): a part of *Mijn melding* that works with scripts only, where the profile turns
//! photos on. `frontend/js/foto.js` draws the picture again on the device, seals it and sends it.
use crate::Place;
use maud::{Markup, html};
use shared::{
    case::Progress,
    photo::{LONGEST_SIDE, MOST_PARTS, PART},
};

/// What the script says, by the name under which it finds it in the page.
fn said(place: Place<'_>) -> [(&'static str, &'static str); 8] {
    [
        ("lezen", place.say("De foto wordt klaargemaakt.", "The photo is being prepared.")),
        (
            "onleesbaar",
            place.say(
                "Deze foto kan hier niet worden geopend. Kies een andere, of vertel wat erop staat.",
                "This photo can’t be opened here. Choose another one, or tell what it shows.",
            ),
        ),
        ("leeg", place.say("Kies een foto en schrijf op wat erop staat.", "Choose a photo and write what it shows.")),
        ("gereed", place.say("De foto staat klaar.", "The photo is ready.")),
        ("bezig", place.say("De foto wordt verstuurd.", "The photo is being sent.")),
        (
            "verbroken",
            place.say(
                "De foto is niet verstuurd. Kijk of er verbinding is en probeer het opnieuw.",
                "The photo was not sent. See whether there is a connection and try again.",
            ),
        ),
        (
            "geweigerd",
            place.say(
                "Deze foto kan er nu niet bij. Vertel de aandachtsfunctionaris wat erop staat.",
                "This photo can’t be added now. Tell the aandachtsfunctionaris what it shows.",
            ),
        ),
        (
            "klaar",
            place.say(
                "De foto is verstuurd. Een aandachtsfunctionaris bekijkt hem.",
                "The photo was sent. An aandachtsfunctionaris looks at it.",
            ),
        ),
    ]
}

/// Room for a photo; nothing where the profile has none, the device cannot seal, or there is no more room. It is hidden
/// until the script says that this browser can.
pub fn photos(place: Place<'_>, progress: &Progress) -> Markup {
    let has_room = progress.has_room_for_photo() && !progress.unopened;
    let key = place.instance.sealing.as_ref().filter(|_| place.instance.profile.photos && has_room);
    html! {
        @if let Some(key) = key {
            section.stack id="foto" hidden data-sleutel=(key.id) data-openbaar=(key.key) data-gemeente=(key.gemeente)
                data-zijde=(LONGEST_SIDE) data-deel=(PART) data-delen=(MOST_PARTS) {
                h2 { (place.say("Een foto toevoegen", "Add a photo")) }
                p {
                    (place.say(
                        "Alleen van een plek of een document, en alleen als dat bij je werk hoort. Maak geen foto’s van \
                         mensen. Maak nooit stiekem een foto.",
                        "Only of a place or a document, and only if that is part of your work. Don’t take photos of \
                         people. Never take a photo in secret.",
                    ))
                }
                p.soft {
                    (place.say(
                        "We halen van de foto af waar en wanneer hij is gemaakt. Dat is veiliger voor jou. Als bewijs is \
                         hij daardoor minder sterk.",
                        "We take off where and when the photo was taken. That is safer for you. It makes it weaker as \
                         evidence.",
                    ))
                }
                div.field {
                    label.utrecht-form-label for="foto-bestand" { (place.say("Kies of maak een foto", "Choose or take a photo")) }
                    input.file type="file" id="foto-bestand" accept="image/jpeg,image/png,image/webp,image/heic,image/heif";
                }
                canvas id="foto-beeld" role="img" aria-label=(place.say("De foto die je koos", "The photo that you chose")) hidden {}
                div.field {
                    label.utrecht-form-label for="foto-tekst" { (place.say("Wat staat erop?", "What does it show?")) }
                    p.hint id="foto-tekst-hint" {
                        (place.say(
                            "Bijvoorbeeld: de achterdeur, op 3 mei. Vul geen burgerservicenummer in.",
                            "For example: the back door, on 3 May. Don’t fill in a burgerservicenummer (BSN).",
                        ))
                    }
                    input.utrecht-textbox type="text" id="foto-tekst" maxlength="500" autocomplete="off" spellcheck="false"
                        dir="auto" aria-describedby="foto-tekst-hint";
                }
                p id="foto-stand" role="status" { }
                button.utrecht-button.utrecht-button--secondary-action type="button" id="foto-stuur" {
                    (place.say("Verstuur de foto", "Send the photo"))
                }
                @for (name, text) in said(place) { template data-zin=(name) { (text) } }
            }
            script type="module" src="/foto.js" {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{april, instance};
    use shared::{
        case::{MOST_ADDITIONS, SentAddition, notes::AdditionKind},
        photo::MOST_PHOTOS,
        profile::{DeviceKey, Instance},
    };

    fn page(change: impl FnOnce(&mut Instance, &mut Progress)) -> String {
        let mut instance = instance();
        instance.sealing = Some(DeviceKey { id: "0a".repeat(16), key: "AA==".into(), gemeente: "hengelo".into() });
        instance.profile.photos = true;
        let mut progress = Progress::received(april(24), april(30), vec![]);
        change(&mut instance, &mut progress);
        photos(Place::dutch(&instance), &progress).into_string()
    }

    #[test]
    fn there_is_room_for_a_photo_where_the_profile_says_so_and_until_there_are_enough() {
        let added = |kind, count| vec![SentAddition { kind, on: april(25) }; count];
        assert!(page(|_, _| ()).contains("Maak nooit stiekem een foto."));
        assert!(
            page(|_, progress| progress.additions = added(AdditionKind::Photo, MOST_PHOTOS - 1)).contains("/foto.js")
        );
        assert_eq!(page(|_, progress| progress.additions = added(AdditionKind::Photo, MOST_PHOTOS)), "");
        assert_eq!(page(|_, progress| progress.additions = added(AdditionKind::More, MOST_ADDITIONS)), "");
        assert_eq!(page(|_, progress| progress.unopened = true), "");
        assert_eq!(page(|instance, _| instance.profile.photos = false), "");
        assert_eq!(page(|instance, _| instance.sealing = None), "", "nothing could be sealed");
    }
}
