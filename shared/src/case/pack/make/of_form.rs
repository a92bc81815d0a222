use super::gather::Gather;
use crate::{
    case::{Case, pack::PackValue},
    sharing::DataKind::{Nature, Others, Place, PossibleOffender, PossibleVictim, Safety, Wishes},
};

/// What AF and melder filled in together, without the people on it. What the melder does next stays.
pub(super) fn of(found: &mut Gather<'_>, case: &Case) {
    let Some(form) = case.latest_form() else { return };
    found.words("formulier.dwangmiddelen", "Hoe iemand wordt gedwongen", &[Nature], form.control.as_ref());
    found.words("formulier.plek", "Plek of bedrijf", &[Place], form.place.as_ref());
    found.words("formulier.voertuigen", "Voertuigen", &[Place], form.vehicles.as_ref());
    // whose they are is not kept apart
    let people = [PossibleVictim, PossibleOffender, Others];
    found.words("formulier.telefoons", "Telefoonnummers", &people, form.phones.as_ref());
    found.words("formulier.veiligheid", "Hoe veilig het is", &[Safety], Some(&form.safety));
    found.value("formulier.kinderen", "Kinderen in huis", &[Safety], PackValue::Answer(form.children));
    found.words("formulier.wens", "Wat de persoon wil", &[Wishes], form.wishes.as_ref());
    found.value("formulier.weet", "Weet de persoon van de melding?", &[Wishes], PackValue::Answer(form.knows));
}
