//! A proposal for whoever is to agree with it, and a no for whoever made it.
use super::{
    events::proposed,
    facts::{Told, fact, with},
};
use shared::{
    case::{Pending, Rejected},
    id::AccountId,
};

/// A proposal as whoever is to agree reads it: `Fleur Voorbeeld stelt voor: besluit`, and all its parts.
#[must_use]
pub fn asked(pending: &Pending, name: impl Fn(&AccountId) -> String) -> Told {
    let by = name(&pending.by);
    proposed(&format!("{by} stelt voor"), &pending.proposal, name)
}

/// What became of it: `Mo Fictief gaat niet akkoord: besluit`, and why.
#[must_use]
pub fn declined(by: &str, no: &Rejected, name: impl Fn(&AccountId) -> String) -> Told {
    let Told { title, .. } = proposed(&format!("{by} gaat niet akkoord"), &no.proposal, name);
    with(title, vec![fact("Waarom", no.reason.as_str())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::{
        case::{Proposal, notes::Reason},
        text::Prose,
    };

    #[test]
    fn a_no_says_to_what_and_why() {
        let reason = Reason { reason: Prose::parse("De melder is weg.").unwrap() };
        let proposal = Proposal::NoFeedback(reason);
        let read = asked(&Pending { by: AccountId::from_bytes(&[1; 16]), proposal: proposal.clone() }, |_| {
            "Fleur Voorbeeld".into()
        });
        assert_eq!(read.title, "Fleur Voorbeeld stelt voor: niet terugkoppelen");
        assert_eq!(read.facts[0].text, "De melder is weg.");
        let no = Rejected { proposal, reason: Prose::parse("Bel eerst nog eens.").unwrap() };
        let told = declined("Mo Fictief", &no, |_| String::new());
        assert_eq!(told.title, "Mo Fictief gaat niet akkoord: niet terugkoppelen");
        assert_eq!(told.facts, [fact("Waarom", "Bel eerst nog eens.")]);
    }
}
