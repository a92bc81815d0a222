//! One human with a password and a work account is one person: nobody agrees with themselves, and who is excluded is
//! excluded however they log in.
use crate::{browser::Arrival, place::World, provider::Provider, signing::How};
use e2e::{Answer, Client, Dossier, PASSWORD, sent, words};
use serde_json::{Value, json};
use shared::{
    case::Refusal,
    contract::{Credentials, Endpoint, ProblemKind, WorkAccountRefusal as No},
    sharing::ReferralTarget,
    text::Login,
};

/// Logs in with a password, in the browser that came with a new work account.
pub fn link(world: &World, ticket: &str, login: &str) -> Answer {
    let client = world.host.client().with_cookie(ticket);
    let (code, _turn) = client.keyring().unused(login);
    let login = Login::parse(login).expect("a log-in name");
    let credentials = Credentials { login, password: PASSWORD.into(), code };
    client.to(Endpoint::LinkWorkAccount).json(&credentials).send()
}

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

    /// Somebody comes with their work account.
    fn come(&self, who: &str, role: &str) -> Arrival {
        let browser = self.world.leave();
        let claims = json!({ "sub": who, "roles": role, "name": "Fleur Voorbeeld" });
        let code = self.provider.grant(&browser, &claims, How::By("e-1"));
        browser.back(&browser.answer(&code))
    }

    fn new_here(&self, who: &str, role: &str) -> String {
        match self.come(who, role) {
            Arrival::New(ticket) => ticket,
            other @ (Arrival::In(_) | Arrival::Refused(_)) => panic!("{other:?}"),
        }
    }

    /// Fleur's work account, linked to her account.
    fn fleur_at_work(&self) -> Client {
        let ticket = self.new_here("fleur", "meldroute-af");
        // the people of the set-up have to be there first
        let _people = self.world.people();
        link(&self.world, &ticket, "fleur.voorbeeld").good(Endpoint::LinkWorkAccount);
        self.world.host.client().with_cookie(&self.come("fleur", "meldroute-af").cookie())
    }
}

fn id(client: &Client) -> Value {
    client.to(Endpoint::Session).send().good(Endpoint::Session)["id"].clone()
}

#[test]
fn nobody_agrees_with_themselves_through_a_work_account() {
    let scene = Scene::new();
    let fleur = &scene.world.people().fleur;
    let at_work = scene.fleur_at_work();
    assert_eq!(id(&at_work), id(fleur));
    let today = words::today(fleur);
    let _code = sent(&scene.world.host.client(), &words::draft());
    let mut case = Dossier::newest(fleur);
    for act in [words::attempt(), words::contact(), words::form(), words::investigate(&today), words::kmt_check(&today)]
    {
        case.command(fleur, &act);
    }
    case.command(fleur, &words::to_decision());
    let mut decision = words::decide(&today);
    words::send_to(&mut decision["inhoud"]["vervolgstappen"][1], ReferralTarget::Police);
    case.command(fleur, &decision);
    case.look(&at_work);
    let alone = case.ask(&at_work, &words::plain("akkoord")).problem(ProblemKind::Refused);
    assert_eq!(alone.refusal(), Some(Refusal::OtherOfficerNeeded));
}

#[test]
fn who_is_excluded_is_excluded_with_a_work_account_too() {
    let scene = Scene::new();
    let people = scene.world.people();
    let at_work = scene.fleur_at_work();
    let _code = sent(&scene.world.host.client(), &words::draft());
    let mut case = Dossier::newest(&people.fleur);
    // it is her own report
    case.command(&people.fleur, &words::plain("eigen-melding"));
    for who in [&people.fleur, &at_work] {
        who.to_one(Endpoint::Case, &case.id).send().problem(ProblemKind::NotFound);
    }
    people.sem.to_one(Endpoint::Case, &case.id).send().good(Endpoint::Case);
    // and an unlinked work account of hers sees nothing at all
    let other = scene.new_here("nog-een", "meldroute-af");
    let other = scene.world.host.client().with_cookie(&other);
    for endpoint in [Endpoint::Session, Endpoint::Cases, Endpoint::AccessRequests] {
        other.to(endpoint).send().problem(ProblemKind::NotLoggedIn);
    }
    other.to_one(Endpoint::Case, &case.id).send().problem(ProblemKind::NotLoggedIn);
}

