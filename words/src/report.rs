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

/// What a form of exploitation is, in a few words; empty where its name says it. The page "Wat is mensenhandel?" tells
/// more.
#[must_use]
pub fn form_hint(form: ExploitationForm) -> &'static str {
    match form {
        ExploitationForm::Sexual => "Seks of beelden onder dwang",
        ExploitationForm::Labour => "Werk waar iemand niet weg kan",
        ExploitationForm::Criminal => "Stelen of drugs voor een ander",
        ExploitationForm::Other => "Zoals een gedwongen huwelijk",
        ExploitationForm::OrganSurrogacy | ExploitationForm::Unknown => "",
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
