use crate::choice::choice;

choice!(
    /// Why an act cannot be done. The words are in the frontend's messages, one sentence each.
    Refusal {
        // the step and what comes first
        /// Not in this step of the route.
        NotInThisStep = "niet-in-deze-stap",
        /// The meldingsformulier comes first.
        FormFirst = "eerst-formulier",
        /// The contact with Veilig Thuis has to be recorded first.
        VttFirst = "eerst-veilig-thuis",
        /// The KMT check comes first.
        KmtFirst = "eerst-kmt-check",
        /// Three working days and two ways of trying come first.
        TriesFirst = "eerst-proberen",
        /// A table still has to discuss it.
        TableFirst = "eerst-besproken",
        /// The agreed end date is over: a new one is needed.
        EndDateNeeded = "einddatum-nodig",
        /// The melder needs feedback first.
        FeedbackFirst = "eerst-terugkoppelen",
        /// First establish the identity of the person who asks.
        NotIdentified = "identiteit-eerst",
        /// No such referral, or confirmed already.
        NothingToConfirm = "niets-te-bevestigen",
        /// There is no melder: the signal came from KMT.
        NoReporter = "geen-melder",
        /// The melder already got feedback.
        AlreadySettled = "al-teruggekoppeld",
        /// The case is in that state already.
        AlreadySo = "is-al-zo",
        /// Nothing to lift, or to advise on.
        NothingToDo = "niets-om-te-doen",
        /// The case holds as many of these as it can.
        TooMany = "te-veel",
        /// The record of the case is nearly full: what is left is for finishing it.
        CaseFull = "dossier-vol",
        /// The compartment on care and health is full.
        CareFull = "zorg-vol",
        /// It says something about care and health, and this AF did not open that.
        CareShut = "zorg-dicht",
        /// The case changed since it was read: what would go is something else now.
        PackChanged = "stuk-veranderd",
        /// No more can be kept in one case.
        PacksFull = "stukken-vol",
        /// Veilig Thuis took it over: say whether this is about the household, and if so what was agreed.
        AgreeWithVttFirst = "eerst-afspreken-met-veilig-thuis",
        /// There is work to do the same day, so the case is opened again first.
        ReopenFirst = "eerst-heropenen",
        /// The answers so far do not lead to this question of the meldcode.
        NotAsked = "vraag-niet-aan-de-beurt",
        /// The profile names no ground for this source.
        SourceWithoutGround = "bron-zonder-grondslag",
        /// No case that can be the lead has this number.
        NoLead = "geen-hoofddossier",
        /// A lead case is not joined itself, and what has others under it is not joined.
        Chained = "hoort-al-bij-een-ander",
        /// Somebody may see the report and not the lead case.
        NotForAll = "niet-voor-dezelfde-mensen",
        /// It is decided in the lead case.
        DecidedByLead = "hoofddossier-besluit",
        /// The lead case has to be decided first.
        LeadFirst = "eerst-hoofddossier",
        /// A melder of a joined report has to be told first.
        TellJoinedFirst = "eerst-samengevoegde-melders",
        /// The joined reports have to be on their own again first.
        UnjoinFirst = "eerst-losmaken",
        // who
        /// It is a colleague's case: it has to be given by the AF who has it.
        NotYours = "niet-van-jou",
        /// This account cannot have a case.
        NotAnOfficer = "geen-af",
        /// That AF has it already.
        AlreadyAssigned = "al-toegewezen",
        /// Who decides has been at the werkoverleg.
        NotThere = "niet-bij-overleg",
        /// The AF who asks is excluded from this case.
        Excluded = "uitgesloten",
        /// That AF is excluded already.
        AlreadyExcluded = "al-uitgesloten",
        /// That AF is not excluded.
        NotExcluded = "niet-uitgesloten",
        /// An exclusion waits for a second person already; a second one would have to wait for that.
        ExclusionWaits = "uitsluiting-wacht",
        /// An AF who excluded the AF that had the case can't get it.
        ExcludedTheOwner = "sloot-houder-uit",
        /// Then no AF would be left to handle it.
        NobodyLeft = "niemand-over",
        /// An AF excludes themselves with `eigen-melding`.
        SayOwnReport = "eigen-melding",
        /// The request carries no fresh key for a new code.
        KeyMissing = "sleutel-nodig",
        // what takes two people
        /// Nothing was proposed, or not any more.
        NothingProposed = "niets-voorgesteld",
        /// More than one proposal waits: say which one.
        WhichProposal = "welk-voorstel",
        /// That needs another AF.
        OtherOfficerNeeded = "andere-af-nodig",
        /// The person who proposed it cannot agree to it.
        OtherPersonNeeded = "ander-nodig",
        // keeping and destroying
        /// The processing is restricted (AVG 18): the case is kept, and nothing else is done with it.
        ProcessingRestricted = "verwerking-beperkt",
        /// Two people agreed to its destruction.
        BeingDestroyed = "wordt-vernietigd",
        /// An AF proposes; the FG only agrees.
        OfficerProposes = "af-stelt-voor",
        /// The case is still open.
        NotClosed = "nog-open",
        /// A hold, a restriction or an open request prevents it.
        Blocked = "tegengehouden",
        /// Its term is not over yet.
        TooEarly = "te-vroeg",
        /// So soon after closing another AF agrees, not the FG.
        OfficerAgrees = "af-gaat-akkoord",
        /// No erasure was granted.
        NoErasure = "geen-wissing",
        /// Somebody proposed it already.
        AlreadyProposed = "al-voorgesteld",
        /// It was agreed to: it cannot be stopped any more.
        UnderWay = "al-bezig",
        /// More destructions were proposed than can wait.
        TooManyProposals = "te-veel-voorstellen",
    }
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_refusals_share_a_code() {
        for (at, refusal) in Refusal::ALL.iter().enumerate() {
            let same = |earlier: &&Refusal| earlier.as_str() == refusal.as_str();
            assert_eq!(Refusal::ALL[..at].iter().find(same), None, "{refusal:?}");
        }
    }
}
