//! What a browser asks to put Meldroute on a phone's start screen: the product's name, and the gemeente's colours.
use crate::colours::is_colour;
use shared::profile::Brand;

/// Where it is.
pub const PATH: &str = "/manifest.webmanifest";

/// The manifest, as the W3C's Web Application Manifest has it. Anything of the brand that is not a colour is left out.
/// The icon is a drawing, and the same as a picture for systems that want one; iOS takes the picture that the page
/// names.
pub fn json(brand: Option<&Brand>) -> String {
    let colours = brand.map(|brand| [("theme_color", &brand.colour), ("background_color", &brand.wash)]);
    let colours = colours.into_iter().flatten().filter(|(_, value)| is_colour(value));
    let colours: String = colours.map(|(name, value)| format!(r#""{name}":"{value}","#)).collect();
    format!(
        r#"{{"id":"/","start_url":"/","scope":"/","name":"Meldroute","short_name":"Meldroute","lang":"nl",{colours}"display":"standalone","icons":[{{"src":"/icon.svg","type":"image/svg+xml","sizes":"any"}},{{"src":"/icon-512.png","type":"image/png","sizes":"512x512"}}]}}"#
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(brand: Option<&Brand>) -> serde_json::Value {
        serde_json::from_str(&json(brand)).unwrap()
    }

    #[test]
    fn it_has_the_colours_of_the_gemeente_and_only_colours() {
        let mut brand = Brand { colour: "#0b4f6c".into(), on_colour: "#fff".into(), wash: "#e6f0f4".into() };
        let made = read(Some(&brand));
        assert_eq!((&made["theme_color"], &made["background_color"]), (&"#0b4f6c".into(), &"#e6f0f4".into()));
        brand.colour = r#"","start_url":"https://elders.example"#.into();
        let made = read(Some(&brand));
        assert_eq!((&made["theme_color"], &made["start_url"]), (&serde_json::Value::Null, &"/".into()));
    }

    #[test]
    fn without_a_profile_it_is_there_too() {
        let made = read(None);
        assert_eq!((&made["name"], &made["icons"][0]["src"]), (&"Meldroute".into(), &"/icon.svg".into()));
    }
}
