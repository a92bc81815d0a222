//! A backup that is put back gives nobody access that was taken away since.
use super::*;
use crate::{
    backup::{Made, make, tests::options as backup_options},
    seed::tests::{profiles, seeded},
    stores::{CONFIG, Stores},
};
use desk::{
    Desk,
    account::{self, StoredAccount},
    case::{self, relations},
    login::session,
};
use kit::{Failure, clock, instance::PRACTICE_FACTOR, totp::TotpKey};
use shared::{
    access::{Relation, Role},
    case::{Entry, Event, Exclusion, RightsEvent, Row, notes::rights::Why},
    contract::{AccountCommand, Credentials, InvitationView, InvitationWord, NewStandIn, ProblemKind},
    id::{AccountId, CaseId},
    text::{Line, Login, Prose},
};

/// Everybody's password in practice data.
const PASSWORD: &str = "oefenen met meldroute";

fn account(desk: &Desk, login: &str) -> StoredAccount {
    account::all(desk).unwrap().into_iter().find(|account| account.login.as_str() == login).unwrap()
}

fn log_in(desk: &Desk, login: &str) -> Result<(), Failure> {
    let code = TotpKey::from_bytes(*PRACTICE_FACTOR).code(kit::totp::step(desk.now()));
    let credentials = Credentials { login: Login::parse(login).unwrap(), password: PASSWORD.into(), code };
    session::log_in(desk, &credentials).map(drop)
}

fn command(desk: &Desk, login: &str, command: &AccountCommand, by: &str) -> shared::contract::AccountDone {
    let (account, by) = (account(desk, login), account(desk, by));
    account::command(desk, &account.id, account.revision, command, &by.id).unwrap()
}

fn add(desk: &Desk, id: &CaseId, by: &AccountId, event: Event) {
    let standing = case::load(desk, id).unwrap();
    let entry = Entry { at: clock::now(), by: by.clone(), event };
    assert!(matches!(case::save(desk, &standing, entry).unwrap(), case::Saved::Done(_)));
}

/// What a whole invitation opens.
fn opens(desk: &Desk, word: String) -> Result<InvitationView, Failure> {
    account::invitation::look(desk, &InvitationWord { word, other: None })
}

fn reason() -> Prose {
    Prose::parse("Een verzonnen reden").unwrap()
}

/// What an AF may see of a case.
fn relation(desk: &Desk, who: &AccountId, id: &CaseId) -> Relation {
    let viewer = relations::viewer(desk, who, &account::all(desk).unwrap()).unwrap();
    viewer.relation(&Row::of(&case::load(desk, id).unwrap().value))
}

/// Everything that was taken away after the old backup, in the instance of `desk`.
struct Since {
    held: CaseId,
    excluded: CaseId,
    restricted: CaseId,
    /// An invitation that was open when the backup was made.
    word: String,
}

/// A fifth account with an open invitation and a stand-in, then the backup, then what was taken away since.
fn happen(desk: &Desk, backup: impl FnOnce() -> Made) -> (Made, Since) {
    let [fleur, mo] = ["fleur.voorbeeld", "mo.fictief"].map(|login| account(desk, login).id);
    let new = |login: &str| shared::contract::NewAccount {
        login: Login::parse(login).unwrap(),
        name: Line::parse("Bea Verzonnen").unwrap(),
        role: Role::Administrator,
        function: None,
    };
    let bo = account(desk, "bo.beheer").id;
    let word = account::add(desk, new("bea"), &bo).unwrap().invitation.unwrap().word;
    let today = desk.now().day();
    relations::add(desk, &fleur, &NewStandIn { by: mo.clone(), from: today, until: today }).unwrap();
    let made = backup();
    let rows = case::open_rows(desk).unwrap();
    let [held, excluded, restricted] = [0, 1, 2].map(|at: usize| rows[at].id.clone());
    add(desk, &held, &fleur, Event::Rights(RightsEvent::Held(Why { reason: reason() })));
    add(desk, &excluded, &mo, Event::Excluded(Exclusion { who: fleur.clone(), reason: reason() }));
    add(desk, &restricted, &fleur, Event::Rights(RightsEvent::Restricted(Why { reason: reason() })));
    command(desk, "mo.fictief", &AccountCommand::Block, "bo.beheer");
    let why = Line::parse("Werkt nu ergens anders").unwrap();
    command(desk, "mo.fictief", &AccountCommand::Depart { reason: why }, "bo.beheer");
    let asked = account(desk, "mo.fictief");
    let answer = shared::contract::AccessAnswer::Confirm;
    account::access::answer(desk, &asked.id, asked.revision, answer, &fleur).unwrap();
    command(desk, "bea", &AccountCommand::Withdraw, "bo.beheer");
    (made, Since { held, excluded, restricted, word })
}

