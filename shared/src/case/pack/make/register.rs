use super::{Beside, gather::Gather, of_care, of_decision, of_form, of_report, of_route, people};
use crate::{
    case::{
        Case, Progress, Refusal,
        notes::Referral,
        pack::{RegisterFile, RegisterReferral, kept_now, may_go},
    },
    moment::Moment,
    sharing::DataKind::PossibleVictim,
};

/// Makes the file for the register. `gemeente`: its name, and whether this is its practice instance.
///
/// # Errors
/// Those of [`may_go`]; [`Refusal::NothingToDo`] before it is known what becomes of the case.
pub fn register_file(
    case: &Case,
    beside: Beside<'_>,
    (gemeente, practice): (&str, bool),
    made: Moment,
) -> Result<RegisterFile, Refusal> {
    may_go(case)?;
    let outcome = case.outcome().ok_or(Refusal::NothingToDo)?;
    let ruling = case.status().referred().map(|decided| &decided.ruling);
    let sent: Vec<(usize, &Referral)> = ruling.iter().flat_map(|ruling| ruling.sent()).collect();
    let mut found = Gather::of_everything(case, beside.officers);
    of_report(&mut found, case, beside.signals);
    if let Some(ruling) = ruling {
        of_decision(&mut found, ruling);
    }
    for (at, referral) in &sent {
        let (id, name) = (format!("vervolgstap.{at}"), format!("Vervolgstap {}", at + 1));
        found.words(&format!("{id}.gedeeld"), &format!("{name}: wat we delen"), &[], referral.shared.as_ref());
        let (name, coerced) = (format!("{name}: kan deze persoon gedwongen zijn?"), referral.coerced.as_ref());
        found.words(&format!("{id}.gedwongen"), &name, &[PossibleVictim], coerced);
    }
    of_form::of(&mut found, case);
    people::of(&mut found, case);
    of_route(&mut found, case);
    of_care(&mut found, beside.care);
    let (items, left, _missed) = found.ends();
    let of = |(at, referral): (usize, &Referral)| {
        let kept = kept_now(case.entries()).filter(|(_, kept)| kept.referral == at);
        let Referral { to, receiver, ground, day, .. } = referral.clone();
        RegisterReferral { to, receiver, ground, day, kept: kept.map(|(_, kept)| kept.print.clone()).collect() }
    };
    Ok(RegisterFile {
        number: case.origins().number,
        gemeente: gemeente.to_owned(),
        practice,
        made,
        steps: Progress::of(case).steps,
        closed: case.kept().map(|kept| kept.closed),
        outcome,
        referrals: sent.into_iter().map(of).collect(),
        items,
        left,
    })
}
