//! The two pages, filled in from the profile at run time: one build serves all 14 gemeenten.
use shared::{
    profile::{Instance, Profile},
    text::dialled,
};

/// The notice on every page of a practice instance.
const PRACTICE: &str = r#"<p class="practice">Oefenomgeving: alles is verzonnen</p>"#;

/// Tells the form that melders are told by mail that there is news, and that they may add photos.
const OFFERS: [&str; 2] = [r#"<i id="mail" hidden></i>"#, r#"<i id="photos" hidden></i>"#];

/// Where the first questions of a report stand. They come in last: what they say is no placeholder.
pub const QUESTIONS: &str = "{{vraag}}";

/// Where the first screen asks for which gemeente it is.
pub const NEIGHBOURS: &str = "{{welke-gemeente}}";

/// Fills the placeholders of a page. Everything from the profile is escaped.
pub fn fill(page: &str, instance: &Instance) -> String {
    let (profile, contacts) = (&instance.profile, &instance.profile.contacts);
    let values = [
        ("{{gemeente}}", escape(&profile.name)),
        ("{{alarm}}", escape(&contacts.emergency.number)),
        ("{{alarm-tel}}", dialled(&contacts.emergency.number)),
        ("{{veilig-thuis-wie}}", escape(&contacts.veilig_thuis.who())),
        ("{{veilig-thuis}}", escape(&contacts.veilig_thuis.number)),
        ("{{veilig-thuis-tel}}", dialled(&contacts.veilig_thuis.number)),
        ("{{politie}}", escape(&contacts.police.number)),
        ("{{politie-tel}}", dialled(&contacts.police.number)),
        ("{{wie-leest}}", escape(&words::readers(&profile.functions))),
        ("{{kmt-naam}}", escape(&contacts.kmt.name)),
        ("{{kmt}}", escape(&contacts.kmt.number)),
        ("{{kmt-tel}}", dialled(&contacts.kmt.number)),
        ("{{kmt-site}}", escape(&profile.kmt_site)),
        ("{{aanbod}}", offers(profile)),
        ("{{oefenbalk}}", if instance.demo { PRACTICE.into() } else { String::new() }),
    ];
    values.iter().fold(page.to_owned(), |page, (name, value)| page.replace(name, value))
}

/// What the form offers besides, for it to find.
fn offers(profile: &Profile) -> String {
    OFFERS.iter().zip([profile.mails, profile.photos]).filter_map(|(&element, has)| has.then_some(element)).collect()
}

/// Text without anything that HTML reads as markup.
pub fn escape(text: &str) -> String {
    let each = |c| match c {
        '&' => "&amp;".to_owned(),
        '<' => "&lt;".to_owned(),
        '>' => "&gt;".to_owned(),
        '"' => "&quot;".to_owned(),
        '\'' => "&#39;".to_owned(),
        other => other.to_string(),
    };
    text.chars().map(each).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_of_a_profile_cannot_become_markup() {
        assert_eq!(escape("<b>'\"&"), "&lt;b&gt;&#39;&quot;&amp;");
        assert_eq!(dialled("0800-2000 <x>"), "08002000");
        assert_eq!(dialled("+31 (0)74 245 00 00"), "+31742450000", "a number that exists");
    }

    /// Another region: nothing on the pages is of Twente or Hengelo.
    #[test]
    fn the_pages_name_who_the_profile_names() {
        let profile = include_str!("../../../gemeenten/hengelo.json");
        let profile = profile.replace("Twente", "Verzonnenland").replace("Hengelo", "Nergenshuizen");
        let profile = profile.replace("twente", "verzonnenland").replace("hengelo", "nergenshuizen");
        let instance = Instance {
            profile: serde_json::from_str(&profile).unwrap(),
            indicators: shared::indicators::IndicatorList { version: "2026-1".into(), ..Default::default() },
            decreed: vec![],
            demo: false,
            practice_code: None,
            log_in: Default::default(),
            sealing: None,
        };
        for page in [
            include_str!("../../../frontend/index.html"),
            include_str!("../../../frontend/af.html"),
            include_str!("../../../frontend/oefenen.html"),
        ] {
            // the campaign and the case come in afterwards
            let later = [QUESTIONS, NEIGHBOURS, "{{campagne}}", "{{zaak}}", "{{verhaal}}"];
            let shown = later.iter().fold(fill(page, &instance), |page, name| page.replace(name, ""));
            let lower = shown.to_lowercase();
            assert!(!lower.contains("twente") && !lower.contains("hengelo") && !shown.contains("{{"), "{shown}");
        }
        assert!(
            fill(include_str!("../../../frontend/index.html"), &instance)
                .contains("Veilig Thuis Verzonnenland, dag en nacht")
        );
        for (mails, photos) in [(false, false), (true, false), (false, true), (true, true)] {
            let profile = Profile { mails, photos, ..instance.profile.clone() };
            let page = fill(include_str!("../../../frontend/index.html"), &Instance { profile, ..instance.clone() });
            assert_eq!(OFFERS.map(|element| page.contains(element)), [mails, photos]);
        }
    }
}
