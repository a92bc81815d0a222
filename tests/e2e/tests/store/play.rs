//! Everything that can be typed by a melder, AF, beheerder and FG, each with a word that is searched for.
use super::{fields::Fields, turns::later};
use desk::{
    account::work::{self, Admitted},
    login::link,
};
use e2e::{Ask, Dossier, PASSWORD, World, accept_with, fresh_key, packs, words};
use serde_json::{Value, json};
use shared::{access::Role, contract::Endpoint, text::Line};

/// Secrets that may be found nowhere, besides the search words: keys, codes, sessions.
pub struct Secrets {
    /// Nor in a store.
    pub anywhere: Vec<String>,
    /// The Idempotency-Key of a report, one of these.
    pub key: String,
    /// The id of the case: it is part of store keys.
    pub case: String,
}

/// A password with a word in it.
const TYPED_PASSWORD: &str = "Vier kanaries op een verzonnen stok";
const NEXT_PASSWORD: &str = "Vijf kanaries op een verzonnen dak";

/// The state of the play.
pub(super) struct Play<'a> {
    pub(super) world: &'a World,
    pub(super) fields: &'a mut Fields,
    pub(super) secrets: Vec<String>,
    key: String,
}

/// Plays everything, and records what was typed where.
pub fn everything(world: &World, fields: &mut Fields) -> Secrets {
    let secrets = vec![PASSWORD.into(), TYPED_PASSWORD.into(), NEXT_PASSWORD.into()];
    let mut play = Play { world, fields, secrets, key: String::new() };
    play.accounts();
    play.leaving();
    play.phone_drafts();
    play.awareness();
    let (mut dossier, code) = play.reports();
    play.talk(&dossier);
    play.care(&dossier);
    play.route(&mut dossier, &code);
    play.turns();
    play.kmt();
    play.search();
    play.together();
    play.relations(&mut dossier);
    play.rights(&dossier.id);
    play.melder_sees_no_word(&code, &[]);
    let token = world.people.fleur.cookie().split_once('=').expect("a cookie").1;
    play.secrets.push(token.to_owned());
    Secrets { anywhere: play.secrets, key: play.key, case: dossier.id }
}

