//! Making a pack. Only the server does, so the tables for comparing names stay out of the browser.
mod gather;
mod of_form;
mod people;
mod register;
#[cfg(test)]
mod tests;

use super::{KeptBack, Pack, PackAnswer, PackItem, PackQuestion, PackValue, kept::may_go, take::OF_CARE};
use crate::{
    case::{
        Case, Event, Refusal,
        act::draft::{Fields, VttNoteDraft},
        care::CareRecord,
        notes::{Referral, ReferralTarget, Ruling, rights::Part},
        redact::Sought,
    },
    id::PackPrint,
    indicators::Indicator,
    sharing::{
        DataKind::{self, Ages, Care, Nature, Others, Place, PossibleOffender, PossibleVictim, Safety},
        Sharing,
    },
};
use gather::Gather;
pub use register::register_file;

/// The kinds of what may name anybody, and where.
const KNOWN: [DataKind; 4] = [Place, PossibleVictim, PossibleOffender, Others];
/// The same, and about their health.
const ANYTHING: [DataKind; 5] = [Place, PossibleVictim, PossibleOffender, Others, Care];

/// What a pack is made from, besides the case.
#[derive(Clone, Copy)]
pub struct Beside<'a> {
    /// What the case says about care and health, and whether this AF reads it.
    pub care: (&'a CareRecord, bool),
    /// The signals that were ticked, with their sentences.
    pub signals: &'a [Indicator],
    /// What may go where here.
    pub sharing: &'a Sharing,
    /// The names of the people who work on it: a pack names a function.
    pub officers: &'a [String],
}

/// What may go to a receiver, what stays, and the pack of what was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// Everything that may go.
    pub choice: Vec<PackItem>,
    /// What stays, and why.
    pub kept: Vec<KeptBack>,
    /// What was looked for and stands in none of it as it is in the case.
    pub missed: Vec<Sought>,
    /// The pack with what was chosen.
    pub pack: Pack,
}

impl Made {
    /// The same with the fingerprint of its file, as an AF gets it.
    #[must_use]
    pub fn answer(self, print: PackPrint) -> PackAnswer {
        let Self { choice, kept, missed, pack } = self;
        PackAnswer { choice, kept, missed, pack, print }
    }
}

/// Makes the pack for a referral of the decision.
///
/// # Errors
/// Those of [`may_go`].
/// [`Refusal::NothingToDo`] when there is no such referral, when it shares nothing, or when something was chosen that
/// may not go there. [`Refusal::PackChanged`] when the decision has another receiver there now.
pub fn pack(case: &Case, beside: Beside<'_>, question: &PackQuestion) -> Result<Made, Refusal> {
    may_go(case)?;
    let decided = case.status().referred().ok_or(Refusal::NothingToDo)?;
    let referral = decided.ruling.referrals.get(question.referral).ok_or(Refusal::NothingToDo)?;
    if referral.to != question.to {
        return Err(Refusal::PackChanged);
    }
    if referral.to == ReferralTarget::TooLittle {
        return Err(Refusal::NothingToDo);
    }
    let mut found = Gather::of(case, (beside.sharing.rule(referral.to), referral), beside.officers);
    of_referral(&mut found, referral);
    of_report(&mut found, case, beside.signals);
    of_decision(&mut found, &decided.ruling);
    of_form::of(&mut found, case);
    people::of(&mut found, case);
    of_route(&mut found, case);
    of_care(&mut found, beside.care);
    let (choice, kept, missed) = found.ends();
    let known = |id: &String| choice.iter().any(|item| item.id == *id);
    if !question.chosen.iter().all(known) {
        return Err(Refusal::NothingToDo);
    }
    let items = choice.iter().filter(|item| question.chosen.contains(&item.id)).cloned().collect();
    let Referral { to, receiver, ground, day, .. } = referral.clone();
    let pack = Pack { number: case.origins().number, to, receiver, ground, day, items };
    Ok(Made { choice, kept, missed, pack })
}

