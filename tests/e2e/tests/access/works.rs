//! Every endpoint does its work for somebody who may call it. Without this, an API that refuses everybody would pass
//! the matrix.
use super::{
    awareness, care, covering, figures, kmt, messages, packs, phone_drafts, photos,
    relations::{case_of, id_of, open},
    rights::{advised_on, decide, of_rights, propose_destruction},
    settings,
};
use desk::{
    account::work::{self, Admitted},
    login::link,
};
use e2e::{
    Answer, Client, Dossier, PASSWORD, People, Site, World, ask_progress, fresh_key, send_report, sent, talk, words,
};
use kit::totp::TotpKey;
use serde_json::{Value, json};
use shared::{
    access::Role,
    contract::{Credentials, Endpoint, examples},
    text::Login,
};

/// The token of due work.
const TOKEN: &str = "een-woord-dat-lang-genoeg-is";

#[test]
fn every_endpoint_succeeds_for_somebody() {
    let site = Site::new();
    let host = site.start_with(&[("work_token", TOKEN)], &[]);
    let world = World { people: People::set_up(&host), host, site };
    for endpoint in Endpoint::ALL {
        succeeds(&world, *endpoint).good(*endpoint);
    }
}

/// A request that has to succeed, on a case or an account of its own.
fn succeeds(world: &World, endpoint: Endpoint) -> Answer {
    use Endpoint as E;
    let People { fleur, sem, bo, faye } = &world.people;
    match endpoint {
        E::SendReport | E::AskProgress => by_melder(&world.anyone(), endpoint),
        E::AnswerQuestion | E::SendPhotoPart | E::Photo => photos::succeeds(world, endpoint),
        E::LogIn | E::LogOut | E::LinkWorkAccount => log_in(world, endpoint),
        E::WorkAccountLogIn | E::WorkAccountReturn | E::CheckOpen | E::Health | E::OpenApi | E::Instance => {
            world.anyone().to(endpoint).send()
        }
        E::EndSessions | E::ChooseMessages | E::Feed => own(world, endpoint),
        E::OwnSessions | E::OwnMessages | E::Session | E::Cases | E::Officers | E::StandIns | E::Together => {
            fleur.to(endpoint).send()
        }
        E::Search => fleur.to(endpoint).json(&json!({ "waar": "open", "woorden": "verzonnen" })).send(),
        E::Figures | E::SignFigures => figures::succeeds(world, endpoint),
        E::CommandTogether => close_together(world),
        E::Meetings | E::CommandMeetings | E::Meeting => super::meeting::succeeds(world, endpoint),
        E::Awareness | E::CommandAwareness => awareness::succeeds(fleur, endpoint),
        E::PhoneDrafts | E::SavePhoneDraft | E::AddCase => phone_drafts::succeeds(fleur, endpoint),
        E::Care | E::AddCare | E::OpenCare => care::succeeds(fleur, endpoint, &new_case(world)),
        E::Case | E::Conversation => fleur.to_one(endpoint, &new_case(world).id).send(),
        E::SaveConversation => fleur.to_one(endpoint, &new_case(world).id).json(&talk::conversation()).send(),
        E::CommandCase
        | E::Pack
        | E::KeepPack
        | E::KeptPack
        | E::PackPages
        | E::RegisterPackage
        | E::AgendaPacks
        | E::AgendaPages => packs::succeeds(world, endpoint),
        E::LookForNames | E::KmtQuestion | E::KmtQuestions | E::AnswerKmtQuestion | E::AnswerOwnKmtQuestion => {
            kmt::succeeds(world, endpoint)
        }
        E::OpenCase => open(fleur, &case_of(world, sem), "De collega is ziek."),
        E::AddStandIn | E::StartStandIn | E::EndStandIn => covering::succeeds(world, endpoint),
        E::HandOver => sem.to(endpoint).json(&json!({ "van": id_of(sem), "aan": id_of(fleur) })).send(),
        E::CommandSettings | E::AnswerSettings => settings::succeeds(world, endpoint),
        E::Settings | E::SignalLists | E::Accounts => bo.to(endpoint).send(),
        E::AddAccount => ask_account(world, "werkt.een", Role::Analyst),
        E::CommandAccount | E::CommandAccess => of_accounts(world, endpoint),
        E::Invitation => look_at_invitation(world, "werkt.vier").0,
        E::AcceptInvitation => accept_invitation(world, "werkt.vijf"),
        E::OwnAccount => new_recovery_codes(world, "werkt.zes"),
        E::AccessRequests
        | E::Audit
        | E::AuditCheck
        | E::Retention
        | E::Certificates
        | E::Requests
        | E::Processings => faye.to(endpoint).send(),
        E::CommandRights | E::AccessCopy | E::ConfirmExclusion => of_rights(world, endpoint),
        E::DecideRequest => decide(world, &advised_on(world, "inzage")).0,
        E::CommandRetention => propose_destruction(world),
        E::Work => world.anyone().to(endpoint).header("authorization", &format!("Bearer {TOKEN}")).send(),
        E::SetUp => set_up_another(),
    }
}

