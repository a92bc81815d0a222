use crate::{
    access::Role,
    case::notes::BreakGlassReason,
    id::{AccountId, FunctionId},
    moment::Day,
    text::{Line, Login, Prose, of_body},
};
use serde::{Deserialize, Serialize};

body!(
    /// Body of `POST meldingen/opvragen`: the code is never in a URL.
    ProgressQuery {
        /// The receipt code as typed.
        ontvangstcode: String,
    }
);
body!(
    /// Body of `POST meldingen/antwoorden`: what the melder answers to a question, once.
    SentAnswer {
        /// The receipt code as typed.
        ontvangstcode: String,
        /// Which question, counted from 0.
        #[serde(rename = "vraag")]
        question: usize,
        /// The answer, in the melder's own words.
        #[serde(rename = "antwoord", deserialize_with = "of_body")]
        text: Prose,
    }
);
body!(
    /// Body of `POST sessies`.
    Credentials {
        /// Log-in name.
        #[serde(rename = "inlognaam", deserialize_with = "of_body")]
        login: Login,
        /// Password, as typed.
        #[serde(rename = "wachtwoord")]
        #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 200)))]
        password: String,
        /// Six digits of the app (TOTP), or a recovery code, as typed.
        #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 40)))]
        code: String,
    }
);
body!(
    /// Body of `POST accounts`. Whoever it is for chooses the password, with the invitation.
    NewAccount {
        /// Log-in name; two that differ in case only are the same.
        #[serde(rename = "inlognaam", deserialize_with = "of_body")]
        login: Login,
        /// Name as colleagues know it.
        #[serde(rename = "naam", deserialize_with = "of_body")]
        name: Line,
        /// Role.
        #[serde(rename = "rol")]
        role: Role,
        /// Of an AF: the function, one of the profile's. It says which reports they may not see.
        #[serde(rename = "functie", default, skip_serializing_if = "Option::is_none")]
        function: Option<FunctionId>,
    }
);
body!(
    /// Body of `POST dossiers/{id}/toegang`.
    OpenReason {
        /// Why. The FG sees it.
        #[serde(rename = "waarom")]
        why: BreakGlassReason,
        /// The same in words. They are kept in the case, for the AFs who may see it.
        #[serde(rename = "toelichting", deserialize_with = "of_body")]
        words: Line,
    }
);
body!(
    /// Body of `POST waarneming`.
    NewStandIn {
        /// The AF who stands in for the caller.
        #[serde(rename = "waarnemer")]
        by: AccountId,
        /// The first day.
        #[serde(rename = "van")]
        from: Day,
        /// The last day, at most [`NewStandIn::MAX_DAYS`] after the first.
        #[serde(rename = "totEnMet")]
        until: Day,
    }
);
body!(
    /// Body of `POST waarneming-met-reden`: an AF stands in from today on for a colleague who did not arrange that.
    StartStandIn {
        /// The AF who is away.
        #[serde(rename = "voor")]
        of: AccountId,
        /// The last day: with today, [`StartStandIn::MAX_DAYS`] at most.
        #[serde(rename = "totEnMet")]
        until: Day,
        /// Why. The FG sees it.
        #[serde(rename = "waarom")]
        why: BreakGlassReason,
        /// The same in words, for the colleague.
        #[serde(rename = "toelichting", deserialize_with = "of_body")]
        words: Line,
    }
);
body!(
    /// Body of `POST overdracht`. Sent again, it continues where it stopped.
    HandOverBody {
        /// Whose cases: one's own, or of a colleague who can no longer log in.
        #[serde(rename = "van")]
        from: AccountId,
        /// The AF who gets them.
        #[serde(rename = "aan")]
        to: AccountId,
    }
);

impl StartStandIn {
    /// The most days, with today [design: for longer, somebody else decides who has the cases].
    pub const MAX_DAYS: i64 = 31;

    /// Checks the last day.
    ///
    /// # Errors
    /// [`PeriodError`].
    pub fn check_until(until: Day, today: Day) -> Result<(), PeriodError> {
        if until < today {
            Err(PeriodError::Over)
        } else if (until - today).num_days() >= Self::MAX_DAYS {
            Err(PeriodError::TooLong)
        } else {
            Ok(())
        }
    }
}