#[test]
fn what_was_taken_away_after_the_backup_is_not_given_back() {
    let folder = tempfile::tempdir().unwrap();
    let (stores, seeded) = seeded(folder.path());
    let options = backup_options(folder.path(), &seeded);
    let desk = stores.desk(profiles(), "hengelo", true, clock::now);
    let (old, since) = happen(&desk, || make(profiles(), &options).unwrap());
    let newest = make(profiles(), &options).unwrap();
    for (round, key_backup) in [newest.keys.clone(), folder.path().join("keys.db")].into_iter().enumerate() {
        let to = folder.path().join(format!("terug-{round}"));
        let two_hands = TwoHands { af: Some("fleur.voorbeeld".into()), fg: Some("faye.gegevens".into()) };
        let keys = options.instance.keys.clone();
        let content = old.content.clone();
        let done =
            restore(profiles(), &Options { content, key_backup, to: to.clone(), keys, two_hands, gemeente: None })
                .unwrap();
        assert_eq!(done.findings, Vec::<String>::new());
        assert_eq!((done.guarded.len(), done.recalled.closed.len(), done.recalled.invited.len()), (3, 1, 2));
        let again = Stores::open(&to.join(CONFIG), options.instance.keys.read().unwrap()).unwrap();
        let desk = again.desk(profiles(), "hengelo", true, clock::now);
        look(&desk, &since);
        let words = done.recalled.invited.iter().map(|one| one.invitation.as_ref().unwrap().word.clone());
        assert!(words.map(|word| opens(&desk, word)).all(|seen| seen.is_ok()), "the two get in");
        assert_eq!(crate::check::inspect(&again, &desk).unwrap().findings, Vec::<String>::new());
    }
}

fn look(desk: &Desk, since: &Since) {
    for login in ["mo.fictief", "fleur.voorbeeld", "faye.gegevens"] {
        assert!(log_in(desk, login).is_err(), "{login} logs in with what the backup held");
    }
    log_in(desk, "bo.beheer").unwrap();
    let mo = account(desk, "mo.fictief");
    assert!(mo.is_blocked() && mo.view().left.is_some(), "who left has left");
    let fleur = account(desk, "fleur.voorbeeld").id;
    assert_eq!(relation(desk, &fleur, &since.excluded), Relation::Excluded);
    let case = |id: &CaseId| case::load(desk, id).unwrap().value;
    assert!(case(&since.held).rights().hold().is_some(), "the hold stands");
    assert!(case(&since.restricted).rights().is_restricted());
    assert!(relations::mine(desk, &fleur).unwrap().is_empty(), "nobody stands in for anybody");
    let open = opens(desk, since.word.clone()).map(drop);
    assert_eq!(open.err().and_then(|failure| failure.problem().parsed_kind()), Some(ProblemKind::NotFound));
}

#[test]
fn without_names_everybody_waits_and_the_server_can_let_the_first_in() {
    let folder = tempfile::tempdir().unwrap();
    let (stores, seeded) = seeded(folder.path());
    let options = backup_options(folder.path(), &seeded);
    let made = make(profiles(), &options).unwrap();
    let to = folder.path().join("terug");
    let restored = |two_hands: TwoHands| {
        let (content, key_backup, keys) = (made.content.clone(), made.keys.clone(), options.instance.keys.clone());
        restore(profiles(), &Options { content, key_backup, to: to.clone(), keys, two_hands, gemeente: None })
    };
    let wrong = TwoHands { af: Some("bo.beheer".into()), fg: Some("faye.gegevens".into()) };
    assert!(restored(wrong).err().unwrap().to_string().contains("van een AF"));
    assert!(!to.exists(), "nothing is left behind");
    let done = restored(TwoHands::default()).unwrap();
    assert_eq!((done.recalled.waiting.len(), done.recalled.invited.len(), done.recalled.out.len()), (3, 0, 0));
    let again = Stores::open(&to.join(CONFIG), options.instance.keys.read().unwrap()).unwrap();
    let desk = again.desk(profiles(), "hengelo", true, clock::now);
    for login in ["fleur.voorbeeld", "faye.gegevens"] {
        let done = account::access::invite_on_server(&desk, &Login::parse(login).unwrap()).unwrap();
        assert!(opens(&desk, done.invitation.unwrap().word).is_ok());
    }
    // the third waits for one of them
    let (fleur, mo) = (account(&desk, "fleur.voorbeeld").id, account(&desk, "mo.fictief"));
    let page = account::access::page(&desk, &fleur).unwrap();
    assert_eq!(page.requests.iter().map(|one| (&one.id, one.may_answer)).collect::<Vec<_>>(), [(&mo.id, true)]);
    drop(stores);
}
