//! The end of a work account: the claim is gone, or a beheerder blocks it; and the commands that a beheerder does not
//! have on it.
use crate::{browser::Arrival, linking::link, place::World, provider::Provider, signing::How};
use e2e::{Client, accept, words};
use serde_json::{Value, json};
use shared::contract::{Endpoint, ProblemKind, WorkAccountRefusal as No};

struct Scene {
    provider: Provider,
    world: World,
}

impl Scene {
    fn new() -> Self {
        let provider = Provider::start();
        let world = World::with(&provider.issuer, &[]);
        Self { provider, world }
    }

    fn try_in(&self, who: &str, roles: &Value) -> Arrival {
        let browser = self.world.leave();
        let code = self.provider.grant(&browser, &json!({ "sub": who, "roles": roles }), How::By("e-1"));
        browser.back(&browser.answer(&code))
    }

    fn log_in(&self, who: &str, role: &str) -> Client {
        self.world.let_in(|| self.try_in(who, &json!(role)))
    }
}

fn dead(client: &Client) {
    client.to(Endpoint::Session).send().problem(ProblemKind::NotLoggedIn);
}

fn id(client: &Client) -> String {
    let who = client.to(Endpoint::Session).send().good(Endpoint::Session);
    who["id"].as_str().expect("an id").to_owned()
}

#[test]
fn without_the_claim_the_sessions_are_over_and_another_role_is_another_session() {
    let scene = Scene::new();
    let (first, other) = (scene.log_in("een", "meldroute-af"), scene.log_in("twee", "meldroute-af"));
    let account = id(&first);
    assert_eq!(scene.try_in("een", &json!([])), Arrival::Refused(No::NoRole));
    dead(&first);
    id(&other);
    let fg = scene.log_in("een", "meldroute-fg");
    assert_eq!(id(&fg), account);
    fg.to(Endpoint::Cases).send().problem(ProblemKind::Forbidden);
    let af = scene.log_in("een", "meldroute-af");
    dead(&fg);
    af.to(Endpoint::Cases).send().good(Endpoint::Cases);
    let watcher = scene.log_in("drie", "meldroute-fg");
    let page = watcher.to(Endpoint::Audit).send().good(Endpoint::Audit);
    let lines = page["regels"].as_array().expect("lines");
    let refused = |line: &&Value| line["wat"] == "WorkAccountReturn" && line["afloop"] == "geweigerd";
    let refused = lines.iter().filter(refused).filter(|line| line["wie"] == account.as_str()).count();
    // once without a role, and once for each of the three roles that a second person had to confirm
    assert_eq!(refused, 4, "{page}");
}

#[test]
fn a_beheerder_can_end_it_and_can_make_nothing_else_of_it() {
    let scene = Scene::new();
    let (af, second) = (scene.log_in("een", "meldroute-af"), scene.log_in("twee", "meldroute-af"));
    let bo = scene.log_in("bo", "meldroute-beheer");
    bo.to(Endpoint::Cases).send().problem(ProblemKind::Forbidden);
    let account = id(&af);
    let ask = |tag: &str, what: &str| {
        let ask = bo.to_one(Endpoint::CommandAccount, &account).if_match(tag);
        ask.json(&words::plain(what)).send()
    };
    ask("\"2\"", "uitnodigen").problem(ProblemKind::Exists);
    ask("\"2\"", "blokkeren").good(Endpoint::CommandAccount);
    dead(&af);
    assert_eq!(scene.try_in("een", &json!("meldroute-af")), Arrival::Refused(No::Blocked));
    ask("\"3\"", "vrijgeven").good(Endpoint::CommandAccount);
    dead(&af);
    // a role that sees content takes a second person
    assert_eq!(scene.try_in("een", &json!("meldroute-af")), Arrival::Refused(No::Blocked));
    let confirm = second.to_one(Endpoint::CommandAccess, &account).if_match("\"4\"");
    confirm.json(&words::plain("bevestigen")).send().good(Endpoint::CommandAccess);
    id(&scene.log_in("een", "meldroute-af"));
    // not by its log-in name either
    let accounts = bo.to(Endpoint::Accounts).send().good(Endpoint::Accounts);
    let own = accounts.as_array().expect("accounts").iter().find(|one| one["id"] == account.as_str());
    let login = own.expect("it stands there")["inlognaam"].as_str().expect("a name").to_owned();
    let tried = scene.world.host.client().try_log_in(&login, "een lange verzonnen zin");
    tried.problem(ProblemKind::WrongCredentials);
}

/// The gemeente can do without passwords altogether.
#[test]
fn without_local_accounts_no_password_is_checked() {
    let provider = Provider::start();
    let world = World::with(&provider.issuer, &[("local_accounts", "nee")]);
    let tried = world.host.client().try_log_in("fleur.voorbeeld", "een lange verzonnen zin");
    tried.problem(ProblemKind::Forbidden);
    let instance = world.host.client().to(Endpoint::Instance).send().good(Endpoint::Instance);
    assert_eq!(instance["inloggen"], json!({ "wachtwoord": false, "werkaccount": true }));
    let scene = Scene { provider, world };
    // the FG of the set-up shows once which account the work account belongs to; after that the FG is a second person
    let made = scene.world.made.as_array().expect("accounts");
    let faye = made.iter().find(|done| done["account"]["rol"] == "fg").expect("an FG");
    accept(&scene.world.host.client(), faye);
    let Arrival::New(ticket) = scene.try_in("faye", &json!("meldroute-fg")) else { panic!("nobody is known yet") };
    let linked = link(&scene.world, &ticket, "faye.gegevens");
    linked.good(Endpoint::LinkWorkAccount);
    let fg = scene.log_in("faye", "meldroute-fg");
    assert_eq!(id(&fg), faye["account"]["id"]);
    assert!(matches!(scene.try_in("een", &json!("meldroute-af")), Arrival::New(_)));
    scene.world.confirm_all(&fg);
    scene.log_in("een", "meldroute-af").to(Endpoint::Cases).send().good(Endpoint::Cases);
}
