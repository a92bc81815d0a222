//! The next action on a case, and its deadline.
use super::{Case, Feedback, Investigation, Joined, Referred, Status, Step, tasks::open_tasks};
use crate::{choice::choice, moment::Day};

choice!(
    /// The next thing to do with a case.
    NextAction {
        /// Bel de melder.
        CallReporter = "bel-melder",
        /// Vul het meldingsformulier in.
        FillForm = "formulier",
        /// Start het onderzoek.
        StartInvestigation = "start-onderzoek",
        /// Vraag KMT.
        AskKmt = "vraag-kmt",
        /// Vraag KMT vandaag: Veilig Thuis neemt het niet aan.
        AskKmtToday = "vraag-kmt-vandaag",
        /// Beantwoord wat KMT terugvraagt. Only in what an AF gets: it depends on the day.
        AnswerKmt = "beantwoord-kmt",
        /// Wacht op het advies van KMT. Only in what an AF gets: it depends on the day.
        AwaitKmt = "wacht-op-kmt",
        /// Rond een taak van het onderzoek af.
        FinishTask = "rond-taak-af",
        /// Rond het onderzoek af.
        FinishInvestigation = "rond-onderzoek-af",
        /// Bespreek in het werkoverleg.
        DiscussAndDecide = "werkoverleg",
        /// Vraag of een tafel het heeft besproken.
        AskTable = "vraag-of-besproken",
        /// Koppel terug aan de melder.
        TellReporter = "terugkoppelen",
        /// Een andere AF moet akkoord geven.
        AwaitColleague = "akkoord-collega",
        /// Lees het voorstel van een collega, en zeg ja of nee. Only in what an AF gets: it depends on who looks.
        AnswerColleague = "beoordeel-voorstel",
        /// Wacht op bevestiging van ontvangst; or close.
        AwaitReceipt = "wacht-op-ontvangst",
        /// Wacht op het hoofddossier.
        AwaitLead = "wacht-op-hoofddossier",
        /// Sluit af.
        Close = "sluit-af",
        /// Niets.
        Nothing = "niets",
    }
);

impl NextAction {
    /// Whether it is somebody else's turn.
    #[must_use]
    pub fn is_with_others(self) -> bool {
        match self {
            Self::AwaitReceipt | Self::AwaitColleague | Self::AwaitLead | Self::AwaitKmt | Self::Nothing => true,
            Self::CallReporter
            | Self::FillForm
            | Self::StartInvestigation
            | Self::AskKmt
            | Self::AskKmtToday
            | Self::AnswerKmt
            | Self::FinishTask
            | Self::FinishInvestigation
            | Self::DiscussAndDecide
            | Self::AskTable
            | Self::TellReporter
            | Self::AnswerColleague
            | Self::Close => false,
        }
    }

    /// The next action on this case, and the last day for it.
    #[must_use]
    pub fn of(case: &Case) -> (Self, Option<Day>) {
        if let (Some(day), false) = (case.safety().ask_kmt_on(), case.status().step() == Step::Closed) {
            return (Self::AskKmtToday, Some(day));
        }
        let (next, due) = case.joined().map_or_else(|| by_status(case), |joined| under_lead(case, joined));
        let held_up = case.pending().iter().any(|pending| pending.proposal.topic().holds_up_the_work());
        (if held_up { Self::AwaitColleague } else { next }, due)
    }
}

/// A joined report has its own melder, and the rest is the lead case's.
fn under_lead(case: &Case, joined: &Joined) -> (NextAction, Option<Day>) {
    match case.status() {
        Status::Received(_) => (NextAction::CallReporter, Some(case.contact_by())),
        Status::Closed(_) => (NextAction::Nothing, None),
        Status::InContact(_) | Status::Investigation(_) | Status::Decision(_) | Status::Referred(_) => {
            let tell = joined.stand.is_decided() && !case.is_melder_told();
            (if tell { NextAction::TellReporter } else { NextAction::AwaitLead }, None)
        }
    }
}

fn by_status(case: &Case) -> (NextAction, Option<Day>) {
    // an end date of before the case was closed has to be agreed again first
    let until = |state: &Investigation| Some(state.plan.until).max(case.due_since_reopening());
    match case.status() {
        Status::Received(_) => (NextAction::CallReporter, Some(case.contact_by())),
        Status::InContact(state) if state.form.is_none() => (NextAction::FillForm, None),
        Status::InContact(_) => (NextAction::StartInvestigation, None),
        Status::Investigation(state) => in_investigation(case, until(state)),
        Status::Decision(_) => (NextAction::DiscussAndDecide, None),
        Status::Referred(state) => after_decision(state),
        Status::Closed(_) => (NextAction::Nothing, None),
    }
}

/// A task is next when its day is before the end date.
fn in_investigation(case: &Case, until: Option<Day>) -> (NextAction, Option<Day>) {
    let first = open_tasks(case.entries()).first().map(|state| state.task.by);
    match first {
        Some(day) if until.is_none_or(|until| day < until) => (NextAction::FinishTask, Some(day)),
        Some(_) | None if case.kmt_asked() => (NextAction::FinishInvestigation, until),
        Some(_) | None => (NextAction::AskKmt, until),
    }
}

fn after_decision(state: &Referred) -> (NextAction, Option<Day>) {
    let table = state.next_table();
    match state.feedback {
        Feedback::Open => (NextAction::TellReporter, None),
        Feedback::Given(_) | Feedback::Withheld | Feedback::Moot if table.is_some() => (NextAction::AskTable, table),
        Feedback::Given(_) | Feedback::Withheld | Feedback::Moot => (once_told(state), None),
    }
}

fn once_told(state: &Referred) -> NextAction {
    let confirmed = |at: usize| state.confirmed.iter().any(|one| one.referral == at);
    let waits = state.ruling.to_confirm().any(|(at, _)| !confirmed(at));
    if waits { NextAction::AwaitReceipt } else { NextAction::Close }
}
