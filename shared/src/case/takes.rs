//! How many minutes what is next usually takes.
use super::NextAction;
use crate::minutes::Minutes;

impl NextAction {
    /// The minutes for it: none for what waits for somebody else.
    #[must_use]
    pub fn takes(self, usual: &Minutes) -> u32 {
        u32::from(match self {
            Self::CallReporter => usual.call,
            Self::FillForm => usual.form,
            Self::StartInvestigation => usual.start,
            Self::AskKmt | Self::AskKmtToday | Self::AnswerKmt => usual.kmt,
            Self::FinishTask | Self::FinishInvestigation => usual.finish,
            Self::DiscussAndDecide => usual.discuss,
            Self::AskTable => usual.ask,
            Self::TellReporter => usual.tell,
            Self::AnswerColleague => usual.read,
            Self::Close => usual.close,
            Self::AwaitColleague | Self::AwaitReceipt | Self::AwaitLead | Self::AwaitKmt | Self::Nothing => 0,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_takes_what_the_profile_says_and_nothing_while_somebody_else_is_asked() {
        let own = Minutes { call: 30, ..Minutes::default() };
        let takes =
            [NextAction::CallReporter, NextAction::FillForm, NextAction::AwaitReceipt].map(|next| next.takes(&own));
        assert_eq!(takes, [30, 15, 0]);
    }
}
