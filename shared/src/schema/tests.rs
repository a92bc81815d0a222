use super::*;
use crate::{
    case::{Act, act::draft::ActDraft},
    contract::{AccountCommand, Credentials, Endpoint, openapi},
    indicators::IndicatorList,
    report::{Draft, check},
};
use serde_json::json;

fn found(errors: &[ErrorItem]) -> Vec<(&str, &str)> {
    errors.iter().map(|error| (error.pointer.as_str(), error.code.as_str())).collect()
}

#[test]
fn every_example_is_valid_against_its_own_schema_and_for_the_real_parser() {
    let document = openapi::document();
    for endpoint in Endpoint::ALL {
        let Some(body) = endpoint.body() else { continue };
        let media = openapi::operation_in(&document, *endpoint).pointer("/requestBody/content/application~1json");
        let root =
            json!({ "allOf": [], "components": document["components"], "$ref": media.unwrap()["schema"]["$ref"] });
        for (name, example) in body.examples() {
            assert_eq!(errors_in(&root, &example), [], "{endpoint:?} {name}");
            assert!((body.accepts)(&example), "{endpoint:?} {name} is not accepted");
        }
    }
}

/// Findings on a complete report need rules that a schema cannot express.
#[test]
fn the_examples_of_a_report_are_complete() {
    let list = IndicatorList { version: "2025-9".into(), ..IndicatorList::default() };
    for (name, example) in openapi::examples_of(Endpoint::SendReport) {
        let draft: Draft = serde_json::from_value(example).unwrap();
        assert!(check(&draft, &list).report.is_some(), "{name}");
    }
}

#[test]
fn a_valid_function_is_no_error_beside_another_one() {
    let errors = errors_of::<Draft>(&json!({ "nietVoor": ["regisseur-wmo"], "verhaal": 7 }));
    assert_eq!(found(&errors), [("/verhaal", "verkeerd-type")]);
    let command = json!({ "soort": "functie", "inhoud": { "functie": "regisseur-wmo", "extra": 1 } });
    assert_eq!(found(&errors_of::<AccountCommand>(&command)), [("/inhoud/?", "onbekend-veld")]);
    let errors = errors_of::<Draft>(&json!({ "nietVoor": ["Regisseur Wmo"] }));
    assert_eq!(found(&errors), [("/nietVoor/0", "verkeerde-vorm")]);
    assert!(errors[0].detail.contains("profiel"), "{errors:?}");
}

#[test]
fn a_pattern_without_a_parser_is_no_finding() {
    let root = json!({ "type": "string", "pattern": "^[0-9]{4}$" });
    assert_eq!(errors_in(&root, &json!("geen vier cijfers")), []);
}

#[test]
fn every_pattern_of_a_body_belongs_to_a_type_with_a_parser() {
    let document = openapi::document();
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        let has_pattern = schema.to_string().contains("\"pattern\"");
        assert_eq!(has_pattern, parsers::of(name).is_some_and(|_| schema["pattern"].is_string()), "{name}");
    }
}

#[test]
fn a_type_that_refuses_a_shape_is_named_where_it_is() {
    let phone = json!({ "$ref": "#/$defs/Phone", "$defs": { "Phone": { "type": "string" } } });
    let errors = errors_in(&phone, &json!("geen nummer"));
    assert_eq!(found(&errors), [("", "verkeerde-vorm")]);
    assert_eq!(errors[0].detail, "Schrijf een telefoonnummer, zoals 074 000 00 00.");
}

/// Every detail says what to do, in a sentence.
#[test]
fn a_detail_is_an_instruction() {
    let body = json!({
        "soort": "besluiten",
        "inhoud": { "inschatting": "x", "duiding": "", "vervolgstappen": [], "extra": 1, "melderGehoord": 3 }
    });
    let errors = errors_of::<Act>(&body);
    assert_eq!(errors.len(), 5, "{errors:#?}");
    for error in &errors {
        let first = error.detail.split(' ').next().unwrap();
        assert!(["Vul", "Kies", "Noem", "Laat", "Gebruik"].contains(&first), "{}", error.detail);
        assert!(error.detail.ends_with('.'), "{}", error.detail);
    }
    let choice = errors.iter().find(|error| error.pointer == "/inhoud/inschatting").unwrap();
    assert_eq!(choice.detail, "Kies uit: waarschijnlijk, onduidelijk, te-weinig-aanwijzingen.");
}

#[test]
fn all_errors_of_a_body_are_named_at_once() {
    let body = json!({ "onderwerp": "auto", "vormen": "arbeid", "verhaal": 7, "veiligThuis": { "x": 1 }, "bsn": "" });
    let errors = errors_of::<Draft>(&body);
    let expected = [
        ("/?", "onbekend-veld"),
        ("/onderwerp", "onbekende-waarde"),
        ("/veiligThuis/?", "onbekend-veld"),
        ("/verhaal", "verkeerd-type"),
        ("/vormen", "verkeerd-type"),
    ];
    assert_eq!(found(&errors), expected);
    assert!(!format!("{errors:?}").contains("auto"), "nothing of the content is repeated");
    assert!(!format!("{errors:?}").contains("bsn"), "the name of a field is content as well");
}

