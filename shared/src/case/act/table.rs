//! The table of everything that can be done with a case: one row for each act.
//!
//! A row of `case` gives the act's name on the wire, its content, the steps in which it is possible, the step it leads
//! to, and its action in the permission table (`may`). Then follow, where they differ from the default: the second
//! person who has to agree (`agrees`), whether it is possible while processing is restricted (`goes_on`), and its
//! precondition (`first`). The last line gives its result: the event with exactly this content (`stores`; `rights` for
//! one outside the route), the proposal (`proposes`), or the function that makes an event of it (`decides`). `told` and
//! `waits` lead back from an event and a proposal to the act. Acts beside the route are in `beside.rs`; older names and
//! acts with an endpoint of their own are in `register.rs`.

/// Hands the rows to the macro with this name.
macro_rules! rows {
    ($to:ident) => {
        $crate::case::act::beside::with_beside! {
            $to case {
                /// Niet bereikt.
                RecordAttempt(Attempt) = "poging" {
                    &[Received] => Stays, may: Handle; stores Event::Attempted, told Event::Attempted(_)
                }
                /// Contact vastleggen.
                RecordContact(ContactNote) = "contact" {
                    &[Received] => To(&[InContact]), may: Handle; stores Event::ContactMade, told Event::ContactMade(_)
                }
                /// Verder zonder contact met de melder. Needs another AF.
                ProposeNoContact(NoContact) = "geen-contact" {
                    &[Received] => StaysOrTo(&[InContact]), may: Handle, agrees: OtherOfficer, first: first::vtt;
                    decides rules::without_contact, waits Proposal::NoContact(_)
                }
                /// Alsnog contact: the route had gone on without.
                RecordLateContact(ContactNote) = "alsnog-contact" {
                    &[InContact, Investigation, Decision, Referred] => Stays, may: Handle, first: first::nobody_spoke;
                    stores Event::ReachedLater, told Event::ReachedLater(_)
                }
                /// Meldingsformulier bewaren: a (new) version of it.
                SaveForm(FormSheet) = "formulier" {
                    &[InContact, Investigation] => Stays, may: Handle; stores Event::FormSaved, told Event::FormSaved(_)
                }
                /// Onderzoek starten: a question and an end date.
                StartInvestigation(Plan) = "onderzoek-starten" {
                    &[InContact] => To(&[Investigation]), may: Handle, first: first::form_and_vtt;
                    decides vtt::start, told Event::InvestigationStarted(_)
                }
                /// Bron vastleggen.
                RecordSource(SourceNote) = "bron" {
                    &[Investigation] => Stays, may: Handle; decides rules::consult, told Event::SourceConsulted { .. }
                }
                /// Einddatum verplaatsen: agreed with the melder, with a reason.
                MoveEndDate(EndDate) = "einddatum" {
                    &[Investigation] => Stays, may: Handle; stores Event::EndDateMoved, told Event::EndDateMoved(_)
                }
                /// Taak noteren: by a person and by a day.
                NoteTask(Task) = "taak" {
                    &[Investigation] => Stays, may: Handle, first: first::few_tasks; stores Event::TaskNoted, told Event::TaskNoted(_)
                }
                /// Taak afronden: what came of it. Also when the investigation is over.
                FinishTask(TaskResult) = "taak-klaar" {
                    &[Investigation, Decision, Referred] => Stays, may: Handle, first: first::a_task;
                    decides rules::finish_task, told Event::TaskDone(_)
                }
                /// Vraag aan de melder: the melder reads it with the code, and can answer there.
                AskReporter(Question) = "vraag-melder" {
                    TOLD_IN => Stays, may: Handle, first: first::few_questions;
                    stores Event::ReporterAsked, told Event::ReporterAsked(_)
                }
                /// Vraag aan de melder afronden: the melder told it otherwise, or it does not matter any more.
                SettleQuestion(QuestionResult) = "vraag-melder-klaar" {
                    TOLD_IN => Stays, may: Handle, first: first::a_question;
                    decides rules::settle_question, told Event::QuestionSettled(_)
                }
                /// KMT-check vastleggen.
                RecordKmtCheck(KmtCheck) = "kmt-check" {
                    OPEN => Stays, may: Handle; stores Event::KmtChecked, told Event::KmtChecked(_)
                }
                /// Advies zonder namen vragen aan KMT: an adviser opens it with a link and a code.
                AskKmt(KmtQuestion) = "kmt-vragen" {
                    OPEN => Stays, may: Handle, first: kmt::room_for_a_question;
                    decides kmt::ask, told Event::Kmt(KmtEvent::Asked(_))
                }
                /// Antwoorden op wat de adviseur van KMT terugvraagt.
                ReplyToKmt(KmtReply) = "kmt-antwoorden" {
                    OPEN => Stays, may: Handle, first: kmt::asked_back;
                    decides kmt::reply, told Event::Kmt(KmtEvent::Replied(_))
                }
                /// Vraag aan KMT sluiten: the link ends.
                EndKmtQuestion(KmtEnd) = "kmt-vraag-sluiten" {
                    OPEN => Stays, may: Handle, first: kmt::an_open_question;
                    decides kmt::end, told Event::Kmt(KmtEvent::Ended(_))
                }
                /// Veilig Thuis vastleggen. "Niet nodig" needs another AF where there may be a minor.
                RecordVtt(VttNote) = "veilig-thuis" {
                    EVERY => Stays, may: Handle, agrees: OtherOfficer;
                    decides vtt::record, told Event::VttRecorded(_), waits Proposal::VttNotNeeded(_)
                }
                /// Leeftijd of gevaar corrigeren. What is less serious than was known needs another AF.
                CorrectSafety(SafetyCorrection) = "veiligheid-corrigeren" {
                    OPEN => Stays, may: Handle, agrees: OtherOfficer;
                    decides vtt::correct, told Event::SafetyCorrected(_), waits Proposal::LowerSafety(_)
                }
                /// Meldcode: a step, or the answer to a question.
                NoteMeldcode(MeldcodeNote) = "meldcode" {
                    OPEN => Stays, may: Handle; decides vtt::note_meldcode, told Event::MeldcodeNoted(_)
                }
                /// Naar het beslismoment.
                MoveToDecision = "naar-beslismoment" {
                    &[Investigation] => To(&[Decision]), may: Handle, first: first::kmt_and_vtt;
                    stores Event::MovedToDecision, told Event::MovedToDecision
                }
                /// Terug naar het onderzoek, with a reason.
                BackToInvestigation(GoingBack) = "terug-naar-onderzoek" {
                    &[Decision] => To(&[Investigation]), may: Handle, first: first::vtt;
                    decides rules::go_back, told Event::WentBack(_)
                }
                /// Besproken in het werkoverleg, nog geen besluit: by an AF who was there.
                NoteMeeting(MeetingNote) = "werkoverleg" {
                    UNDECIDED => Stays, may: Handle;
                    decides rules::note_meeting, told Event::TalkedOver(_)
                }
                /// Besluiten, as was decided in the werkoverleg. Needs another AF who was there.
                Decide(Ruling) = "besluiten" {
                    &[Decision] => StaysOrTo(&[Referred]), may: Handle, agrees: OtherOfficer, first: first::vtt;
                    decides rules::rule, told Event::Decided(_), waits Proposal::Ruling(_)
                }
                /// Ontvangst bevestigd.
                ConfirmReferral(Confirmation) = "ontvangst-bevestigd" {
                    &[Referred, Closed] => Stays, may: Handle, first: first::unconfirmed;
                    decides rules::confirm, told Event::ReferralConfirmed(_)
                }
                /// Antwoord van een ontvanger, also after closing.
                RecordAnswer(ReceiversAnswer) = "antwoord-ontvanger" {
                    &[Referred, Closed] => Stays, may: Handle, first: first::a_receiver;
                    decides rules::answer, told Event::Answered(_)
                }
                /// Besproken aan een tafel.
                RecordDiscussed(Discussed) = "besproken" {
                    &[Referred] => Stays, may: Handle, first: first::a_table;
                    decides rules::discuss, told Event::TableDiscussed(_)
                }
                /// Op een andere dag aan die tafel.
                MoveTable(TableDay) = "agenda-verplaatsen" {
                    &[Referred] => Stays, may: Handle, first: first::a_table;
                    decides rules::move_table, told Event::TableMoved(_)
                }
                /// Terugkoppelen.
                GiveFeedback(FeedbackNote) = "terugkoppelen" {
                    TOLD_IN => Stays, may: Handle, first: first::unsettled;
                    stores Event::FeedbackGiven, told Event::FeedbackGiven(_)
                }
                /// Terugkoppelen kan niet. Needs another AF.
                ProposeNoFeedback(Reason) = "geen-terugkoppeling" {
                    TOLD_IN => Stays, may: Handle, agrees: OtherOfficer, first: first::unsettled;
                    proposes Proposal::NoFeedback, told Event::NoFeedbackProposed(_), waits Proposal::NoFeedback(_)
                }
                /// Afsluiten.
                Close = "afsluiten" {
                    &[Referred] => To(&[Closed]), may: End, first: first::settled_and_vtt;
                    stores Event::Closed, told Event::Closed | Event::ClosedUnderLead(_)
                }
                /// Eerder afsluiten. A malicious report needs another AF.
                CloseEarly(EarlyEnd) = "eerder-afsluiten" {
                    OPEN => StaysOrTo(&[Closed]), may: End, agrees: OtherOfficer, first: first::a_reporter_and_vtt;
                    decides rules::end_early, told Event::ClosedEarly(_), waits Proposal::Malicious(_)
                }
                /// Eerder afsluiten zonder het de melder te vertellen. Needs another AF.
                CloseUntold(EarlyUntold) = "eerder-afsluiten-zonder-terugkoppeling" {
                    OPEN => StaysOrTo(&[Closed]), may: End, agrees: OtherOfficer, first: first::vtt;
                    decides rules::end_untold, told Event::ClosedUntold(_), waits Proposal::Untold(_)
                }
                /// Heropenen: returns to where the work had come, and the clock begins again.
                Reopen(Reason) = "heropenen" {
                    &[Closed] => To(&[Received, InContact, Investigation]), may: Give, first: first::may_have_it;
                    decides rules::reopen, told Event::Reopened(_)
                }
                /// Samenvoegen: it goes on under a lead case, and keeps its own melder.
                Join(JoinUnder) = "samenvoegen" {
                    UNDECIDED => Stays, may: Handle, first: first::on_its_own;
                    decides lead::join, told Event::Joined(_) | Event::LeadMoved(_)
                }
                /// Losmaken: it goes on by itself where it was.
                Unjoin(Reason) = "losmaken" {
                    UNDECIDED => Stays, may: Handle, first: first::a_lead; stores Event::Unjoined, told Event::Unjoined(_)
                }
                /// Notitie: also what comes in after closing, such as a late answer of a receiver.
                AddRemark(Remark) = "notitie" {
                    EVERY => Stays, may: Handle; stores Event::Remarked, told Event::Remarked(_)
                }
                /// Toewijzen: another AF takes it, or the AF who asks does.
                Assign(Assignment) = "toewijzen" {
                    OPEN => Stays, may: Give, goes_on: true; decides rules::assign, told Event::Assigned { .. }
                }
                /// Nieuwe code voor de melder; the old one ends.
                IssueCode = "nieuwe-code" {
                    EVERY => Stays, may: Handle, first: first::a_reporter; decides rules::issue_code, told Event::CodeIssued { .. }
                }
                /// Een AF uitsluiten: works at once, and lapses unless another AF or the FG agrees.
                Exclude(Exclusion) = "uitsluiten" {
                    EVERY => Stays, may: Exclude, agrees: OfficerOrPrivacyOfficer, goes_on: true;
                    decides rules::exclude, told Event::Excluded(_), waits Proposal::Exclude(_)
                }
                /// Dit is mijn eigen melding: the AF who asks excludes themselves.
                OwnReport = "eigen-melding" {
                    EVERY => Stays, may: See, goes_on: true; decides rules::own_report, told Event::OwnReported
                }
                /// Uitsluiting opheffen. Needs another AF.
                ProposeLift(Exclusion) = "uitsluiting-opheffen" {
                    EVERY => Stays, may: Exclude, agrees: OtherOfficer, goes_on: true, first: first::somebody_excluded;
                    decides rules::lift, waits Proposal::Lift(_)
                }
                /// Akkoord als tweede AF. Its content names the act; needed where more than one waits.
                Agree(Option<ActKind>) = "akkoord" {
                    EVERY => AsProposed, may: Agree, first: second::somebody_waits;
                    decides second::agree, told Event::Agreed(_) | Event::NoFeedbackAgreed | Event::Rights(RightsEvent::LiftAgreed)
                }
                /// Niet akkoord, with a reason.
                Decline(Rejection) = "niet-akkoord" {
                    EVERY => Stays, may: Agree, first: second::somebody_asks; decides second::decline, told Event::Declined(_)
                }
                /// Een eigen voorstel intrekken, with a reason.
                Withdraw(Rejection) = "voorstel-intrekken" {
                    EVERY => Stays, may: Agree, first: second::own_waits; decides second::withdraw, told Event::Withdrawn(_)
                }
            }
        }
    };
}
pub(super) use rows;