impl Play<'_> {
    pub(super) fn send(&mut self, endpoint: Endpoint, ask: Ask, body: &Value) -> Value {
        self.fields.note(endpoint, body);
        ask.json(body).send().good(endpoint)
    }

    /// An account is requested and invited; the person chooses a password, logs in and changes it.
    fn accounts(&mut self) {
        let (anyone, bo) = (self.world.anyone(), self.world.people.bo.clone());
        let login = "kanarie.verzonnen";
        let new = json!({ "inlognaam": login, "naam": "Kanarie Verzonnen", "rol": "beheerder" });
        let made = self.send(Endpoint::AddAccount, bo.to(Endpoint::AddAccount), &new);
        self.secrets.push(made["uitnodiging"]["woord"].as_str().expect("a word").to_owned());
        let (accepted, codes) = accept_with(&anyone, &made, TYPED_PASSWORD);
        self.fields.note(Endpoint::AcceptInvitation, &accepted);
        self.secrets.extend(codes);
        let code = anyone.keyring().unused(login).0;
        let credentials = json!({ "inlognaam": login, "wachtwoord": TYPED_PASSWORD, "code": code });
        self.fields.note(Endpoint::LogIn, &credentials);
        let them = anyone.log_in(login, TYPED_PASSWORD);
        let code = anyone.keyring().unused(login).0;
        let own = json!({ "soort": "wachtwoord", "inhoud": {
            "wachtwoord": TYPED_PASSWORD, "code": code, "nieuw": NEXT_PASSWORD
        } });
        self.send(Endpoint::OwnAccount, them.to(Endpoint::OwnAccount), &own);
        let code = anyone.keyring().unused(login).0;
        let codes = json!({ "soort": "herstelcodes", "inhoud": { "wachtwoord": NEXT_PASSWORD, "code": code } });
        let done = self.send(Endpoint::OwnAccount, them.to(Endpoint::OwnAccount), &codes);
        let new: Vec<String> = serde_json::from_value(done["herstelcodes"].clone()).expect("recovery codes");
        self.secrets.extend(new);
    }

    /// An AF links a work account, is blocked, and has left.
    fn leaving(&mut self) {
        let (anyone, bo) = (self.world.anyone(), self.world.people.bo.clone());
        let login = "kanarie.vertrokken";
        let new = json!({ "inlognaam": login, "naam": "Kanarie Vertrokken", "rol": "af" });
        let asked = self.send(Endpoint::AddAccount, bo.to(Endpoint::AddAccount), &new);
        let id = asked["account"]["id"].as_str().expect("an id").to_owned();
        let invited = self.world.people.confirmed(asked);
        let (_, codes) = accept_with(&anyone, &invited, TYPED_PASSWORD);
        let halves =
            ["woord", "andereHelft"].map(|half| invited["uitnodiging"][half].as_str().expect("a half").to_owned());
        self.secrets.extend(codes.into_iter().chain(halves));
        let desk = e2e::open_kit(self.world.site.as_ref());
        let name = Line::parse("Kanarie Werk").ok();
        let Ok(Admitted::Arrived(new)) = work::admit(&desk, "0b", name.as_ref(), Role::Officer) else {
            panic!("it is new")
        };
        let ticket = link::ticket(&desk, &new).expect("a cookie");
        let browser = anyone.with_cookie(ticket.to_str().expect("text").split(';').next().expect("a pair"));
        let code = anyone.keyring().unused(login).0;
        let credentials = json!({ "inlognaam": login, "wachtwoord": TYPED_PASSWORD, "code": code });
        self.send(Endpoint::LinkWorkAccount, browser.to(Endpoint::LinkWorkAccount), &credentials);
        let left = json!({ "soort": "vertrokken", "inhoud": { "reden": "Vertrokken-kanarie" } });
        for command in [words::plain("blokkeren"), left] {
            let tag = self.world.people.account_tag(&id);
            let ask = bo.to_one(Endpoint::CommandAccount, &id).if_match(&tag);
            self.send(Endpoint::CommandAccount, ask, &command);
        }
    }

    /// Reports on the form and by telephone, each with all fields that can be combined.
    fn reports(&mut self) -> (Dossier, String) {
        let (anyone, fleur) = (self.world.anyone(), self.world.people.fleur.clone());
        let mut send = |draft, endpoint: Endpoint, who: &e2e::Client| {
            let (key, body) = (fresh_key(), serde_json::to_value::<shared::report::Draft>(draft).expect("JSON"));
            let receipt = self.send(endpoint, who.to(endpoint).key(&key), &body);
            self.key.clone_from(&key);
            self.secrets.push(key);
            receipt
        };
        send(words::draft_with_minor(), Endpoint::SendReport, &anyone);
        send(words::draft_with_minor(), Endpoint::AddCase, &fleur);
        send(words::full_draft(), Endpoint::AddCase, &fleur);
        send(words::from_kmt(), Endpoint::AddCase, &fleur);
        let receipt = send(words::full_draft(), Endpoint::SendReport, &anyone);
        let code = receipt["ontvangstcode"].as_str().expect("a code").to_owned();
        let _shown = e2e::ask_progress(&anyone, &code).good(Endpoint::AskProgress);
        self.secrets.extend([code.replace(' ', ""), code.clone()]);
        (Dossier::newest(&fleur), code)
    }

    /// Every command with text, along the route. Two AFs agree to name a possible victim to investigators.
    fn route(&mut self, dossier: &mut Dossier, code: &str) {
        let (fleur, sem) = (&self.world.people.fleur, &self.world.people.sem);
        let today = words::today(fleur);
        let mut decision = words::decide(&today);
        let steps = &mut decision["inhoud"]["vervolgstappen"];
        steps[1]["kanGedwongenZijn"] = "Gedwongen-kanarie".into();
        steps.as_array_mut().expect("steps").push(words::agreed_to_comensha(&today));
        let way = [
            words::attempt(),
            words::remark("Notitie"),
            words::veilig_thuis(),
            words::veilig_thuis_not_yet(),
            words::correct_safety("gevaar", "nee"),
            words::plain("akkoord"),
            words::veilig_thuis_not_needed("anders"),
            words::plain("akkoord"),
            words::veilig_thuis_declined(),
            words::meldcode(),
            words::contact(),
            words::form(),
            words::kmt_check(&today),
            words::agreed_with_veilig_thuis(words::investigate(&today)),
            words::move_end(&today),
            words::task(&today),
            words::task_done(),
            words::agreed_with_veilig_thuis(words::source(&today)),
            words::to_decision(),
            decision,
            words::plain("akkoord"),
            words::reason("geen-terugkoppeling"),
            words::feedback(&today),
            words::plain("afsluiten"),
            words::reason("heropenen"),
            words::close_early(&today),
        ];
        for command in &way {
            self.fields.note(Endpoint::CommandCase, command);
            let who = if *command == words::plain("akkoord") { sem } else { fleur };
            dossier.look(who);
            dossier.command(who, command);
            if *command == words::reason("geen-terugkoppeling") {
                let kept = packs::read_and_keep(fleur, &dossier.id, 1, &["melding.waar", "vervolgstap.gedeeld"]);
                let on = [(dossier.id.as_str(), &kept["vingerafdruk"])];
                let together = packs::for_table("Ontvanger-kanarie twee", &on);
                self.send(Endpoint::AgendaPages, fleur.to(Endpoint::AgendaPages), &together);
            }
            self.melder_sees_no_word(code, &[]);
        }
    }

    /// Another AF opens it with a reason, is excluded, and it is asked to lift that.
    fn relations(&mut self, dossier: &mut Dossier) {
        let sem = self.world.people.sem.clone();
        let reason = words::opening("Opengebroken-kanarie");
        self.send(Endpoint::OpenCase, sem.to_one(Endpoint::OpenCase, &dossier.id), &reason);
        dossier.look(&sem);
        let fleur = self.world.people.fleur.clone();
        self.cover();
        let who = sem.to(Endpoint::Session).send().good(Endpoint::Session)["id"].clone();
        for kind in ["uitsluiten", "uitsluiting-opheffen"] {
            let command = json!({ "soort": kind, "inhoud": { "wie": who, "reden": "Uitsluiting-kanarie" } });
            dossier.look(&fleur);
            self.fields.note(Endpoint::CommandCase, &command);
            dossier.command(&fleur, &command);
            if kind == "uitsluiten" {
                // no other AF is left, so the FG confirms
                let fg = self.world.people.faye.clone();
                let waits = fg.to(Endpoint::Requests).send().good(Endpoint::Requests)["uitsluitingen"][0].clone();
                let tag = format!("\"{}\"", waits["revisie"]);
                let confirm = fg.to_one(Endpoint::ConfirmExclusion, &dossier.id).if_match(&tag).send();
                confirm.good(Endpoint::ConfirmExclusion);
            }
        }
    }

    /// Keeping, correcting, a request of somebody it is about.
    fn rights(&mut self, id: &str) {
        let fleur = self.world.people.fleur.clone();
        let today = words::today(&fleur);
        let next_month = later(30);
        let why = json!({ "reden": "Waarom-kanarie" });
        let later = json!({ "grond": "uavg-41", "motivering": "Uitstel-kanarie", "opnieuwBekijkenOp": next_month });
        let wrong = json!({
            "onderdeel": "melding", "onjuist": "Onjuist-kanarie", "juist": "Juist-kanarie", "opVerzoekVan": "betrokkene"
        });
        let request = json!({ "recht": "inzage", "ontvangenOp": today, "identiteitVastgesteld": "ja" });
        let advice = json!({
            "verzoek": 0, "besluit": "toewijzen", "grond": "avg-15-21", "motivering": "Advies-kanarie", "tot": null
        });
        for (kind, content) in [
            ("bewaarplicht", why.clone()),
            ("bewaarplicht-eraf", why.clone()),
            ("beperken", why.clone()),
            ("beperking-opheffen", why),
            ("corrigeren", wrong),
            ("inlichten-uitstellen", later),
            ("verzoek", request),
            ("verzoek-advies", advice),
            ("overgenomen", json!({ "op": today, "systeem": "Systeem-kanarie" })),
        ] {
            let command = json!({ "soort": kind, "inhoud": content });
            let tag = Dossier::of(&fleur, id).tag;
            let ask = fleur.to_one(Endpoint::CommandRights, id).if_match(&tag);
            self.send(Endpoint::CommandRights, ask, &command);
        }
    }
}