/// A body of one MiB can have half a million errors; the answer names some of them.
#[test]
fn a_body_full_of_errors_gets_a_short_answer() {
    let many = |value: Value| vec![value; 300_000];
    let names: Map<String, Value> = (0..50_000).map(|n| (format!("veld{n}"), json!(1))).collect();
    let person = json!({ "rol": "x", "leeftijd": "x", "tolk": "x", "omschrijving": 7, "y": 1 });
    let form = json!({ "soort": "formulier", "inhoud": { "personen": vec![person; 5000] } });
    let decision = json!({ "soort": "besluiten", "inhoud": { "vervolgstappen": many(json!({ "naar": "x" })) } });
    let bodies = [
        errors_of::<Draft>(&json!({ "vormen": many(json!(0)) })),
        errors_of::<Draft>(&json!({ "vormen": many(json!("x")), "signalen": many(json!({})) })),
        errors_of::<Draft>(&json!({ "nietVoor": many(json!("GEEN")) })),
        errors_of::<Draft>(&Value::Object(names)),
        errors_of::<Act>(&form),
        errors_of::<Act>(&decision),
        errors_of::<ActDraft>(&form),
        errors_of::<ActDraft>(&decision),
    ];
    for errors in bodies {
        assert!((1..=MOST).contains(&errors.len()), "{}", errors.len());
        let answer = serde_json::to_string(&errors).unwrap();
        assert!(answer.len() < 15_000, "{} bytes", answer.len());
    }
}

#[test]
fn what_is_too_much_is_not_looked_at_one_by_one() {
    let root = json!({ "type": "array", "maxItems": 2, "items": { "type": "string" } });
    assert_eq!(found(&errors_in(&root, &json!([1, 2, 3]))), [("", "te-veel")]);
}

#[test]
fn a_text_of_nothing_is_named_where_it_stands() {
    for nothing in [" \n", "\u{200b}", "\u{2060}\u{2060}", "\u{7}"] {
        let body = json!({ "inlognaam": nothing, "wachtwoord": "een lange verzonnen zin", "code": "123456" });
        assert_eq!(found(&errors_of::<Credentials>(&body)), [("/inlognaam", "verplicht")], "{nothing:?}");
    }
}

/// A text that the walk of the schema refuses is refused by the type itself: otherwise nobody walks.
#[test]
fn a_text_of_nothing_in_a_body_is_not_read() {
    let mut looked = 0;
    let document = openapi::document();
    for endpoint in Endpoint::ALL {
        let Some(body) = endpoint.body() else { continue };
        let media = openapi::operation_in(&document, *endpoint).pointer("/requestBody/content/application~1json");
        let root =
            json!({ "allOf": [], "components": document["components"], "$ref": media.unwrap()["schema"]["$ref"] });
        for (name, example) in body.examples() {
            for place in texts_in(&example, "") {
                let with = |text: &str| {
                    let mut changed = example.clone();
                    *changed.pointer_mut(&place).unwrap() = json!(text);
                    changed
                };
                let (nothing, word) = (with("\u{200b}"), with("woord"));
                let is_text = errors_in(&root, &word).is_empty() && !errors_in(&root, &nothing).is_empty();
                assert!(!is_text || !(body.accepts)(&nothing), "{endpoint:?} {name} {place}");
                looked += usize::from(is_text);
            }
        }
    }
    assert!(looked > 5, "only {looked} texts");
}

/// Where texts are in a value, as JSON pointers.
fn texts_in(value: &Value, at: &str) -> Vec<String> {
    match value {
        Value::String(_) => vec![at.to_owned()],
        Value::Array(items) => {
            items.iter().enumerate().flat_map(|(index, item)| texts_in(item, &format!("{at}/{index}"))).collect()
        }
        Value::Object(fields) => {
            fields.iter().flat_map(|(name, field)| texts_in(field, &format!("{at}/{name}"))).collect()
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => Vec::new(),
    }
}

#[test]
fn errors_in_a_command_are_those_of_the_command_that_was_meant() {
    let body = json!({ "soort": "terugkoppelen", "inhoud": { "wijze": "fax", "extra": 1 } });
    let errors = errors_of::<Act>(&body);
    let pointers: Vec<&str> = errors.iter().map(|e| e.pointer.as_str()).collect();
    assert!(pointers.contains(&"/inhoud/wijze") && pointers.contains(&"/inhoud/tekst"), "{errors:?}");
    assert!(!errors_of::<Act>(&json!({ "soort": "onzin" })).is_empty());
    assert!(!errors_of::<Act>(&json!([])).is_empty());
}
