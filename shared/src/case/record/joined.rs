//! What joining does to a case. Its own status stays as it was, so that it goes back to that when it is on its own
//! again.
use super::Case;
use crate::case::{
    Closed, Ending, Entry, Event, Feedback, Misfit, Proposal, Received, Status, Topic,
    lead::Joined,
    notes::{LeadEnd, LeadMove},
};

impl Case {
    /// The lead case that it was joined under, also after it was closed with that.
    #[must_use]
    pub fn joined(&self) -> Option<&Joined> {
        self.joined.as_ref()
    }

    /// Applies an entry about joining, or about what a joined report still has of its own; `false` for any other.
    pub(super) fn follow_joining(&mut self, entry: &Entry) -> Result<bool, Misfit> {
        if let Event::Joined(note) = &entry.event {
            let decided = matches!(self.status, Status::Referred(_) | Status::Closed(_));
            self.joined = Some(Joined::under(note)).filter(|_| self.joined.is_none() && !decided);
            self.waiting.end(Topic::Course);
            return self.joined.as_ref().map(|_| true).ok_or(Misfit);
        }
        if matches!(entry.event, Event::Reopened(_)) {
            self.joined = None;
            return Ok(false);
        }
        if let Event::LeadMoved(note) = &entry.event {
            return self.lead_moved(note);
        }
        if let Event::ClosedUnderLead(end) = &entry.event {
            return self.closed_under_lead(entry, end);
        }
        if matches!(entry.event, Event::Unjoined(_)) {
            self.open_joining()?;
            self.joined = None;
            self.waiting.end(Topic::Feedback);
            return Ok(true);
        }
        Ok(self.tells(&entry.event))
    }

    /// The joining, while the case is open.
    fn open_joining(&mut self) -> Result<&mut Joined, Misfit> {
        let open = !matches!(self.status, Status::Closed(_));
        self.joined.as_mut().filter(|_| open).ok_or(Misfit)
    }

    fn lead_moved(&mut self, note: &LeadMove) -> Result<bool, Misfit> {
        let joined = self.open_joining()?;
        (joined.stand, joined.end) = (note.stand, note.end.clone());
        Ok(true)
    }

    fn closed_under_lead(&mut self, entry: &Entry, end: &LeadEnd) -> Result<bool, Misfit> {
        let told = self.open_joining()?.feedback.clone();
        let was = Box::new(std::mem::replace(&mut self.status, Status::Received(Received::default())));
        self.status =
            Status::Closed(Closed { at: entry.at, ending: Ending::UnderLead { was, end: end.clone(), told } });
        Ok(true)
    }

    /// Feedback to the melder of a joined report, whatever step it is in.
    fn tells(&mut self, event: &Event) -> bool {
        let Ok(joined) = self.open_joining() else { return false };
        if let Event::FeedbackGiven(note) = event {
            joined.feedback = Feedback::Given(note.clone());
            return true;
        }
        if matches!(event, Event::Agreed(Proposal::NoFeedback(_))) {
            joined.feedback = Feedback::Withheld;
            return true;
        }
        matches!(event, Event::Proposed(Proposal::NoFeedback(_)))
    }
}
