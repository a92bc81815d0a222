//! The shapes that the table of endpoints names.
pub(super) use crate::{
    audit::{AuditCheck, AuditPage, WorkDone},
    awareness::AwarenessCommand,
    case::{
        Progress, RequestPage,
        act::draft::ActDraft,
        destruction::DestructionCommand,
        export::{AccessQuestion, CopyAnswer},
        meeting::MeetingCommand,
        notes::rights::RequestDecision,
        pack::{KeptPack, PackAnswer, PackQuestion, PackToKeep, PackToSee},
        together::TogetherCommand,
    },
    contract::{
        AcceptInvitation, AccessCommand, AccessPage, AccountCommand, AccountDone, AccountView, AwarenessPage, CareView,
        CaseDetail, CasePage, CertificatePage, CommandDone, ConversationChange, ConversationView, Credentials,
        HandOverBody, HandedOver, Health, InvitationView, InvitationWord, KmtAnswer, KmtLink, KmtView, ListsPage,
        MeetingView, MeetingsPage, MessagesCommand, NamesAnswer, NamesQuestion, NewAccount, NewCareEntry, NewCode,
        NewStandIn, OfficerView, OpenCareReason, OpenReason, Opening, OwnAccountCommand, OwnAccountDone, OwnMessages,
        OwnSession, OwnSessionCommand, PhoneDraftChange, PhoneDraftView, PhotoQuestion, PhotoView, ProgressQuery,
        Receipt, RetentionDone, RetentionPage, SearchPage, SearchQuestion, SentAnswer, SentPhotoPart, SessionView,
        SetUp, SettingsAnswer, SettingsCommand, SettingsPage, StandIn, StartStandIn, TogetherPage,
        examples::{acts, bodies},
    },
    processing::ProcessingPage,
    profile::Instance,
    report::Draft,
};
