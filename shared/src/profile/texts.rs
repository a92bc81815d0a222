/// Standard texts for the melder, the safest first [domain §3, step 4]. Never who received it. They hold where a
/// gemeente has none of its own.
#[must_use]
pub fn standard_texts() -> Vec<String> {
    [
        "We hebben je melding besproken. Meer mogen we niet altijd vertellen. Dat zegt niets over je melding.",
        "We hebben je melding besproken. We gaan ermee verder. Zie of hoor je nog iets? Laat het ons weten.",
        "We hebben je melding besproken. Er zijn nu te weinig aanwijzingen om iets te doen. Je melding was toch goed. Zie je weer iets? Meld het opnieuw.",
    ]
    .map(str::to_owned)
    .to_vec()
}

/// Whether these are those.
#[must_use]
pub fn is_standard(texts: &Vec<String>) -> bool {
    *texts == standard_texts()
}
