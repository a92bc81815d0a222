use crate::choice::choice;

choice!(
    /// An action in the permission table ([`crate::access::may`]). Every act is one of these; some are no act on a
    /// case.
    Action {
        /// Send a report.
        Report = "melden",
        /// See the steps of one's own report, with its code.
        Follow = "eigen melding volgen",
        /// The worklist, a report by phone, one's stand-in, handing over.
        Work = "werklijst",
        /// Number, step and deadline of a case: a reduced line of the worklist.
        SeeLine = "nummer, stap, termijn en spoed zien",
        /// All of a case.
        See = "dossier zien",
        /// The acts of the route.
        Handle = "opdrachten van de route",
        /// Close a case, after the decision or earlier.
        End = "afsluiten",
        /// Agree as the second AF, also to a destruction.
        Agree = "akkoord als tweede AF",
        /// Give it to an AF, take it, open it again: what makes it somebody's.
        Give = "toewijzen, heropenen",
        /// Exclude an AF, or propose to lift an exclusion.
        Exclude = "uitsluiten",
        /// Correct, restrict, hold, what a data subject asks, and the copy for that person.
        Rights = "correctie, beperking, bewaarplicht, verzoek, kopie",
        /// Propose to destroy a closed case.
        Destroy = "vernietigen voorstellen",
        /// Break-glass: open a colleague's case with a reason, until the end of the day.
        BreakGlass = "noodtoegang met reden",
        /// The FG's part, by number: agree to a destruction, to an exclusion, or to an advice on a data subject's
        /// request, or not. Nothing of the case is shown.
        Guard = "akkoord op vernietigen, uitsluiten en verzoeken, op nummer",
        /// Answer a question on a summary without names.
        Advise = "vraag beantwoorden",
        /// Figures with small numbers left out.
        Figures = "cijfers",
        /// Accounts and lists.
        Accounts = "accounts en lijsten",
        /// The audit.
        Audit = "logboek",
    }
);
