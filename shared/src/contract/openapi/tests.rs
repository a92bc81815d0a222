use super::*;

#[test]
fn every_endpoint_is_in_it_and_every_reference_leads_somewhere() {
    let document = document();
    for endpoint in Endpoint::ALL {
        assert!(operation_in(&document, *endpoint).is_object(), "{endpoint:?}");
    }
    let text = document.to_string();
    for part in text.split("\"$ref\":\"#").skip(1) {
        let pointer = part.split('"').next().unwrap();
        assert!(document.pointer(pointer).is_some(), "{pointer} leads nowhere");
    }
}

/// A browser sends it sealed where it can, any other client as it is.
#[test]
fn a_report_may_come_sealed_and_nothing_else_may() {
    let document = document();
    for endpoint in Endpoint::ALL.iter().filter(|endpoint| endpoint.body().is_some()) {
        let content = &operation_in(&document, *endpoint)["requestBody"]["content"];
        let kinds: Vec<&str> = content.as_object().unwrap().keys().map(String::as_str).collect();
        let sealed = SealedReport::MEDIA_TYPE;
        let expected =
            if *endpoint == Endpoint::SendReport { vec!["application/json", sealed] } else { vec!["application/json"] };
        assert_eq!(kinds, expected, "{endpoint:?}");
    }
    let fields = &document["components"]["schemas"]["SealedReport"]["properties"];
    assert_eq!(fields["verzegeld"]["contentEncoding"], "base64");
}

/// The constants that distinguish the variants of a body.
fn variants(document: &Value, schema: &Value) -> Vec<String> {
    let schema = match schema["$ref"].as_str() {
        Some(target) => document.pointer(target.trim_start_matches('#')).unwrap(),
        None => schema,
    };
    let kind = |option: &Value| option["properties"]["soort"]["const"].as_str().map(str::to_owned);
    let field = |schema: &Value| {
        let values = schema["properties"]["soort"]["$ref"]
            .as_str()
            .map(|at| &document.pointer(at.trim_start_matches('#')).unwrap()["oneOf"]);
        values
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(|one| Some(one["const"].as_str()?.to_owned()))
            .collect()
    };
    match schema["oneOf"].as_array() {
        Some(options) => options.iter().filter_map(kind).collect(),
        None => field(schema),
    }
}

#[test]
fn every_variant_of_every_body_has_an_example() {
    let (document, mut found) = (document(), 0);
    for endpoint in Endpoint::ALL.iter().filter(|endpoint| endpoint.body().is_some()) {
        let examples = examples_of(*endpoint);
        assert!(!examples.is_empty(), "{endpoint:?}");
        let schema = operation_in(&document, *endpoint).pointer("/requestBody/content/application~1json/schema");
        for variant in variants(&document, schema.unwrap()) {
            assert!(examples.iter().any(|(_, one)| one["soort"] == variant.as_str()), "{endpoint:?}: {variant}");
            found += 1;
        }
    }
    assert!(found > 40, "only {found} variants: the schema of a command is written in another way");
}

/// Without one, a test of the check could not see that a valid function is refused.
#[test]
fn functions_and_exclusions_occur_in_the_examples() {
    let with = |endpoint, text: &str| examples_of(endpoint).iter().any(|(_, one)| one.to_string().contains(text));
    let function = "regisseur-wmo";
    for endpoint in [Endpoint::SendReport, Endpoint::AddCase, Endpoint::AddAccount, Endpoint::CommandAccount] {
        assert!(with(endpoint, function), "{endpoint:?}");
    }
    assert!(with(Endpoint::CommandCase, "uitsluiten"));
}

/// Of what the melder gets with the code, only a question to the melder and what was written for the melder can hold
/// words: the rest is a choice, a day or a number.
#[test]
fn the_melders_status_has_no_room_for_other_words() {
    let document = document();
    for endpoint in [Endpoint::AskProgress, Endpoint::AnswerQuestion] {
        let found = operation_in(&document, endpoint).pointer("/responses/200/content/application~1json/schema");
        let mut words = Vec::new();
        wordy(&document, found.unwrap(), String::new(), &mut words);
        assert_eq!(words, ["/terugkoppeling", "/vragen/vraag"], "{endpoint:?}");
    }
}

/// The places of free text below this schema.
fn wordy(document: &Value, schema: &Value, path: String, found: &mut Vec<String>) {
    if let Some(target) = schema["$ref"].as_str() {
        let at = target.trim_start_matches('#');
        if ["/Line", "/Prose"].iter().any(|text| at.ends_with(text)) {
            return found.push(path);
        }
        return wordy(document, document.pointer(at).unwrap(), path, found);
    }
    let free = ["enum", "const", "format", "pattern"].iter().all(|bound| schema[bound].is_null());
    if free && schema["type"].to_string().contains("string") {
        found.push(path.clone());
    }
    for (name, inner) in schema["properties"].as_object().into_iter().flatten() {
        wordy(document, inner, format!("{path}/{name}"), found);
    }
    let choices = ["oneOf", "anyOf", "allOf"].iter().filter_map(|kind| schema[kind].as_array()).flatten();
    for inner in choices.chain(schema.get("items")).chain(schema.get("additionalProperties")) {
        wordy(document, inner, path.clone(), found);
    }
}
