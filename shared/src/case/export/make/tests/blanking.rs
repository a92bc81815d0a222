//! What is blanked, and what is not.
use super::*;
use crate::case::export::SoughtKind;

#[test]
fn blanking_by_example() {
    let blanks = Blanks::of(&case_with(&plain(), 0, false), NOTHING);
    let table = [
        ("Jo zei dat Otto kwam.", "[weggelakt] zei dat [weggelakt] kwam."),
        ("joker en otto's auto", "joker en [weggelakt]'s auto"),
        ("Team Wonen zit hier, wonen ook.", "[weggelakt] zit hier, [weggelakt] ook."),
        ("Bel 06-12 34 56 78 of 4123.", "Bel [weggelakt] of [weggelakt]."),
        ("Mail iemand@voorbeeld.example, graag", "Mail [weggelakt], graag"),
        ("Om 14.00 uur, 3 bedden", "Om 14.00 uur, 3 bedden"),
        ("Ánna-Marie en ANNA-MARIE", "[weggelakt]-[weggelakt] en [weggelakt]-[weggelakt]"),
    ];
    for (text, blanked) in table {
        assert_eq!(blanks.apply(text), blanked, "{text}");
    }
}

/// Names as they are everywhere: the story is written by others, on other devices.
#[test]
fn a_name_is_blanked_however_it_was_written() {
    let of = |reporter: &str, others: &[&str]| Secrets {
        reporter: reporter.into(),
        phone: "06 12 34 56 78".into(),
        others: others.iter().map(|name| (*name).to_owned()).collect(),
        ..plain()
    };
    let others = ["José Fictief", "Gülşen Oefening", "Łukasz", "Anna-Marie Voorbeeld", "ܡܠܟܐ"];
    let secrets = of("İbrahim Verzonnen", &others);
    let blanks = Blanks::of(&case_with(&secrets, 0, false), NOTHING);
    let left = [
        "İbrahim zag het, IBRAHİM ook, en ıbrahım en ibrahim.",
        "José en Jose\u{301} en Jose en JOSÉ.",
        "Gulsen, Gülsen en GÜLŞEN; de naam is Gu\u{308}ls\u{327}en.",
        "Lukasz was er.",
        "Anna Marie, Anna-\nMarie, Anna\u{2011}Marie, Ver-\nzonnen en Fic\u{ad}tief.",
        "ܡܰܠܟܳܐ",
        "Bel 06\u{a0}12\u{a0}34\u{a0}56\u{a0}78, 06–12 34 56 78, 06/12345678, +31 (0)6 1234\n5678 of ٠٦ ١٢ ٣٤ ٥٦ ٧٨.",
        "JO@VOORBEELD.EXAMPLE, jo＠voorbeeld.example",
    ]
    .map(|text| blanks.apply(text));
    let gone = [
        "brah",
        "jos",
        "gül",
        "gul",
        "len",
        "ukas",
        "anna",
        "mari",
        "ver",
        "zonnen",
        "fic",
        "tief",
        "ܡ",
        "06",
        "12",
        "78",
        "٠",
        "٧",
        "voorbeeld",
        "@",
        "＠",
    ];
    for text in &left {
        for part in gone {
            assert!(!text.to_lowercase().contains(part), "{part} is in {text}");
        }
    }
    let jan = Blanks::of(&case_with(&of("Jan Voorbeeld", &["Bo"]), 0, false), NOTHING);
    let whole = jan.apply("Jans fiets, jan's fiets, JAN. Januari is geen naam, en Bo’s hond geen boot; Bos wel.");
    let expected = "[weggelakt] fiets, [weggelakt]'s fiets, [weggelakt]. Januari is geen naam, en [weggelakt]’s hond \
                    geen boot; [weggelakt] wel.";
    assert_eq!(whole, expected);
}

proptest! {
    #[test]
    fn blanking_only_takes_away(text in ".{0,60}|[JoteMldr 0-9@.\u{301}\u{df}\n-]{0,60}") {
        let blanks = Blanks::of(&case_with(&plain(), 0, false), NOTHING);
        let left = blanks.apply(&text).replace("[weggelakt]", "");
        let mut rest = text.chars();
        prop_assert!(left.chars().all(|c| rest.any(|other| other == c)), "{:?} of {:?}", left, text);
    }
}

#[test]
fn small_words_of_a_name_stay() {
    let secrets = Secrets { reporter: "Bo van der Fictief".into(), others: vec!["Mo de Oefening".into()], ..plain() };
    let blanks = Blanks::of(&case_with(&secrets, 0, false), NOTHING);
    let text = "Van de buren, der dagen, van Bo van der Fictief en van Mo.";
    assert_eq!(blanks.apply(text), "Van de buren, der dagen, van [weggelakt] en van [weggelakt].");
}

#[test]
fn a_text_without_names_stays_as_it_was_written() {
    let blanks = Blanks::of(&case_with(&plain(), 0, false), NOTHING);
    for text in
        ["", "Café Ünïek, 3 bedden; e\u{301}e\u{301}n \u{1f469}\u{200d}\u{1f527}\nStraße 12", "\u{301}a", "\u{feff}"]
    {
        assert_eq!(blanks.apply(text), text);
    }
}

/// Blanking takes what it finds; the AF has to look for the rest.
#[test]
fn what_was_not_found_is_said_with_what_it_is() {
    let secrets = Secrets { others: vec!["Otto Verzonnen".into()], ..plain() };
    let case = case_with(&secrets, 0, false);
    let all = |case: &Case| {
        let question = AccessQuestion { request: 0, released: vec![] };
        let missed = copied(case, &question).unwrap().missed;
        missed.into_iter().map(|sought| (sought.kind, sought.text)).collect::<Vec<_>>()
    };
    let reachable = (SoughtKind::Reachable, "Tot 17.00 uur".to_owned());
    assert_eq!(all(&case), std::slice::from_ref(&reachable), "the story names all the others");
    let mut json = serde_json::to_value(&case).unwrap();
    json["begin"]["melding"]["verhaal"] = "Zij zei dat de buren het zagen.".into();
    json["begin"]["melding"]["bekend"] = serde_json::Value::Null;
    json["begin"]["melding"]["waar"] = "Bij otto’s schuur, bel 4\u{a0}123".into();
    for place in ["veiligheid", "dwangmiddelen", "plek", "voertuigen", "wens"] {
        for entry in json["tijdlijn"].as_array_mut().unwrap() {
            if let Some(text) = entry.pointer_mut(&format!("/inhoud/{place}")) {
                *text = "Niets.".into();
            }
        }
    }
    let missed = [
        (SoughtKind::Name, "Jo de Melder".to_owned()),
        (SoughtKind::Team, "Team Wonen".to_owned()),
        (SoughtKind::Email, "jo@voorbeeld.example".to_owned()),
        reachable,
    ];
    assert_eq!(all(&serde_json::from_value(json).unwrap()), missed);
}