/// What the AF wrote for this receiver.
fn of_referral(found: &mut Gather<'_>, referral: &Referral) {
    found.words("vervolgstap.gedeeld", "Wat we delen", &[], referral.shared.as_ref());
    let coerced = referral.coerced.as_ref();
    found.words("vervolgstap.gedwongen", "Kan deze persoon gedwongen zijn?", &[PossibleVictim], coerced);
}

fn of_report(found: &mut Gather<'_>, case: &Case, signals: &[Indicator]) {
    let (report, safety) = (&case.origins().report, case.safety());
    found.value("melding.onderwerp", "Waar het over gaat", &[Nature], PackValue::Subject(report.subject));
    found.value("melding.vormen", "Waar het op lijkt", &[Nature], PackValue::Forms(report.forms.clone()));
    if !signals.is_empty() {
        let sentences = signals.iter().map(|signal| signal.sentence.clone()).collect();
        found.value("melding.signalen", "Signalen", &[Nature], PackValue::Signals(sentences));
    }
    found.value("veiligheid.minderjarig", "Iemand jonger dan 18", &[Ages], PackValue::Answer(safety.minor()));
    found.value("veiligheid.gevaar", "Is er nu gevaar?", &[Safety], PackValue::Answer(safety.danger()));
    if let Some(stand) = safety.vtt().and_then(|note| VttNoteDraft::of(note).state) {
        found.value("veiligheid.veilig-thuis", "Veilig Thuis", &[Safety], PackValue::VeiligThuis(stand));
    }
    story(found, case);
    found.words("melding.wanneer", "Wanneer", &[Nature], report.when.as_ref());
    found.words("melding.waar", "Waar", &[Place], report.place.as_ref());
    // the melder was asked for a name, a number plate or a telephone number
    found.words("melding.bekend", "Wat al bekend is", &KNOWN, report.known.as_ref());
}

/// The melder's own words. What was corrected in the report on request goes along with them.
fn story(found: &mut Gather<'_>, case: &Case) {
    let corrections = case.rights().corrections().iter().filter(|one| one.part == Part::Report);
    let mut text = case.origins().report.story.as_str().to_owned();
    for one in corrections {
        let (wrong, right) = (one.wrong.as_str(), one.right.as_str());
        text.push_str(&format!("\n\nVerbeterd op verzoek. Onjuist: {wrong}\nJuist: {right}"));
    }
    found.text("melding.verhaal", "Wat er gezien is", &[Nature], &text);
}

fn of_decision(found: &mut Gather<'_>, ruling: &Ruling) {
    found.value("besluit.inschatting", "Inschatting", &[Nature], PackValue::Assessment(ruling.assessment));
    found.words("besluit.duiding", "Wat we denken dat er speelt", &[Nature], Some(&ruling.meaning));
}

/// What was found, added and corrected on the way.
fn of_route(found: &mut Gather<'_>, case: &Case) {
    for (at, entry) in case.entries().iter().enumerate() {
        if let Event::SourceConsulted { note, .. } = &entry.event {
            // a source may say anything about anybody
            found.words(&format!("bron.{at}"), "Resultaat van een bron", &ANYTHING, Some(&note.result));
        }
    }
    for (at, addition) in case.additions().enumerate() {
        let photo = addition.addition().is_some_and(|one| one.photo_parts().is_some());
        let name = if photo { "Bij een foto, die niet meegaat" } else { "Wat er later is gemeld" };
        found.words(&format!("aanvulling.{at}"), name, &[Nature], Some(&addition.text));
    }
    let corrections = case.rights().corrections().iter().enumerate();
    for (at, correction) in corrections.filter(|(_, one)| one.part != Part::Report) {
        let right = Some(&correction.right);
        found.words(&format!("correctie.{at}"), "Verbeterd op verzoek: wat juist is", &KNOWN, right);
    }
}

/// What stands about care and health, without what was corrected later.
fn of_care(found: &mut Gather<'_>, (care, reads): (&CareRecord, bool)) {
    let corrected = |at: usize| care.entries().iter().any(|later| later.corrects == Some(at));
    for (at, entry) in care.entries().iter().enumerate().filter(|(at, _)| !corrected(*at)) {
        found.care(&format!("{OF_CARE}{at}"), reads, &entry.text);
    }
}