/// The reason why a stand-in between two days is impossible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodError {
    /// The last day comes before the first.
    EndsBeforeItBegins,
    /// The last day is in the past.
    Over,
    /// There are more than [`NewStandIn::MAX_DAYS`] between the days.
    TooLong,
    /// It begins more than [`NewStandIn::MAX_DAYS`] from today.
    TooFarAhead,
}

impl NewStandIn {
    /// The longest period, in days.
    pub const MAX_DAYS: i64 = 366;

    /// Checks the first and the last day.
    ///
    /// # Errors
    /// [`PeriodError`].
    pub fn check_days(from: Day, until: Day, today: Day) -> Result<(), PeriodError> {
        if until < from {
            Err(PeriodError::EndsBeforeItBegins)
        } else if until < today {
            Err(PeriodError::Over)
        } else if (until - from).num_days() > Self::MAX_DAYS {
            Err(PeriodError::TooLong)
        } else if (from - today).num_days() > Self::MAX_DAYS {
            Err(PeriodError::TooFarAhead)
        } else {
            Ok(())
        }
    }
}

body!(
    /// Body of `POST inrichting`: the first accounts of a new instance, at least one AF, one beheerder and one FG.
    SetUp {
        /// The word from the set-up link.
        #[serde(rename = "inrichtcode")]
        #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 200)))]
        token: String,
        /// The first accounts, up to ten.
        #[cfg_attr(feature = "schema", schemars(length(min = 3, max = 10)))]
        accounts: Vec<NewAccount>,
    }
);

impl SetUp {
    /// The fewest accounts an instance begins with.
    pub const FEWEST: usize = 3;
    /// The most.
    pub const MOST: usize = 10;
}

/// Body of `POST accounts/{id}/opdrachten`: `{"soort": "blokkeren"}`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "soort", content = "inhoud", deny_unknown_fields)]
pub enum AccountCommand {
    /// Cannot log in any more; sessions end.
    #[serde(rename = "blokkeren")]
    Block,
    /// Can log in again.
    #[serde(rename = "vrijgeven")]
    Unblock,
    /// A new invitation: for another password and another second factor. The old ones stay valid until it is used. For
    /// roles that read reports or confirm others a second person has to agree.
    #[serde(rename = "uitnodigen")]
    Invite,
    /// Withdraws the pending request or invitation.
    #[serde(rename = "intrekken")]
    Withdraw,
    /// The holder of a blocked account left for good: colleagues may take over the cases once a second person agrees.
    #[serde(rename = "vertrokken")]
    Depart {
        /// Why. The FG reads it, so no names.
        #[serde(rename = "reden", deserialize_with = "of_body")]
        reason: Line,
    },
    /// Which function an AF has: it says which reports they may not see. It waits for a second person.
    #[serde(rename = "functie")]
    SetFunction {
        /// One of the profile's; none: not known, which counts as any.
        #[serde(rename = "functie")]
        function: Option<FunctionId>,
    },
}

impl std::fmt::Debug for AccountCommand {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AccountCommand(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_stands_in_with_a_reason_does_so_for_31_days_at_most() {
        let check = |until: &str| StartStandIn::check_until(until.parse().unwrap(), "2026-04-30".parse().unwrap());
        assert_eq!([check("2026-04-30"), check("2026-05-30")], [Ok(()), Ok(())], "the first and the 31st day");
        assert_eq!(check("2026-04-29"), Err(PeriodError::Over));
        assert_eq!(check("2026-05-31"), Err(PeriodError::TooLong));
    }

    #[test]
    fn a_period_ends_after_it_begins_and_today_or_later_and_within_a_year() {
        let check = |from: &str, until: &str| {
            let [from, until, today] = [from, until, "2026-04-30"].map(|day| day.parse().unwrap());
            NewStandIn::check_days(from, until, today)
        };
        assert_eq!(check("2026-04-30", "2026-04-30"), Ok(()));
        assert_eq!(check("2026-04-01", "2026-04-30"), Ok(()), "it may have begun");
        assert_eq!(check("2026-05-01", "2027-05-02"), Ok(()));
        assert_eq!(check("2026-05-01", "2027-05-03"), Err(PeriodError::TooLong));
        assert_eq!(check("2026-05-14", "2026-05-01"), Err(PeriodError::EndsBeforeItBegins));
        assert_eq!(check("2026-04-01", "2026-04-29"), Err(PeriodError::Over));
    }
}
