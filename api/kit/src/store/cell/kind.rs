//! The kinds of stored value: one row for each.
//!
//! A kind's byte is part of the associated data of a sealed value, so a byte once used is never changed and never given
//! to another kind. The name is the prefix of the key in the store. The text is for the log alone: changing it changes
//! nothing that is stored.
use super::{
    Area, Backup, CaseRecords, Cases, Cell, Keys, Layout, Pointers, Reports, Sealing, Statuses, StoreName, rows::kinds,
};
use shared::id::CaseId;
use std::borrow::Cow;

kinds! {
    /// How many reports arrived.
    Arrivals 1 Pointers "arrivals" Counter ARRIVALS "arrival counter";
    /// Which report arrived under this number.
    Arrival 2 Pointers "arrival" Number arrival "arrival";
    /// A flag that this store belongs to a practice instance.
    Practice 3 Pointers "practice" Alone practice "practice mark";
    /// A flag that reports are accepted from now on.
    Opened 4 Pointers "opened" Alone opened "opening mark";
    /// The secret of the rate limit on receipt codes.
    LimitSecret 5 Pointers "limit-secret" Alone limit_secret "secret of a rate limit";
    /// Tries of receipt codes, in one bucket.
    CodeTries 6 Pointers "limit:code" Number code_tries "count of tries";
    /// The days on which the rate limit on receipt codes was reached, and how often.
    CodeLimited 7 Pointers "limit-code-brake" Alone code_limited "count of refused codes";
    /// A report that was not taken in yet.
    Report 8 Reports "report" Case report "report";
    /// The status for the holder of a receipt code. The key that seals it cannot be derived from this name.
    Status 9 Statuses "status" Hex(32) status "status";

    /// A part of a photo that the device sealed, by the photo's key and the number of the part.
    PhotoPart 88 Reports "photo-part" Hex(34) photo_part "part of a photo";
    /// Which photos came in part or whole and are in no case yet.
    PhotosWaiting 89 Pointers "photos-waiting" Alone photos_waiting "list of photos that wait";
    /// How many reports had come by some moments of the last hour.
    Pace 55 Pointers "pace" Alone pace "pace of arrivals";
    /// The number of turns taken to write the report of a status that is not there yet.
    Turn 42 Pointers "turn" Tally(32) turns "count of turns";

    /// The progress of taking in.
    TakeIn 10 Cases "take-in" Alone take_in "take-in record";
    /// The last case number issued.
    Numbers 11 Cases "numbers" Counter NUMBERS "case number counter";
    /// When one AF looked at the worklist, to show what changed since then.
    Visit 67 Cases "visit" Hex(32) visit "mark of a visit";
    /// Which blocks of chunks of lines hold open cases.
    Open 12 Cases "open" Alone open "open index";
    /// Which chunks of one block hold open cases.
    OpenBlock 79 Cases "open-block" Number open_block "block of the open index";
    /// The worklist's lines of consecutive case numbers.
    Lines 49 CaseRecords "lines" Number lines "chunk of lines";
    /// The same as it was before lines had a key of their own. It is moved there when it is met.
    Rows 13 Cases "rows" Number rows "row chunk";
    /// The cases whose numbers are in one chunk, from which the chunk's lines can be made again.
    Ids 47 Cases "ids" Number ids "id list";
    /// All accounts.
    Accounts 14 Cases "accounts" Alone accounts "account list";
    /// Credentials, under a random name.
    Credential 15 Cases "credential" Hex(32) credential "credential";
    /// A session, by the hash of its token.
    Session 16 Cases "session" Hex(64) session "session";
    /// The open sessions of one account.
    Sessions 53 Cases "sessions" Hex(32) sessions "session list";
    /// Stand-ins, hand-overs, and cases opened by break-glass.
    Relations 17 Cases "relations" Alone relations "relations record";
    /// The instance's root secrets. It opens with the right key only.
    KeyCheck 18 Cases "key-check" Alone key_check "key check";
    /// Which backups were put back, and which cases had ended by then.
    Restored 19 Cases "restored" Alone restored "restore record";
    /// The last number given to an audit line.
    AuditNumbers 20 Cases "audit-numbers" Counter AUDIT_NUMBERS "audit counter";
    /// An audit line.
    AuditLine 21 Cases "audit" Number audit "audit line";
    /// How far the audit's chain is.
    AuditSeal 22 Cases "audit-seal" Alone audit_seal "audit seal";
    /// The head of the audit's chain after a thousand lines, and the certificate of their destruction.
    AuditCheckpoint 62 Cases "audit-checkpoint" Number audit_checkpoint "audit checkpoint";
    /// How far the audit was looked at, and what was wrong.
    AuditChecked 63 Cases "audit-checked" Alone audit_checked "record of audit checks";
    /// Where the kept lines of the audit begin.
    AuditBegin 64 Cases "audit-begin" Alone audit_begin "beginning of the audit";
    /// Where the kept lines of the processing record begin.
    ProcessingBegin 65 Cases "processing-begin" Alone processing_begin "beginning of the processing record";
    /// Refusals that were counted and not reported yet.
    Denied 23 Cases "denied" Number denied "count of refusals";
    /// When refusals were last reported in audit lines.
    DeniedTold 24 Cases "denied-told" Alone denied_told "time of reported refusals";
    /// The last number given to a line of the processing record.
    ProcessingNumbers 25 Cases "processing-numbers" Counter PROCESSING_NUMBERS "processing counter";
    /// A line of the processing record.
    Processing 26 Cases "processing" Number processing "processing line";
    /// The progress of the search for due cases.
    Retention 27 Cases "retention" Alone retention "retention record";
    /// How many cases are due, as last counted.
    RetentionCounts 28 Cases "retention-counts" Alone retention_counts "retention counts";
    /// Proposals to destroy a case, and how many declarations were given.
    Destructions 29 Cases "destructions" Alone destructions "destruction register";
    /// How many turns were taken to begin with an empty store.
    Founding 43 Cases "founding" Counter FOUNDING "count of turns";
    /// How many turns were taken to make the first accounts.
    SettingUp 44 Cases "setting-up" Counter SETTING_UP "count of turns";
    /// A declaration of destruction.
    Certificate 30 Cases "certificate" Number certificate "declaration of destruction";
    /// That a case number belonged to a case that was destroyed: its id and the day, and nothing of its content.
    Destroyed 70 Cases "destroyed" Number destroyed_case "mark of a destroyed case";
    /// Data subjects' requests that are not decided yet.
    Requests 31 Cases "requests" Alone requests "request list";
    /// The links to questions to KMT that are open.
    KmtLinks 93 Cases "kmt-links" Alone kmt_links "list of links to KMT";
    /// Cached data of the provider of work accounts; it can be fetched again.
    OidcProvider 32 Cases "oidc-provider" Alone oidc_provider "provider record";
    /// Until when the provider of work accounts is not asked, because it did not answer.
    OidcPause 33 Cases "oidc-pause" Alone oidc_pause "provider pause";
    /// Log-ins with a work account that were used, by the first two hex digits of their id.
    OidcUsed 34 Cases "oidc-used" Hex(2) oidc_used "list of used log-ins";
    /// How many turns were taken to begin such a list.
    OidcTurn 45 Cases "oidc-turn" Tally(2) oidc_turns "count of turns";
    /// Tries to log in from a browser in which somebody logged in before, in one bucket.
    KnownTries 35 Cases "limit:known" Number known_tries "count of tries";
    /// Tries to log in with one name from any other browser, in one bucket.
    LogInTries 36 Cases "limit:login" Number log_in_tries "count of tries";
    /// Tries to log in from one network, in one bucket.
    NetTries 52 Cases "limit:net" Number net_tries "count of tries";

    /// What was told to an outside address by earlier versions. It is deleted when it is met.
    Told 50 Cases "told" Alone told "record of messages";
    /// The messages that are to be sent, and how each goes.
    Outbox 51 Cases "outbox" Alone outbox "outbox";
    /// What was told already of the cases whose numbers are in one chunk.
    Noticed 56 Cases "noticed" Number noticed "list of notices";
    /// What each AF wants to be told of, and where to.
    Wishes 57 Cases "wishes" Alone wishes "list of wishes";

    /// A case.
    Case 37 CaseRecords "case" Case case "case";
    /// What is typed during the conversation with the melder, before it is part of the case.
    Conversation 73 CaseRecords "conversation" Case conversation "conversation";
    /// What a case says about care and health.
    Care 66 CaseRecords "care" Case care "record of care and health";
    /// What went to receivers of the decision, as it went.
    Packs 91 CaseRecords "packs" Case packs "record of what went to receivers";
    /// How many turns were taken to begin with one.
    PacksTurn 92 Cases "packs-turn" Tally(32) packs_turns "count of turns";
    /// A part of a photo, by the case's id, the number of the photo and the number of the part.
    Photo 90 CaseRecords "photo" Hex(36) photo "photo";
    /// How many turns were taken to begin with one.
    CareTurn 78 Cases "care-turn" Tally(32) care_turns "count of turns";
    /// The keyed hashes of one bucket of clues: in which cases of one shelf a name, address, number or plate stands.
    Clues 68 CaseRecords "clues" Hex(3) clues "bucket of clues";
    /// How many turns were taken to begin with one.
    ClueTurn 77 Cases "clues-turn" Tally(3) clue_turns "count of turns";
    /// How many turns were taken to begin with one.
    ConversationTurn 74 Cases "conversation-turn" Tally(32) conversation_turns "count of turns";
    /// The key of one case.
    CaseKey 38 Keys "case-key" Case case_key "case key";
    /// The key of one chunk of lines. A case that is destroyed leaves its chunk under a new one.
    LineKey 48 Keys "line-key" Number line_key "key of lines";
    /// The key of one bucket of clues. A case that is destroyed leaves its buckets under new ones.
    ClueKey 69 Keys "clues-key" Hex(3) clue_key "key of clues";
    /// Who may not know of a case, and whether it is held or restricted: as new as the keys are.
    Guard 60 Keys "guard" Case guard "guard of a case";
    /// Whether an account is closed: as new as the keys are.
    Closure 61 Keys "shut" Hex(32) closure "closing mark of an account";

    /// The key of a backup.
    BackupKey 39 Backup "backup-key" Hex(64) backup_key "key of a backup";
    /// A part of a backup that is not its last.
    BackupPart 40 Backup "backup-part" Number backup_part "part of a backup";
    /// The last part of a backup.
    BackupEnd 41 Backup "backup-end" Number backup_end "end of a backup";
    /// Exclusions by one AF that wait for a second person.
    Exclusions 46 Cases "exclusions" Alone exclusions "exclusion list";
    /// The werkoverleggen, and which cases an AF asked to discuss: numbers, days and accounts.
    Meetings 58 Cases "meetings" Alone meetings "list of meetings";
    /// Days on which something is looked at again.
    Reviews 71 Cases "reviews" Alone reviews "list of days that come back";
    /// Which reports go on under which lead case.
    Joined 59 Cases "joined" Alone joined "list of joined reports";
    /// What was changed on screen in the settings, and what waits for a second person.
    Settings 72 Cases "settings" Alone settings "history of settings";
    /// How many turns were taken to begin with that.
    SettingsTurn 76 Cases "settings-turn" Counter SETTINGS_TURN "count of turns";
    /// The changed settings as everybody may see them.
    ShownSettings 75 Pointers "settings-shown" Alone shown_settings "copy of the settings";
    /// A list of signals that was read in on screen, by the hash of what it says.
    List 83 Cases "list" Hex(64) list "list of signals";
    /// The list in use, if it was read in on screen, as everybody may see it.
    ShownList 84 Pointers "list-shown" Alone shown_list "copy of the list of signals";
    /// A report by phone that one AF began and did not send.
    PhoneDraft 80 Cases "phone-draft" Hex(32) phone_draft "report by phone that is not finished";
    /// How many turns were taken to begin with one.
    PhoneDraftTurn 81 Cases "phone-draft-turn" Tally(32) phone_draft_turns "count of turns";
    /// What was done about awareness: days, teams and numbers.
    Awareness 85 Cases "awareness" Alone awareness "log of awareness";
    /// How many turns were taken to begin with that.
    AwarenessTurn 86 Cases "awareness-turn" Counter AWARENESS_TURN "count of turns";
    /// How far a half-year was counted for the figures, and what was counted of it so far.
    Counting 94 Cases "counting" Alone counting "count of figures";
    /// How many turns were taken to begin with that.
    CountingTurn 95 Cases "counting-turn" Counter COUNTING_TURN "count of turns";
    /// The figures of one half-year, as published.
    Figures 96 Cases "figures" Number figures "figures";
    /// Proposals to close many reports at once, and how far each is.
    Together 54 Cases "together" Alone together "list of proposals to close together";
}

impl Kind {
    /// The byte that a sealed value of this kind is bound to.
    #[must_use]
    pub const fn byte(self) -> u8 {
        self as u8
    }

    /// The kind of value that this key of a store is for; `None` for a key that Meldroute does not write.
    #[must_use]
    pub fn of(store: StoreName, key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.store() == store && kind.has(key))
    }

    /// The id or number with which a key of this kind ends.
    #[must_use]
    pub fn end_of(self, key: &str) -> Option<&str> {
        if self.has(key) { key.strip_prefix(self.name())?.strip_prefix(':') } else { None }
    }

    /// Whether a key is one of this kind's.
    pub(super) fn has(self, key: &str) -> bool {
        key.strip_prefix(self.name()).is_some_and(|rest| self.layout().takes(rest))
    }

    /// Whether the value is a counter: the store adds to it, and it is never sealed.
    #[must_use]
    pub fn is_counter(self) -> bool {
        self.layout().is_counter()
    }
}
