use super::{CaseMeeting, Delivery, JoinedReport, KmtView, LeadCase, LogInMeans, PhoneDraftLine};
use crate::{
    access::{Cover, OfficerView, Relation, Role},
    audit::Unreadable,
    case::{ActKind, Entry, OpenReview, Pending, ReducedRow, RowView, Step, clue::SharedClue, notes},
    flood::Flood,
    id::{AccountId, CaseId, CaseNumber, FunctionId, Revision},
    indicators::Indicator,
    moment::{Day, Moment},
    report::{Channel, Report},
    sharing::Sharing,
    text::{Line, Login},
};
use serde::{Deserialize, Serialize};

view!(
    /// Answer to `GET sessies/huidige` and `POST sessies`.
    SessionView {
        /// Own account.
        id: AccountId,
        /// Own name.
        #[serde(rename = "naam")]
        name: Line,
        /// Own role.
        #[serde(rename = "rol")]
        role: Role,
        /// When this session ends, whatever one does.
        #[serde(rename = "eindigtOp")]
        ends: Moment,
    }
);
view!(
    /// Answer to `GET dossiers`.
    CasePage {
        /// The lines: open ones in the order of what needs doing first, closed ones newest first.
        #[serde(rename = "dossiers")]
        rows: Vec<RowView>,
        /// Cases of colleagues, without anything of their content: in the same order.
        #[serde(rename = "vanCollegas")]
        others: Vec<ReducedRow>,
        /// The day it is at the server.
        #[serde(rename = "vandaag")]
        today: Day,
        /// How many open ones nobody has touched, of those one may see.
        #[serde(rename = "nieuw")]
        fresh: usize,
        /// How many open ones there are of those one may see.
        #[serde(rename = "open")]
        open: usize,
        /// The page after this one, if there is more.
        #[serde(rename = "volgendePagina")]
        next_page: Option<u32>,
        /// How many closed ones are due to be destroyed, as due work last counted them.
        #[serde(rename = "teVernietigen")]
        due: usize,
        /// Names of the AFs in the lines.
        #[serde(rename = "aandachtsfunctionarissen")]
        officers: Vec<OfficerView>,
        /// What is stored and cannot be read.
        #[serde(rename = "onleesbaar", default, skip_serializing_if = "Vec::is_empty")]
        unreadable: Vec<Unreadable>,
        /// Whether more reports come in than usual.
        #[serde(rename = "drukte", default, skip_serializing_if = "Option::is_none")]
        flood: Option<Flood>,
        /// How many proposals to close many at once the caller may agree to now.
        #[serde(rename = "samenAfsluiten", default)]
        together: usize,
        /// How the caller's own messages go; none without an address.
        #[serde(rename = "berichten", default, skip_serializing_if = "Option::is_none")]
        messages: Option<Delivery>,
        /// In how many cases of the caller something is to be looked at again, today or earlier.
        #[serde(rename = "terugkomdagen", default)]
        reviews: usize,
        /// Closed cases of the caller to which the melder added something, until somebody does something with it.
        #[serde(rename = "aanvullingen", default, skip_serializing_if = "Vec::is_empty")]
        late: Vec<OpenReview>,
        /// Until when the caller looked the time before; none for somebody's first time.
        #[serde(rename = "vorigeKeer", default, skip_serializing_if = "Option::is_none")]
        before: Option<Moment>,
        /// Colleagues who began to stand in for the caller, with a reason: those of now, and those since the time
        /// before.
        #[serde(rename = "waargenomen", default, skip_serializing_if = "Vec::is_empty")]
        covers: Vec<Cover>,
        /// Reports by phone that were begun and not sent: the caller's own, and those of whom the caller stands in for.
        #[serde(rename = "nietAf", default, skip_serializing_if = "Vec::is_empty")]
        unfinished: Vec<PhoneDraftLine>,
        /// The day on which the yearly update about mensenhandel is due, once that is near.
        #[serde(rename = "jaarlijkseUpdate", default, skip_serializing_if = "Option::is_none")]
        update: Option<Day>,
    }
);
view!(
    /// Answer to `GET dossiers/{id}`.
    CaseDetail {
        /// The case's id.
        id: CaseId,
        /// Its number.
        #[serde(rename = "nummer")]
        number: CaseNumber,
        /// Its revision, as in the ETag.
        #[serde(rename = "revisie")]
        revision: Revision,
        /// When it came in.
        #[serde(rename = "ontvangen")]
        received: Moment,
        /// The promise.
        #[serde(rename = "contactUiterlijk")]
        contact_by: Day,
        /// How it came in.
        #[serde(rename = "kanaal")]
        channel: Channel,
        /// The melder's words.
        #[serde(rename = "melding")]
        report: Report,
        /// The ticked signals as they stood on the list of the report; those of a list that is gone are not in it.
        #[serde(rename = "signalen", default)]
        signals: Vec<Indicator>,
        /// Its step.
        #[serde(rename = "stap")]
        step: Step,
        /// The line of the worklist: the next action, and how urgent it is.
        #[serde(rename = "regel")]
        row: RowView,
        /// The AF it is assigned to.
        #[serde(rename = "toegewezenAan")]
        assigned: Option<AccountId>,
        /// The latest word on Veilig Thuis.
        #[serde(rename = "veiligThuis")]
        vtt: Option<notes::VttNote>,
        /// Whether something is still to be done about Veilig Thuis.
        #[serde(rename = "veiligThuisOpen")]
        vtt_open: bool,
        /// The acts that the caller can do now: the buttons.
        #[serde(rename = "opdrachten")]
        commands: Vec<ActKind>,
        /// The possible acts outside the route: retention, corrections, requests.
        #[serde(rename = "rechten")]
        rights: Vec<ActKind>,
        /// The acts that somebody else proposed and that the caller can agree to now.
        #[serde(rename = "voorstellen")]
        proposals: Vec<ActKind>,
        /// What the caller is asked to agree to, with its content, also while something else comes first.
        #[serde(rename = "gevraagd", default)]
        asked: Vec<Pending>,
        /// What the caller proposed and a second person has not answered.
        #[serde(rename = "eigenVoorstellen", default)]
        own: Vec<Pending>,
        /// The timeline, oldest first.
        #[serde(rename = "tijdlijn")]
        timeline: Vec<Entry>,
        /// Names of all AFs that occur.
        #[serde(rename = "aandachtsfunctionarissen")]
        officers: Vec<OfficerView>,
        /// The day it is at the server.
        #[serde(rename = "vandaag")]
        today: Day,
        /// Why the caller may see it.
        #[serde(rename = "relatie")]
        relation: Relation,
        /// AFs who may not know of it: to those nothing may be said.
        #[serde(rename = "uitgesloten")]
        excluded: Vec<AccountId>,
        /// The last werkoverleg in which it is or was discussed.
        #[serde(rename = "werkoverleg", default, skip_serializing_if = "Option::is_none")]
        meeting: Option<CaseMeeting>,
        /// Whether an AF asks to discuss it in the next one.
        #[serde(rename = "besprekenGevraagd", default)]
        asked_to_discuss: bool,
        /// What the melder answered to questions, in the melder's own words.
        #[serde(rename = "antwoorden", default, skip_serializing_if = "Vec::is_empty")]
        answers: Vec<notes::ReporterAnswer>,
        /// The questions to KMT without names, and what came of each.
        #[serde(rename = "adviesvragen", default, skip_serializing_if = "Vec::is_empty")]
        kmt: Vec<KmtView>,
        /// Advisers of KMT with an account, who can be asked.
        #[serde(rename = "adviseurs", default, skip_serializing_if = "Vec::is_empty")]
        advisers: Vec<OfficerView>,
        /// The lead case that it goes on under; none that the caller may not know of.
        #[serde(rename = "hoortBij", default, skip_serializing_if = "Option::is_none")]
        lead: Option<LeadCase>,
        /// The reports that go on under it; none that the caller may not know of.
        #[serde(rename = "samengevoegd", default, skip_serializing_if = "Vec::is_empty")]
        joined: Vec<JoinedReport>,
        /// In the investigation, where the profile turns it on: other open cases with the same address, telephone
        /// number or number plate, of those that the caller may see. No score, and nothing about a person.
        #[serde(rename = "zelfdeIn", default, skip_serializing_if = "Vec::is_empty")]
        alike: Vec<SharedClue>,
        /// What of a case may go where in this gemeente.
        #[serde(rename = "delen")]
        sharing: Sharing,
    }
);
view!(
    /// A line of `GET accounts`.
    AccountView {
        /// The account's id.
        id: AccountId,
        /// Its revision.
        #[serde(rename = "revisie")]
        revision: Revision,
        /// Log-in name.
        #[serde(rename = "inlognaam")]
        login: Login,
        /// Name.
        #[serde(rename = "naam")]
        name: Line,
        /// Role.
        #[serde(rename = "rol")]
        role: Role,
        /// Cannot log in.
        #[serde(rename = "geblokkeerd")]
        blocked: bool,
        /// There is a way to log in that was accepted or confirmed.
        #[serde(rename = "ingericht")]
        enrolled: bool,
        /// The ways to log in that there are. A work account is also among them while it waits for a second person.
        #[serde(rename = "inlogmiddelen")]
        means: Vec<LogInMeans>,
        /// Access was asked for then and waits for a second person.
        #[serde(rename = "gevraagdOp")]
        asked: Option<Moment>,
        /// An invitation can be accepted until then.
        #[serde(rename = "uitgenodigdTot")]
        invited_until: Option<Moment>,
        /// Its holder left for good, which a second person confirmed then.
        #[serde(rename = "vertrokkenOp", default, skip_serializing_if = "Option::is_none")]
        left: Option<Moment>,
        /// An AF's function.
        #[serde(rename = "functie", default, skip_serializing_if = "Option::is_none")]
        function: Option<FunctionId>,
    }
);
