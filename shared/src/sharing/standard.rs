use super::{
    DataKind::{self, Ages, Care, Nature, Others, Place, PossibleOffender, PossibleVictim, Safety, Wishes},
    ReferralTarget, SharingRule,
};

/// What a case at a table with KMT needs, and no more.
const OF_A_CASE: &[DataKind] = &[Nature, Ages, Place, PossibleVictim, PossibleOffender, Safety, Wishes];
const ZVH: &str = "Convenant van het Zorg- en Veiligheidshuis (Wgs)";
const RIEC: &str = "Convenant van het RIEC (Wgs)";

/// The rules that hold where a profile has none of its own: an example of ours [check with FG, KMT and ZVH].
pub(super) fn rules() -> Vec<SharingRule> {
    ReferralTarget::receivers().map(standard).collect()
}

fn standard(to: ReferralTarget) -> SharingRule {
    use ReferralTarget as To;
    let (may, ground): (&[DataKind], &str) = match to {
        To::Kmt => (&[Nature, Ages], "Advies zonder persoonsgegevens"),
        To::KmtCase | To::Casusoverleg | To::PersonalApproach => (OF_A_CASE, ZVH),
        To::Vtt => (
            &[Nature, Ages, Place, PossibleVictim, PossibleOffender, Others, Safety, Wishes],
            "Meldrecht (Wmo 2015, artikel 5.2.6)",
        ),
        To::WmoRegie => (&[Nature, Ages, PossibleVictim, Safety, Care, Wishes], "Eigen taak (Wmo 2015)"),
        To::Ondermijning => (&[Nature, Place], "Eigen taak (openbare orde)"),
        To::Riec | To::Casustafel => (&[Nature, Place, PossibleOffender], RIEC),
        To::Dadertafel => (&[Nature, Place, PossibleOffender], ZVH),
        To::Police => (
            &[Nature, Ages, Place, PossibleVictim, PossibleOffender, Others, Safety],
            "Aangifte door een ambtenaar (Wetboek van Strafvordering, artikel 162)",
        ),
        To::Nla => (
            &[Nature, Ages, Place, PossibleVictim, PossibleOffender, Others, Safety],
            "Aangifte (Wetboek van Strafvordering, artikel 161)",
        ),
        To::Comensha => (&[Nature, Ages, PossibleVictim, Safety, Care, Wishes], "Toestemming van de persoon"),
        To::TooLittle => (&[], ""),
    };
    let rule = SharingRule {
        to,
        may: may.to_vec(),
        grounds: vec![ground.to_owned()],
        consent: to == To::Comensha,
        asks_coerced: false,
    };
    SharingRule { asks_coerced: to.looks_for_offenders() && rule.names_people(), ..rule }
}