#[test]
fn a_second_person_sees_who_arrives_and_who_has_the_same_name() {
    let scene = Scene::new();
    let (faye, bo) = (&scene.world.people().faye, &scene.world.people().bo);
    let _ticket = scene.new_here("fleur", "meldroute-af");
    let page = faye.to(Endpoint::AccessRequests).send().good(Endpoint::AccessRequests);
    let [request] = page["verzoeken"].as_array().expect("requests").as_slice() else { panic!("{page}") };
    assert_eq!((&request["soort"], &request["rol"]), (&json!("werkaccount"), &json!("af")));
    assert_eq!(request["naamgenoten"][0]["inlognaam"], "fleur.voorbeeld");
    scene.world.confirm_all(faye);
    let work = scene.world.host.client().with_cookie(&scene.come("fleur", "meldroute-af").cookie());
    work.to(Endpoint::Cases).send().good(Endpoint::Cases);
    // two people with this name can log in: everybody who confirms sees that
    let page = faye.to(Endpoint::AccessRequests).send().good(Endpoint::AccessRequests);
    assert_eq!(page["naamgenoten"].as_array().map(Vec::len), Some(2), "{page}");
    let accounts = bo.to(Endpoint::Accounts).send().good(Endpoint::Accounts);
    let means: Vec<&Value> = accounts.as_array().expect("accounts").iter().map(|one| &one["inlogmiddelen"]).collect();
    assert!(means.contains(&&json!(["werkaccount"])) && means.contains(&&json!(["inlognaam"])), "{means:?}");
}

#[test]
fn a_work_account_is_linked_once_in_its_own_browser_to_an_account_with_its_role() {
    let scene = Scene::new();
    let people = scene.world.people();
    link(&scene.world, "x=1", "fleur.voorbeeld").problem(ProblemKind::NotFound);
    let ticket = scene.new_here("fleur", "meldroute-af");
    let wrong = scene.world.host.client().with_cookie(&ticket).to(Endpoint::LinkWorkAccount);
    let login = Login::parse("fleur.voorbeeld").expect("a log-in name");
    let wrong = wrong.json(&Credentials { login, password: PASSWORD.into(), code: "000000".into() });
    wrong.send().problem(ProblemKind::WrongCredentials);
    link(&scene.world, &ticket, "faye.gegevens").problem(ProblemKind::Exists);
    assert!(matches!(scene.come("fleur", "meldroute-af"), Arrival::New(_)), "nothing was linked");
    link(&scene.world, &ticket, "fleur.voorbeeld").good(Endpoint::LinkWorkAccount);
    link(&scene.world, &ticket, "sem.voorbeeld").problem(ProblemKind::NotFound);
    assert_eq!(scene.come("fleur", "meldroute-fg"), Arrival::Refused(No::OtherRole));
    // the refusal ended the sessions; with the role of the account the work account gets in again
    people.fleur.to(Endpoint::Session).send().problem(ProblemKind::NotLoggedIn);
    let audit = people.faye.to(Endpoint::Audit).query("wat=LinkWorkAccount").send().good(Endpoint::Audit);
    let lines = audit["regels"].as_array().expect("lines");
    let linked = lines.iter().filter(|line| line["afloop"] == "gelukt").count();
    assert_eq!((linked, lines.len()), (1, 2), "and one of who was refused: {audit}");
    let at_work = scene.world.host.client().with_cookie(&scene.come("fleur", "meldroute-af").cookie());
    assert_eq!(audit["regels"][0]["wie"], id(&at_work));
}
