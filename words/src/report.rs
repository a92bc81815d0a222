use super::Words;
use shared::{
    answer::{Known, YesNo},
    indicators::{ExploitationForm, Origin},
    profile::Function,
    report::{CallFirst, Subject, VttState, WayIn},
};

impl Words for Subject {
    fn words(self) -> &'static str {
        match self {
            Self::Person => "Over een persoon",
            Self::Place => "Over een plek of bedrijf",
        }
    }
}

impl Words for ExploitationForm {
    fn words(self) -> &'static str {
        match self {
            Self::Sexual => "Seksuele uitbuiting",
            Self::Labour => "Arbeidsuitbuiting",
            Self::Criminal => "Criminele uitbuiting",
            Self::OrganSurrogacy => "Gedwongen orgaanverwijdering of draagmoederschap",
            Self::Other => "Iets anders",
            Self::Unknown => "Weet ik niet",
        }
    }
}

/// The explanation of a form of exploitation, in one sentence.
#[must_use]
pub fn form_hint(form: ExploitationForm) -> &'static str {
    match form {
        ExploitationForm::Sexual => {
            "Iemand moet tegen de eigen wil seks hebben of beelden maken. Of moet geld afgeven."
        }
        ExploitationForm::Labour => "Iemand werkt onder dwang, voor weinig of geen geld, en kan niet weg.",
        ExploitationForm::Criminal => "Iemand moet voor een ander stelen, drugs vervoeren of een rekening uitlenen.",
        ExploitationForm::OrganSurrogacy => "Iemand moet een orgaan afstaan of een kind dragen voor een ander.",
        ExploitationForm::Other => "Bijvoorbeeld een gedwongen huwelijk of illegale adoptie.",
        ExploitationForm::Unknown => "Dat hoeft ook niet. Wij denken met je mee.",
    }
}

impl Words for Origin {
    fn words(self) -> &'static str {
        match self {
            Self::Seen => "Zelf gezien",
            Self::Heard => "Gehoord",
            Self::FromWork => "Uit mijn werk",
            Self::NotSaid => "Niet gezegd hoe",
        }
    }
}

impl Words for CallFirst {
    fn words(self) -> &'static str {
        match self {
            Self::Reporter => "Wie meldt",
            Self::Colleague => "De collega die het zag",
        }
    }
}

impl Words for WayIn {
    fn words(self) -> &'static str {
        match self {
            Self::Phone => "Per telefoon",
            Self::Desk => "Aan de balie",
            Self::Colleague => "Namens een collega",
            Self::Kmt => "Van het KMT, zonder melder",
        }
    }
}

impl Words for YesNo {
    fn words(self) -> &'static str {
        match self {
            Self::Yes => "Ja",
            Self::No => "Nee",
        }
    }
}

impl Words for Known {
    fn words(self) -> &'static str {
        match self {
            Self::Yes => "Ja",
            Self::No => "Nee",
            Self::Unknown => "Weet ik niet",
        }
    }
}

impl Words for VttState {
    fn words(self) -> &'static str {
        match self {
            Self::Reported => "Gemeld bij Veilig Thuis",
            Self::Advised => "Advies gevraagd",
            Self::NotReached => "Gebeld, maar niet bereikt",
            Self::NotYet => "Nog niet gebeld",
        }
    }
}

/// Who reads a report, by function where the profile names functions.
#[must_use]
pub fn readers(functions: &[Function]) -> String {
    let names: Vec<&str> = functions.iter().map(|one| one.name.as_str()).collect();
    let all = "Alleen de aandachtsfunctionarissen lezen je melding";
    match names.as_slice() {
        [] => format!("{all}."),
        [one] => format!("{all}: de {one}."),
        [before @ .., last] => format!("{all}: de {} en de {last}.", before.join(", de ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::profile::Profile;

    #[test]
    fn who_reads_is_named_by_function() {
        let profile: Profile = serde_json::from_str(include_str!("../../gemeenten/hengelo.json")).unwrap();
        let all = "Alleen de aandachtsfunctionarissen lezen je melding";
        assert_eq!(readers(&profile.functions[..0]), format!("{all}."));
        assert_eq!(readers(&profile.functions[..1]), format!("{all}: de {}.", profile.functions[0].name));
        assert!(readers(&profile.functions[..2]).contains(" en de "));
    }
}
