//! The contract between browser and components: endpoints, bodies, views, problem documents.
#[macro_use]
mod macros;

mod access;
mod awareness;
mod bodies;
mod care;
mod conversation;
mod done;
mod endpoint;
mod entry;
pub mod examples;
mod figures;
mod joined;
mod kmt;
mod made_file;
mod meeting;
#[cfg(feature = "schema")]
pub mod openapi;
mod own;
mod phone_draft;
mod photo;
mod problem;
mod receipt;
mod retention;
mod safety;
mod search;
mod settings;
mod stand_in;
mod together;
mod told;
mod views;
mod work_account;

pub use crate::access::{Cover, OfficerView, Opening};
pub use access::{
    AccessAnswer, AccessCommand, AccessGiven, AccessKind, AccessPage, AccessRequest, FunctionChange, HandedOver,
    LogInMeans, Namesake,
};
pub use awareness::{AwarenessPage, SessionLine};
pub use bodies::{
    AccountCommand, Credentials, HandOverBody, NewAccount, OpenReason, ProgressQuery, SealedReport, SentAnswer, SetUp,
};
pub use care::{CareLine, CareView, NewCareEntry, OpenCareReason};
pub use conversation::{ConversationChange, ConversationView};
pub use done::{CommandDone, NewCode};
pub use endpoint::{
    Audited, Component, Endpoint, IntakeEndpoint, Method, PREFIX, Parameter, ReviewEndpoint, Served, SiteEndpoint,
    endpoint_table, url,
};
#[cfg(feature = "schema")]
pub use endpoint::{Body, SchemaOf};
pub use entry::{AcceptInvitation, AccountDone, Invitation, InvitationPart, InvitationView, InvitationWord};
pub use figures::{FiguresPage, FiguresQuestion, SignedFigures};
pub use joined::{JoinedReport, LeadCase};
pub use kmt::{
    KmtAnswer, KmtAsked, KmtContent, KmtForAdviser, KmtLink, KmtOwnAnswer, KmtSaid, KmtView, NamesAnswer, NamesQuestion,
};
pub use made_file::MadeFile;
pub use meeting::{CaseMeeting, MeetingLine, MeetingOfficer, MeetingView, MeetingsPage, ProposedCase};
pub use own::{OwnAccountCommand, OwnAccountDone, OwnSession, OwnSessionCommand, Password};
pub use phone_draft::{PhoneDraftChange, PhoneDraftLine, PhoneDraftSent, PhoneDraftTyped, PhoneDraftView};
pub use photo::{PhotoQuestion, PhotoView, SentPhotoPart};
pub use problem::{ErrorItem, Problem, ProblemKind};
pub use receipt::Receipt;
pub use retention::{Certificate, CertificatePage, DueCase, ProposalFacts, RetentionDone, RetentionPage};
pub use search::{SearchIn, SearchPage, SearchQuestion};
pub use settings::{
    KeptList, ListsPage, SettingsAnswer, SettingsChange, SettingsCommand, SettingsPage, SettingsVerdict,
};
pub use stand_in::{NewStandIn, PeriodError, StandIn, StandInStart, StartStandIn};
pub use together::{TogetherPage, TogetherView};
pub use told::{Delivery, Health, MessagesCommand, MessagesHealth, OwnMessages};
pub use views::{AccountView, CaseDetail, CasePage, SessionView};
pub use work_account::WorkAccountRefusal;

/// The version of the API, as sent in the header `API-Version` (NLGov API Design Rules).
pub const API_VERSION: &str = "1.0.0";
/// Lines on a page of `GET dossiers`.
pub const PAGE_SIZE: usize = 50;
