//! The gemeente's colours as custom properties (`/huisstijl.css`), for light and for dark screens. The gemeente sets
//! them for light; those for dark are made from its colour, so that every gemeente has them and all can be read.
use shared::profile::Brand;

/// `--paper` and the text on the gemeente's colour in the dark form of `frontend/styles/tokens.css`.
const DARK: [&str; 2] = ["#171c20", "#10161a"];
/// Of the gemeente's colour, in hundredths: the rest of `--brand` is white, and the rest of `--brand-wash` is paper.
const OWN: [u32; 2] = [35, 22];

/// The style sheet. Anything that is not a colour is left out.
pub fn css(brand: &Brand) -> String {
    let light = rule([("--brand", &brand.colour), ("--brand-ink", &brand.on_colour), ("--brand-wash", &brand.wash)]);
    let Some(own) = parts(&brand.colour) else { return light };
    let [colour, wash] = dark(own);
    let dark = rule([("--brand", &colour), ("--brand-ink", DARK[1]), ("--brand-wash", &wash)]);
    format!("{light}@media screen and (prefers-color-scheme:dark){{{dark}}}")
}

/// The colour and its wash on a dark screen.
fn dark(own: [u8; 3]) -> [String; 2] {
    let paper = parts(DARK[0]).unwrap_or_default();
    [mix(own, OWN[0], [255; 3]), mix(own, OWN[1], paper)]
}

fn rule(tokens: [(&str, &str); 3]) -> String {
    let colours = tokens.into_iter().filter(|(_, value)| is_colour(value));
    let lines: Vec<String> = colours.map(|(name, value)| format!("{name}:{value}")).collect();
    format!(":root{{{}}}", lines.join(";"))
}

/// Whether it is a colour as `#rrggbb`.
pub fn is_colour(text: &str) -> bool {
    parts(text).is_some()
}

/// Red, green and blue of `#rrggbb`.
fn parts(text: &str) -> Option<[u8; 3]> {
    let digits =
        text.strip_prefix('#').filter(|rest| rest.len() == 6 && rest.bytes().all(|b| b.is_ascii_hexdigit()))?;
    let value = u32::from_str_radix(digits, 16).ok()?;
    let [_, red, green, blue] = value.to_be_bytes();
    Some([red, green, blue])
}

/// So many hundredths of the one colour, the rest of the other.
fn mix(one: [u8; 3], share: u32, other: [u8; 3]) -> String {
    let part = |at: usize| (u32::from(one[at]) * share + u32::from(other[at]) * (100 - share)) / 100;
    format!("#{:02x}{:02x}{:02x}", part(0), part(1), part(2))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKENS: &str = include_str!("../../../frontend/styles/tokens.css");

    #[test]
    fn only_colours_become_css() {
        let brand =
            |colour: &str, on: &str| Brand { colour: colour.into(), on_colour: on.into(), wash: "#e6f0f4".into() };
        assert_eq!(css(&brand("blue", "#fffff")), ":root{--brand-wash:#e6f0f4}");
        assert_eq!(
            css(&brand("#0b4f6c", "red;}")),
            ":root{--brand:#0b4f6c;--brand-wash:#e6f0f4}@media screen and (prefers-color-scheme:dark)\
             {:root{--brand:#a9c1cb;--brand-ink:#10161a;--brand-wash:#142730}}"
        );
    }

    /// Relative luminance [guideline: WCAG 2.2].
    fn luminance(colour: &str) -> f64 {
        let [red, green, blue] = parts(colour).unwrap_or_else(|| panic!("{colour}")).map(|part| {
            let value = f64::from(part) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    fn contrast(one: &str, other: &str) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    fn readable(pairs: &[(&str, &str)], whose: &str) {
        for (front, back) in pairs {
            assert!(contrast(front, back) >= 4.5, "{whose}: {front} on {back}");
        }
    }

    /// The value of a token on a light and on a dark screen.
    fn token(name: &str) -> [&'static str; 2] {
        let mut values = TOKENS.lines().filter_map(|line| line.trim().strip_prefix(name)?.strip_prefix(": "));
        [(); 2].map(|()| match values.next().unwrap_or_else(|| panic!("{name}")).trim_end_matches(';') {
            "#fff" => "#ffffff",
            value => value,
        })
    }

    #[test]
    fn a_gemeentes_colours_can_be_read_on_a_light_screen() {
        assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 0.01);
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../gemeenten");
        let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let mut seen = 0;
        for file in files.filter(|path| path.extension().is_some_and(|ending| ending == "json")) {
            let profile: shared::profile::Profile =
                serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
            let Brand { colour, on_colour, wash } = &profile.brand;
            // the soft grey of hints on what is chosen
            let hints = (token("--soft")[0], &**wash);
            readable(&[(colour, "#ffffff"), (on_colour, colour), (colour, wash), hints], &profile.id);
            seen += 1;
        }
        assert_eq!(seen, 14);
    }

    #[test]
    fn any_colour_of_a_gemeente_can_be_read_on_a_dark_screen() {
        assert_eq!(DARK, [token("--paper")[1], token("--brand-ink")[1]]);
        let [paper, wash, ink, soft] = ["--paper", "--wash", "--ink", "--soft"].map(|name| token(name)[1]);
        let steps = || (0..=15_u8).map(|step| step * 17);
        for colour in steps().flat_map(|r| steps().flat_map(move |g| steps().map(move |b| [r, g, b]))) {
            let shown = mix(colour, 100, colour);
            // a colour that can't be read on white is refused for light already
            if contrast(&shown, "#ffffff") < 4.5 {
                continue;
            }
            let [own, own_wash] = dark(colour);
            let pairs = [(&*own, paper), (&own, wash), (DARK[1], &own), (&own, &own_wash), (ink, &own_wash)];
            readable(&pairs, &shown);
            readable(&[(soft, &own_wash)], &shown);
        }
    }

    #[test]
    fn our_own_colours_can_be_read_on_both() {
        for at in [0, 1] {
            let value = |name| token(name)[at];
            let on = |front: &'static str, backs: &[&'static str]| {
                let pairs: Vec<_> = backs.iter().map(|back| (value(front), value(back))).collect();
                readable(&pairs, front);
            };
            on("--ink", &["--paper", "--wash", "--danger-wash", "--wait-wash", "--done-wash", "--brand-wash"]);
            on("--soft", &["--paper", "--wash", "--brand-wash", "--danger-wash", "--wait-wash", "--done-wash"]);
            on("--danger", &["--paper", "--danger-wash"]);
            on("--wait", &["--paper", "--wait-wash"]);
            on("--done", &["--paper", "--done-wash"]);
            on("--brand", &["--paper", "--wash", "--brand-wash", "--wait-wash", "--danger-wash", "--done-wash"]);
            on("--brand-ink", &["--brand"]);
        }
    }
}
