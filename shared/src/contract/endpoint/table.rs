//! The table of endpoints: everything that is known of one is in its row. It goes on in `rest.rs`.
#[cfg(feature = "schema")]
use super::shapes::*;
use super::{
    Audited, Component, Method, Parameter,
    callers::{AF, AF_OR_ANALYST, AF_OR_FG, ANYONE, BEHEER, FG, KMT, LOGGED_IN, STAFF, TOKEN},
    rest::with_rest,
};
#[cfg(feature = "schema")]
use super::{Body, SchemaOf, body::Document};
use crate::{access::Access, audit::AuditAction, processing::Activity};
#[cfg(feature = "schema")]
use schemars::SchemaGenerator;

with_rest!(endpoints {
    /// A melder sends a report. Needs `Idempotency-Key`: 32 hex digits. During a flood a 429 names a task to compute;
    /// with `Rekenwerk` it is taken. A browser seals it to the key of `GET profiel`, and sends another media type.
    SendReport = Intake Post "/meldingen" 201 "Verstuur een melding",
        "SendReport", ANYONE, Silent, with [Key, Work], refuses [429], takes Draft = bodies::report, gives Receipt;
    /// Whether reports are taken here: asked before somebody fills in a form that nobody would read.
    CheckOpen = Intake Get "/meldingen" 204 "Worden hier meldingen aangenomen?",
        "CheckOpen", ANYONE, Silent;
    /// The holder of a code asks how far the report is.
    AskProgress = Intake Post "/meldingen/opvragen" 200 "Vraag hoe een melding ervoor staat",
        "AskProgress", ANYONE, Silent, refuses [404, 429], takes ProgressQuery = bodies::progress, gives Progress;
    /// The holder of a code answers a question, or adds something (`aanvulling`, with a key of 32 hex digits, once).
    AnswerQuestion = Intake Post "/meldingen/antwoorden" 200 "Beantwoord een vraag over je melding, of vul haar aan",
        "AnswerQuestion", ANYONE, Silent, refuses [404, 409, 429], takes SentAnswer = bodies::answer, gives Progress;
    /// The holder of a code sends a part of a photo, where the profile has photos. Then it comes as an addition.
    SendPhotoPart = Intake Post "/meldingen/fotos" 204 "Stuur een deel van een foto bij je melding",
        "SendPhotoPart", ANYONE, Silent, refuses [404, 409, 429], takes SentPhotoPart = bodies::photo_part;
    /// Log in.
    LogIn = Review Post "/sessies" 201 "Log in",
        "LogIn", ANYONE, Noted(LogIn), refuses [429], takes Credentials = bodies::log_in, gives SessionView;
    /// Redirects to the provider of work accounts (OpenID Connect). For a browser's navigation, not for a script.
    WorkAccountLogIn = Review Get "/sessies/werkaccount" 303 "Ga naar de aanbieder van het werkaccount",
        "WorkAccountLogIn", ANYONE, Silent;
    /// Comes back from the provider. Every answer redirects to a page.
    WorkAccountReturn = Review Get "/sessies/werkaccount/terug" 303 "Kom terug van de aanbieder van het werkaccount",
        "WorkAccountReturn", ANYONE, Noted(WorkAccountLogIn),
        with [Returned("code"), Returned("state"), Returned("iss"), Returned("error")];
    /// Logs in with a password, and links the work account with which this browser came to that account.
    LinkWorkAccount = Review Post "/sessies/werkaccount/koppeling" 201 "Koppel je werkaccount aan je account",
        "LinkWorkAccount", ANYONE, Noted(LinkWorkAccount), refuses [404, 429], takes Credentials = bodies::log_in, gives SessionView;
    /// The account that is logged in.
    Session = Review Get "/sessies/huidige" 200 "Wie ben ik",
        "Session", LOGGED_IN, Silent, gives SessionView;
    /// Log out.
    LogOut = Review Delete "/sessies/huidige" 204 "Log uit",
        "LogOut", LOGGED_IN, Line(LogOut);
    /// The worklist, `?stap=open|afgerond&pagina=1`.
    Cases = Review Get "/dossiers" 200 "De werklijst",
        "Cases", AF, Line(ViewCases), processes ViewList, with [Step, Page], gives CasePage;
    /// A report taken by phone. Needs `Idempotency-Key`.
    AddCase = Review Post "/dossiers" 201 "Leg een melding per telefoon vast",
        "AddCase", AF, Line(AddCase), processes RecordReport, with [Key], takes Draft = bodies::report, gives NewCode;
    /// Reports by phone that were begun and not sent: one's own, and those of whom one stands in for.
    PhoneDrafts = Review Get "/telefoonmeldingen" 200 "Meldingen per telefoon die niet af zijn",
        "PhoneDrafts", AF, Line(ViewPhoneDrafts), processes RecordReport, gives Vec<PhoneDraftView>;
    /// Keeps what was typed in one, or throws it away. Refused when somebody else typed in it meanwhile.
    SavePhoneDraft = Review Post "/telefoonmeldingen" 200 "Bewaar een melding per telefoon die niet af is",
        "SavePhoneDraft", AF, Line(SavePhoneDraft), processes RecordReport, refuses [404, 412],
        takes PhoneDraftChange = bodies::phone_draft, gives PhoneDraftView;
    /// One case, with its revision as ETag.
    Case = Review Get "/dossiers/{id}" 200 "Eén dossier",
        "Case", AF, Line(ViewCase), processes ViewCase, gives CaseDetail;
    /// An act on a case. Needs `If-Match`; a new code needs `Idempotency-Key` too.
    CommandCase = Review Post "/dossiers/{id}/opdrachten" 200 "Geef een opdracht aan een dossier",
        "CommandCase", AF, Line(CommandCase), processes HandleCase, with [Revision, CodeKey],
        takes ActDraft = acts::all, gives CommandDone;
    /// Break-glass: opens a colleague's case with a reason, until the end of the day.
    OpenCase = Review Post "/dossiers/{id}/toegang" 201 "Open het dossier van een collega, met een reden",
        "OpenCase", AF, Line(OpenCase), processes ViewCase, takes OpenReason = bodies::break_glass, gives Opening;
    /// A photo that the melder added.
    Photo = Review Post "/dossiers/{id}/fotos" 200 "Bekijk een foto die de melder toevoegde",
        "Photo", AF, Line(ViewPhoto), processes ViewCase, takes PhotoQuestion = bodies::photo, gives PhotoView;
    /// What is typed during the conversation with the melder, and who gave which answer.
    Conversation = Review Get "/dossiers/{id}/gesprek" 200 "Wat er in het gesprek met de melder is opgeschreven",
        "Conversation", AF, Line(ViewConversation), processes ViewCase, gives ConversationView;
    /// Keeps what was typed during the conversation, field by field: a field that somebody else changed stays.
    SaveConversation = Review Post "/dossiers/{id}/gesprek" 200 "Bewaar wat er in het gesprek wordt opgeschreven",
        "SaveConversation", AF, Line(SaveConversation), processes HandleCase,
        takes ConversationChange = bodies::conversation, gives ConversationView;
    /// What a case says about care and health; without words for whoever has to open it first.
    Care = Review Get "/dossiers/{id}/zorg" 200 "Wat er over zorg en gezondheid is opgeschreven",
        "Care", AF, Line(ViewCare), processes ViewCase, gives CareView;
    /// Adds an entry about care and health. Nothing that stands there is changed.
    AddCare = Review Post "/dossiers/{id}/zorg" 200 "Schrijf iets op over zorg en gezondheid",
        "AddCare", AF, Line(AddCare), processes HandleCase, takes NewCareEntry = bodies::care, gives CareView;
    /// Opens it with a ground and a reason, until the end of the day.
    OpenCare = Review Post "/dossiers/{id}/zorg/toegang" 200 "Open zorg en gezondheid, op een grond en met een reden",
        "OpenCare", AF, Line(OpenCare), processes ViewCase, takes OpenCareReason = bodies::care_opening, gives CareView;
    /// Searches cases that the caller may see, newest first: open ones in full, closed ones by line or exact clue.
    Search = Review Post "/zoeken" 200 "Zoek in de dossiers die je mag zien",
        "Search", AF, Line(Search), processes ViewCase, takes SearchQuestion = bodies::search, gives SearchPage;
    /// Proposals to close many reports at once.
    Together = Review Get "/samen-afsluiten" 200 "Voorstellen om veel meldingen samen af te sluiten",
        "Together", AF, Line(ViewTogether), processes ViewList, gives TogetherPage;
    /// Proposes to close many reports at once, agrees to it, goes on with it, or rejects it.
    CommandTogether = Review Post "/samen-afsluiten" 200 "Stel samen afsluiten voor, ga akkoord of niet",
        "CommandTogether", AF, Line(CommandTogether), processes HandleCase,
        takes TogetherCommand = bodies::together, gives TogetherPage;
    /// The werkoverleg: when, and which cases may have to be discussed.
    Meetings = Review Get "/overleggen" 200 "De werkoverleggen, en wat er te bespreken is",
        "Meetings", AF, Line(ViewMeetings), processes ViewList, gives MeetingsPage;
    /// Plans a werkoverleg, changes or cancels it, or asks to discuss a case.
    CommandMeetings = Review Post "/overleggen" 200 "Plan een werkoverleg, wijzig het, of vraag een dossier te bespreken",
        "CommandMeetings", AF, Line(CommandMeetings), processes ViewList,
        takes MeetingCommand = bodies::meeting, gives MeetingsPage;
    /// One werkoverleg: who is there, and the cases.
    Meeting = Review Get "/overleggen/{id}" 200 "Eén werkoverleg",
        "Meeting", AF, Line(ViewMeeting), processes ViewList, gives MeetingView;
    /// The log of what was done about awareness, and when the yearly update is due.
    Awareness = Review Get "/bewustwording" 200 "Wat er aan bewustwording is gedaan",
        "Awareness", AF, Line(ViewAwareness), gives AwarenessPage;
    /// Adds a line to that log, corrects one, or ends one.
    CommandAwareness = Review Post "/bewustwording" 200 "Leg vast wat er aan bewustwording is gedaan",
        "CommandAwareness", AF, Line(CommandAwareness),
        takes AwarenessCommand = bodies::awareness, gives AwarenessPage;
    /// The figures of the half-years that were published.
    Figures = Review Get "/cijfers" 200 "De cijfers per halfjaar, naar beneden afgerond",
        "Figures", AF_OR_ANALYST, Line(ViewFigures), gives FiguresPage;
    /// One of them, signed by this gemeente, for whoever adds up the figures of a region.
    SignFigures = Review Post "/cijfers" 200 "Haal een halfjaar op met de handtekening van de gemeente",
        "SignFigures", AF_OR_ANALYST, Line(SignFigures), refuses [404],
        takes FiguresQuestion = bodies::figures, gives SignedFigures;
    /// The AFs of this gemeente, to hand a case to.
    Officers = Review Get "/aandachtsfunctionarissen" 200 "De aandachtsfunctionarissen",
        "Officers", AF, Line(ViewOfficers), gives Vec<OfficerView>;
    /// The stand-ins that concern the caller.
    StandIns = Review Get "/waarneming" 200 "Wie neemt voor wie waar",
        "StandIns", AF, Line(ViewStandIns), gives Vec<StandIn>;
    /// Arranges that a colleague stands in for the caller, between two days.
    AddStandIn = Review Post "/waarneming" 201 "Laat een collega voor je waarnemen",
        "AddStandIn", AF, Line(AddStandIn), takes NewStandIn = bodies::standing_in, gives StandIn;
    /// Begins to stand in for a colleague who did not arrange that: with a reason, until a day.
    StartStandIn = Review Post "/waarneming-met-reden" 201 "Neem waar voor een collega die er niet is",
        "StartStandIn", AF, Line(StartStandIn), takes StartStandIn = bodies::starting_to_stand_in, gives StandIn;
    /// Ends a stand-in (waarneming) that one arranged; one that was begun with a reason ends either AF, or the FG.
    EndStandIn = Review Delete "/waarneming/{id}" 204 "Beëindig een waarneming",
        "EndStandIn", AF_OR_FG, Line(EndStandIn);
    /// Hands one's own cases, or those of a colleague who left, over to another AF.
    HandOver = Review Post "/overdracht" 200 "Draag alle dossiers over aan een collega",
        "HandOver", AF, Line(HandOver), processes HandleCase,
        takes HandOverBody = bodies::handing_over, gives HandedOver;
    /// All accounts.
    Accounts = Review Get "/accounts" 200 "Alle accounts",
        "Accounts", BEHEER, Line(ViewAccounts), gives Vec<AccountView>;
    /// A new account.
    AddAccount = Review Post "/accounts" 201 "Maak een account",
        "AddAccount", BEHEER, Line(AddAccount), takes NewAccount = bodies::account, gives AccountDone;
    /// Block, unblock, invite again, withdraw. Needs `If-Match`.
    CommandAccount = Review Post "/accounts/{id}/opdrachten" 200 "Geef een opdracht aan een account",
        "CommandAccount", BEHEER, Line(CommandAccount), with [Revision], takes AccountCommand = bodies::account_command,
        gives AccountDone;
    /// The settings that hold, what was changed, and what waits for a second person.
    Settings = Review Get "/instellingen" 200 "De inrichting en wat eraan veranderd is",
        "Settings", STAFF, Line(ViewSettings), gives SettingsPage;
    /// Changes a part of the settings, takes a change back, or withdraws one. Numbers wait for a second person.
    CommandSettings = Review Post "/instellingen" 200 "Verander de inrichting",
        "CommandSettings", BEHEER, Line(CommandSettings), takes SettingsCommand = bodies::settings, gives SettingsPage;
    /// A second person confirms or refuses a change.
    AnswerSettings = Review Post "/instellingen/antwoord" 200 "Bevestig of weiger een verandering van de inrichting",
        "AnswerSettings", AF_OR_FG, Line(AnswerSettings), takes SettingsAnswer = bodies::settings_answer,
        gives SettingsPage;
    /// Every list of signals that is kept, with its sentences.
    SignalLists = Review Get "/instellingen/lijsten" 200 "De signalenlijsten, ook die van vroeger",
        "SignalLists", STAFF, Line(ViewSettings), gives ListsPage;
    /// Requests for access, and access that was given, for the second person.
    AccessRequests = Review Get "/toegang" 200 "Wie toegang vraagt en kreeg",
        "AccessRequests", AF_OR_FG, Line(ViewAccessRequests), gives AccessPage;
    /// A second person confirms or refuses. Needs `If-Match`.
    CommandAccess = Review Post "/toegang/{id}/opdrachten" 200 "Bevestig of weiger toegang",
        "CommandAccess", AF_OR_FG, Line(CommandAccess), with [Revision],
        takes AccessCommand = bodies::access_command, gives AccountDone;
    /// Shows an invitation, with a new second factor to enrol.
    Invitation = Review Post "/uitnodigingen/bekijken" 200 "Bekijk een uitnodiging",
        "Invitation", ANYONE, Noted(ViewInvitation), refuses [404],
        takes InvitationWord = bodies::invitation, gives InvitationView;
    /// Accepts an invitation: password, second factor, recovery codes.
    AcceptInvitation = Review Post "/uitnodigingen" 201 "Neem een uitnodiging aan",
        "AcceptInvitation", ANYONE, Noted(AcceptInvitation), refuses [404], takes AcceptInvitation = bodies::acceptance,
        gives OwnAccountDone;
    /// Own password and recovery codes.
    OwnAccount = Review Post "/mijn-account/opdrachten" 200 "Geef een opdracht aan je eigen account",
        "OwnAccount", LOGGED_IN, Line(OwnAccount), refuses [429],
        takes OwnAccountCommand = bodies::own_account, gives OwnAccountDone;
    /// Where the caller is logged in.
    OwnSessions = Review Get "/mijn-sessies" 200 "Waar je bent ingelogd",
        "OwnSessions", LOGGED_IN, Line(ViewOwnSessions), gives Vec<OwnSession>;
    /// Ends a session of one's own, or all but this one. Answers what is left.
    EndSessions = Review Post "/mijn-sessies/opdrachten" 200 "Beëindig een sessie van jezelf",
        "EndSessions", LOGGED_IN, Line(EndSessions), refuses [404],
        takes OwnSessionCommand = bodies::own_sessions, gives Vec<OwnSession>;
    /// What the caller is told of by message, and where to.
    OwnMessages = Review Get "/mijn-berichten" 200 "Waarover je bericht krijgt",
        "OwnMessages", AF, Line(ViewMessages), gives OwnMessages;
    /// Chooses that, tries it, makes a new address of the calendar, or ends it.
    ChooseMessages = Review Post "/mijn-berichten" 200 "Kies waarover je bericht krijgt",
        "ChooseMessages", AF, Line(ChooseMessages), takes MessagesCommand = bodies::own_messages, gives OwnMessages;
    /// The calendar of an AF as iCalendar (RFC 5545), by its secret address: the days on which to call, and no more.
    Feed = Review Get "/agenda/{id}" 200 "De agenda van een aandachtsfunctionaris",
        "Feed", ANYONE, Silent;
});