/// A report, or asking how it stands.
fn by_melder(melder: &Client, endpoint: Endpoint) -> Answer {
    if endpoint == Endpoint::SendReport {
        send_report(melder, &fresh_key(), &words::draft())
    } else {
        ask_progress(melder, &sent(melder, &words::draft()))
    }
}

fn log_in(world: &World, endpoint: Endpoint) -> Answer {
    if endpoint == Endpoint::LogIn {
        world.anyone().try_log_in("sem.voorbeeld", PASSWORD)
    } else if endpoint == Endpoint::LogOut {
        world.anyone().log_in("sem.voorbeeld", PASSWORD).to(endpoint).send()
    } else {
        link_work_account(world)
    }
}

/// Something about oneself, without content.
fn own(world: &World, endpoint: Endpoint) -> Answer {
    if endpoint == Endpoint::Feed {
        return messages::feed(world);
    }
    let word = if endpoint == Endpoint::EndSessions { "andere-beeindigen" } else { "agenda-nieuw" };
    world.people.fleur.to(endpoint).json(&words::plain(word)).send()
}

/// Somebody came with a work account that nobody here is known to have.
fn link_work_account(world: &World) -> Answer {
    let desk = e2e::open_kit(world.site.as_ref());
    let Ok(Admitted::Arrived(new)) = work::admit(&desk, "0b", None, Role::Officer) else { panic!("it is new") };
    let ticket = link::ticket(&desk, &new).expect("a cookie");
    let client = world.anyone().with_cookie(ticket.to_str().expect("text").split(';').next().expect("a pair"));
    let (code, _turn) = client.keyring().unused("fleur.voorbeeld");
    let login = Login::parse("fleur.voorbeeld").expect("a log-in name");
    client.to(Endpoint::LinkWorkAccount).json(&Credentials { login, password: PASSWORD.into(), code }).send()
}

/// Blocks an account, or confirms one.
fn of_accounts(world: &World, endpoint: Endpoint) -> Answer {
    let (who, id, word) = if endpoint == Endpoint::CommandAccount {
        // the last one with a role cannot be blocked
        let _other = world.people.add(&world.host, "werkt.zeven", Role::Analyst);
        (&world.people.bo, world.people.add(&world.host, "werkt.twee", Role::Analyst).0, "blokkeren")
    } else {
        let asked = ask_account(world, "werkt.drie", Role::Officer).good(Endpoint::AddAccount);
        (&world.people.faye, asked["account"]["id"].as_str().expect("an id").to_owned(), "bevestigen")
    };
    command_with_tag(who, endpoint, &id, &world.people.account_tag(&id), &words::plain(word))
}

/// What came in just now, and nobody took up.
fn close_together(world: &World) -> Answer {
    let (_case, now) = (new_case(world), kit::clock::now());
    let selection =
        json!({ "van": now.plus_seconds(-60), "tot": now.plus_seconds(60), "reden": "Verzonnen meldingen." });
    let propose = json!({ "soort": "voorstellen", "inhoud": selection });
    world.people.fleur.to(Endpoint::CommandTogether).json(&propose).send()
}

fn set_up_another() -> Answer {
    let site = Site::new();
    let host = site.start();
    host.client().to(Endpoint::SetUp).json(&examples::set_up().expect("the example is valid")).send()
}

pub fn new_case(world: &World) -> Dossier {
    let _code = sent(&world.anyone(), &words::draft());
    Dossier::newest(&world.people.fleur)
}

pub fn command_with_tag(who: &Client, endpoint: Endpoint, id: &str, tag: &str, command: &Value) -> Answer {
    who.to_one(endpoint, id).if_match(tag).json(command).send()
}

fn ask_account(world: &World, login: &str, role: Role) -> Answer {
    let new = json!({ "inlognaam": login, "naam": "Extra Verzonnen", "rol": role });
    world.people.bo.to(Endpoint::AddAccount).json(&new).send()
}

/// The answer, and the token of the invitation.
fn look_at_invitation(world: &World, login: &str) -> (Answer, String) {
    let made = ask_account(world, login, Role::Analyst).good(Endpoint::AddAccount);
    let token = made["uitnodiging"]["woord"].as_str().expect("an invitation").to_owned();
    let answer = world.anyone().to(Endpoint::Invitation).json(&json!({ "woord": token })).send();
    (answer, token)
}

fn accept_invitation(world: &World, login: &str) -> Answer {
    let (answer, token) = look_at_invitation(world, login);
    let view = answer.good(Endpoint::Invitation);
    let factor = TotpKey::parse(view["sleutel"].as_str().expect("a second factor")).expect("it can be read");
    world.anyone().keyring().learn(login, factor);
    let code = world.anyone().keyring().shown(login);
    let accept = json!({ "woord": token, "nonce": view["nonce"], "wachtwoord": PASSWORD, "code": code });
    world.anyone().to(Endpoint::AcceptInvitation).json(&accept).send()
}

fn new_recovery_codes(world: &World, login: &str) -> Answer {
    let (_, client) = world.people.add(&world.host, login, Role::Analyst);
    let (code, _turn) = client.keyring().unused(login);
    let content = json!({ "wachtwoord": PASSWORD, "code": code });
    client.to(Endpoint::OwnAccount).json(&json!({ "soort": "herstelcodes", "inhoud": content })).send()
}
