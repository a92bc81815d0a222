mod slug;
#[cfg(test)]
mod tests;

use super::Denial;
use crate::case::ActKind;
use serde::{Deserialize, Serialize};

macro_rules! actions {
    (
        { $($(#[$doc:meta])* $name:ident = $slug:literal),+ $(,)? }
        { $($(#[$group_doc:meta])* $group:ident($kind:ty)),+ $(,)? }
    ) => {
        /// The action of an audit line. The slug is stored, so it never changes.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(from = "String", into = "String")]
        pub enum AuditAction {
            $($(#[$doc])* $name,)+
            $($(#[$group_doc])* $group($kind),)+
            /// A slug that this version does not know. It is kept as it was stored.
            Unknown(String),
        }

        impl AuditAction {
            /// Every action that this version can write.
            #[must_use]
            pub fn all() -> Vec<Self> {
                let mut all = vec![$(Self::$name),+];
                $(all.extend(<$kind>::ALL.iter().copied().map(Self::$group));)+
                all
            }

            /// The slug: as stored, and as the audit is searched with.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$name => $slug,)+
                    $(Self::$group(kind) => kind.as_str(),)+
                    Self::Unknown(slug) => slug,
                }
            }
        }
    };
}

actions!({
    /// Logged in.
    LogIn = "LogIn",
    /// Logged in with a work account.
    WorkAccountLogIn = "WorkAccountReturn",
    /// Linked a work account to one's own account, and logged in.
    LinkWorkAccount = "LinkWorkAccount",
    /// Logged out.
    LogOut = "LogOut",
    /// Looked at the worklist.
    ViewCases = "Cases",
    /// Wrote down a report by phone.
    AddCase = "AddCase",
    /// Looked at a case.
    ViewCase = "Case",
    /// An act on a case that was refused before its kind was known.
    CommandCase = "CommandCase",
    /// Looked at reports by phone that are not finished.
    ViewPhoneDrafts = "PhoneDrafts",
    /// Typed in one, or threw it away.
    SavePhoneDraft = "SavePhoneDraft",
    /// Opened a colleague's case by break-glass.
    OpenCase = "OpenCase",
    /// Looked at what is typed during the conversation with the melder.
    ViewConversation = "Conversation",
    /// Kept what is typed during the conversation with the melder.
    SaveConversation = "SaveConversation",
    /// Looked at a photo that the melder added.
    ViewPhoto = "Photo",
    /// Looked at what of a case may go to a receiver of the decision.
    ViewPack = "Pack",
    /// Kept what goes to a receiver, as it goes.
    KeepPack = "KeepPack",
    /// Looked at what went to a receiver.
    ViewKeptPack = "KeptPack",
    /// Made pages of what went to a receiver.
    PrintKeptPack = "PackPages",
    /// Looked at what can go to a receiver together.
    ViewAgendaPacks = "AgendaPacks",
    /// Made pages of several for one receiver; of one of them, where the line is about a case.
    PrintAgenda = "AgendaPages",
    /// Made the package for the gemeente's own register.
    MakeRegisterPackage = "RegisterPackage",
    /// Looked for names in a text for KMT.
    LookForNames = "LookForNames",
    /// An adviser looked at a question to KMT, with its link and its code.
    ViewKmtQuestion = "KmtQuestion",
    /// An adviser answered it, or asked something back.
    AnswerKmtQuestion = "AnswerKmtQuestion",
    /// An adviser with an account looked at the questions that they were asked.
    ViewKmtQuestions = "KmtQuestions",
    /// Looked at what a case says about care and health, or that it says something.
    ViewCare = "Care",
    /// Added an entry about care and health.
    AddCare = "AddCare",
    /// Opened it, on a ground and with a reason.
    OpenCare = "OpenCare",
    /// Looked at the list of AFs.
    ViewOfficers = "Officers",
    /// Looked at the stand-ins.
    ViewStandIns = "StandIns",
    /// Arranged a stand-in.
    AddStandIn = "AddStandIn",
    /// Began to stand in for a colleague, with a reason.
    StartStandIn = "StartStandIn",
    /// Ended a stand-in.
    EndStandIn = "EndStandIn",
    /// Handed cases over.
    HandOver = "HandOver",
    /// Looked at the accounts.
    ViewAccounts = "Accounts",
    /// Asked for an account.
    AddAccount = "AddAccount",
    /// A command on an account that was refused before its kind was known. Older lines: any command.
    CommandAccount = "CommandAccount",
    /// Blocked an account.
    BlockAccount = "account-blokkeren",
    /// Unblocked an account, or asked for it.
    UnblockAccount = "account-vrijgeven",
    /// Invited the holder of an account again, or asked for it.
    InviteAgain = "account-uitnodigen",
    /// Withdrew a request or an invitation.
    WithdrawAccess = "account-intrekken",
    /// The log-in of an account was ended, because everybody is let in anew.
    EndLogIn = "inloggen-beeindigd",
    /// Set another function, or asked for it.
    SetFunction = "account-functie",
    /// Asked to record that somebody left for good.
    AskDeparture = "account-vertrokken",
    /// Looked at the settings.
    ViewSettings = "Settings",
    /// A command on the settings that was refused before its kind was known.
    CommandSettings = "CommandSettings",
    /// Changed a part of the settings, or asked for it.
    ChangeSettings = "inrichting-wijzigen",
    /// Took a change of the settings back, or asked for it.
    UndoSettings = "inrichting-ongedaan",
    /// Withdrew a change of the settings.
    WithdrawSettings = "inrichting-intrekken",
    /// An answer to a change of the settings that was refused before its kind was known.
    AnswerSettings = "AnswerSettings",
    /// Confirmed a change of the settings.
    ConfirmSettings = "inrichting-bevestigen",
    /// Refused a change of the settings.
    RefuseSettings = "inrichting-weigeren",
    /// Looked at requests for access.
    ViewAccessRequests = "AccessRequests",
    /// An answer about access that was refused before its kind was known. Older lines: any answer.
    CommandAccess = "CommandAccess",
    /// Confirmed access.
    ConfirmAccess = "toegang-bevestigen",
    /// Refused access.
    RefuseAccess = "toegang-weigeren",
    /// Noted that given access was seen.
    SeeAccess = "toegang-gezien",
    /// Looked at an invitation.
    ViewInvitation = "Invitation",
    /// Accepted an invitation.
    AcceptInvitation = "AcceptInvitation",
    /// A command on one's own account that was refused before its kind was known.
    OwnAccount = "OwnAccount",
    /// Chose another password.
    NewPassword = "wachtwoord",
    /// Made new recovery codes.
    NewRecoveryCodes = "herstelcodes",
    /// Looked at where they are logged in.
    ViewOwnSessions = "OwnSessions",
    /// Ended sessions of their own.
    EndSessions = "EndSessions",
    /// Looked at what they are told of by message.
    ViewMessages = "OwnMessages",
    /// Chose that, or another address of the calendar.
    ChooseMessages = "ChooseMessages",
    /// Looked at the audit.
    ViewAudit = "Audit",
    /// Checked the audit.
    CheckAudit = "AuditCheck",
    /// The same, at the older address for acts outside the route.
    CommandRights = "CommandRights",
    /// Made a copy for a data subject.
    MakeCopy = "AccessCopy",
    /// Looked at what is due to be destroyed.
    ViewRetention = "Retention",
    /// An act on a destruction that was refused before its kind was known.
    CommandRetention = "CommandRetention",
    /// Looked at the declarations of destruction.
    ViewCertificates = "Certificates",
    /// Looked at the requests of data subjects.
    ViewRequests = "Requests",
    /// Decided on the advice about such a request.
    DecideRequest = "DecideRequest",
    /// Confirmed an exclusion by number.
    ConfirmExclusion = "ConfirmExclusion",
    /// Searched the cases that they may see. What for is not kept.
    Search = "Search",
    /// Looked at the proposals to close many reports at once.
    ViewTogether = "Together",
    /// An act on such a proposal that was refused before its kind was known.
    CommandTogether = "CommandTogether",
    /// Looked at the list of werkoverleggen, and at what there is to discuss.
    ViewMeetings = "Meetings",
    /// Planned, changed or cancelled a werkoverleg, or asked to discuss a case.
    CommandMeetings = "CommandMeetings",
    /// Looked at one werkoverleg.
    ViewMeeting = "Meeting",
    /// Looked at the figures.
    ViewFigures = "Figures",
    /// Took a half-year of them with the signature.
    SignFigures = "SignFigures",
    /// Looked at the log of awareness.
    ViewAwareness = "Awareness",
    /// Added a line to it, corrected one, or ended one.
    CommandAwareness = "CommandAwareness",
    /// Looked at the processing record.
    ViewProcessings = "Processings",
    /// Made one of the first accounts.
    SetUp = "SetUp",
    /// The number of a line that was never written: the machine stopped in between.
    VoidNumber = "nummer-vervallen",
    /// Began the audit with a new secret, after somebody may have seen the keys. The reason is the head until then.
    NewRoot = "spoor-nieuw-begin",
    /// Agreed that feedback to the melder is impossible. Older form: now [`ActKind::Agree`].
    AgreedNoFeedback = "geen-terugkoppeling-akkoord",
    /// Agreed that a hold ends. Older form: now [`ActKind::Agree`].
    AgreedEndHold = "bewaarplicht-eraf-akkoord",
} {
    /// An act on a case.
    Act(ActKind),
    /// Something was refused to somebody who is not logged in.
    Denied(Denial),
});

impl AuditAction {
    /// The action with this slug.
    #[must_use]
    pub fn parse(slug: &str) -> Self {
        let known = Self::all().into_iter().find(|action| action.as_str() == slug);
        known.unwrap_or_else(|| Self::Unknown(slug.to_owned()))
    }
}
