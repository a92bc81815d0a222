//! A report that goes on under a lead case (samenvoegen). It stays a case with its own melder, key, exclusions, terms
//! and Veilig Thuis. The investigation and the decision are those of the lead case.
use super::{
    Case, Event, Status, Talk, UnderLead,
    notes::{LeadEnd, LeadMove, LeadStand, Reason},
};
use crate::{
    id::CaseNumber,
    text::{Prose, TextError},
};

/// The most reports under one lead case.
pub const LEADS_AT_MOST: usize = 20;
/// The reason in the timeline of a report that is on its own again without anybody asking for that.
const APART: &str = "Niet iedereen die deze melding mag zien, mag ook het hoofddossier zien.";

impl Case {
    /// Whether it was joined under a lead case at any time.
    #[must_use]
    pub fn was_ever_joined(&self) -> bool {
        self.leads().next().is_some()
    }

    /// The numbers of the lead cases that it was ever joined under.
    pub fn leads(&self) -> impl Iterator<Item = CaseNumber> {
        let number = |event: &Event| if let Event::Joined(note) = event { Some(note.number) } else { None };
        self.entries().iter().filter_map(move |entry| number(&entry.event))
    }

    /// Whether the melder of a joined report was told, or cannot be.
    #[must_use]
    pub fn is_melder_told(&self) -> bool {
        let impossible = self.status().talk().is_some_and(Talk::is_impossible);
        impossible || self.joined().is_some_and(|joined| joined.feedback.is_settled())
    }

    /// What its line says of the lead case.
    #[must_use]
    pub fn under_lead(&self) -> Option<UnderLead> {
        let joined = self.joined()?;
        let closed = matches!(self.status(), Status::Closed(_));
        let ready = closed || (self.is_melder_told() && !self.vtt_open());
        Some(UnderLead { lead: joined.lead.clone(), ready })
    }
}

/// What a joined report lacks, now that its lead case is like this; `None` when nothing. `apart` says that somebody may
/// see the report and not the lead case: then it is on its own again.
///
/// # Errors
/// [`TextError`] never: the reason is a text of ours.
pub fn next(case: &Case, lead: &Case, apart: bool) -> Result<Option<Event>, TextError> {
    let Some(joined) = case.joined() else { return Ok(None) };
    let open = !matches!(case.status(), Status::Closed(_));
    if !open || case.rights().is_restricted() || case.rights().is_doomed() {
        return Ok(None);
    }
    if apart {
        return Ok(Some(Event::Unjoined(Reason { reason: Prose::parse(APART)? })));
    }
    let stand = LeadStand::from(lead.status());
    if stand != joined.stand {
        let decided_by = lead.ended_by().into_iter().cloned().collect();
        let end = lead.kept().map(|kept| LeadEnd { outcome: kept.outcome, decided_by });
        return Ok(Some(Event::LeadMoved(LeadMove { stand, end })));
    }
    Ok(over(case))
}

/// That a report closes with its lead case: once that is closed, the melder was told, and Veilig Thuis is settled.
#[must_use]
pub fn over(case: &Case) -> Option<Event> {
    let open = !matches!(case.status(), Status::Closed(_));
    let ready = open && !case.rights().is_restricted() && case.under_lead().is_some_and(|one| one.ready);
    let end = case.joined()?.end.clone().filter(|_| ready);
    end.map(Event::ClosedUnderLead)
}
