//! openapi.json is what the API is.
use e2e::World;
use shared::{
    contract::{API_VERSION, Endpoint, openapi},
    text::{Line, Login, Prose},
};

#[test]
fn the_document_that_is_served_has_every_endpoint() {
    let world = World::shared();
    let answer = world.anyone().to(Endpoint::OpenApi).send();
    let served = answer.good(Endpoint::OpenApi);
    assert_eq!(answer.header("access-control-allow-origin"), "*");
    assert!(served["openapi"].as_str().is_some_and(|version| version.starts_with("3.1")));
    assert_eq!(served["info"]["version"], API_VERSION);
    for endpoint in Endpoint::ALL {
        let operation = &served["paths"][endpoint.path()][endpoint.method().to_string().to_lowercase()];
        assert_eq!(operation["operationId"], endpoint.operation_id());
        assert!(operation["responses"][endpoint.success().to_string()].is_object(), "{endpoint:?}");
    }
    assert_eq!(served, openapi::document(), "the components are those of this checkout: `cargo xtask build`");
}

#[test]
fn a_validator_that_is_not_ours_takes_every_example() {
    let document = openapi::document();
    let mut examples = 0;
    for endpoint in Endpoint::ALL {
        let operation = &document["paths"][endpoint.path()][endpoint.method().to_string().to_lowercase()];
        let Some(content) = operation.pointer("/requestBody/content/application~1json") else { continue };
        let whole = serde_json::json!({ "allOf": [content["schema"]], "components": document["components"] });
        let validator = jsonschema::options().should_validate_formats(true).build(&whole).expect("a valid schema");
        for (name, example) in content["examples"].as_object().expect("examples") {
            let errors = validator.iter_errors(&example["value"]).map(|error| error.to_string());
            assert_eq!(errors.collect::<Vec<_>>(), [""; 0], "{endpoint:?} {name}");
            examples += 1;
        }
    }
    assert!(examples > 60, "only {examples} examples");
}

/// The description of a text matches its type: there is something in it to see.
#[test]
fn the_pattern_of_a_text_is_the_rule_of_its_type() {
    let document = openapi::document();
    let agree = |name: &str, takes: &dyn Fn(&str) -> bool| {
        let validator = jsonschema::validator_for(&document["components"]["schemas"][name]).expect("a valid schema");
        for edge in [
            "",
            " ",
            "\n",
            "\t",
            "\u{0}",
            "\u{7}",
            "\u{85}",
            "\u{a0}",
            "\u{ad}",
            "\u{200b}",
            "\u{200d}",
            "\u{2028}",
            "\u{202e}",
            "\u{2060}",
            "\u{2800}",
            "\u{3000}",
            "\u{feff}",
            "é",
            "\u{1f600}",
        ] {
            for text in [
                edge.to_owned(),
                format!("{edge}a"),
                format!("a{edge}"),
                format!("a{edge}b c"),
                format!("{edge}{edge}"),
            ] {
                let said = validator.is_valid(&text.as_str().into());
                assert_eq!(said, takes(&text), "{name}: {text:?}");
            }
        }
    };
    agree("Line", &|text| Line::parse(text).is_ok());
    agree("Prose", &|text| Prose::parse(text).is_ok());
    agree("Login", &|text| Login::parse(text).is_ok());
}

#[test]
fn public_answers_are_as_described() {
    let world = World::shared();
    world.anyone().to(Endpoint::Health).send().good(Endpoint::Health);
    let profile = world.anyone().to(Endpoint::Instance).send().good(Endpoint::Instance);
    assert!(profile.to_string().contains("Hengelo"));
}
