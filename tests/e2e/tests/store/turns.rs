//! The part of the play in which a case goes otherwise than planned.
use super::play::Play;
use e2e::{
    Client, Dossier, add_photo, add_to_report, ask_progress, besides_told, fresh_key, kmt, send_photo_part, sent, talk,
    turns, words,
};
use kit::clock::now;
use serde_json::{Value, json};
use shared::{access::Role, contract::Endpoint, moment::Moment};

impl Play<'_> {
    /// An AF looks for words.
    pub(super) fn search(&mut self) {
        let fleur = self.world.people.fleur.clone();
        let wanted = json!({ "waar": "open", "woorden": "kanarie" });
        self.send(Endpoint::Search, fleur.to(Endpoint::Search), &wanted);
    }

    /// An AF records a presentation, and corrects it.
    pub(super) fn awareness(&mut self) {
        let fleur = self.world.people.fleur.clone();
        let session = |reached: u16| {
            json!({ "dag": words::today(&fleur), "soort": "presentatie", "team": "Team-kanarie", "aantal": reached,
                "door": "af" })
        };
        let add = json!({ "soort": "vastleggen", "inhoud": { "regel": session(12) } });
        let correct = json!({ "soort": "verbeteren", "inhoud": { "nummer": 1, "gezien": 0, "regel": session(14) } });
        for command in [add, correct] {
            self.send(Endpoint::CommandAwareness, fleur.to(Endpoint::CommandAwareness), &command);
        }
    }

    /// An AF proposes to close new reports together.
    pub(super) fn together(&mut self) {
        let fleur = self.world.people.fleur.clone();
        let _code = sent(&self.world.anyone(), &words::draft());
        let _taken_in = Dossier::newest(&fleur);
        let (van, tot) = (now().plus_seconds(-60), now().plus_seconds(60));
        let propose = json!({ "soort": "voorstellen", "inhoud": { "van": van, "tot": tot, "reden": "Samen-kanarie" } });
        self.send(Endpoint::CommandTogether, fleur.to(Endpoint::CommandTogether), &propose);
    }

    /// What is typed during the conversation with the melder.
    pub(super) fn talk(&mut self, dossier: &Dossier) {
        let fleur = self.world.people.fleur.clone();
        for change in [talk::conversation(), talk::conversation_goes_on()] {
            self.send(Endpoint::SaveConversation, fleur.to_one(Endpoint::SaveConversation, &dossier.id), &change);
        }
    }

    /// What is written about care and health, and opening it.
    pub(super) fn care(&mut self, dossier: &Dossier) {
        let fleur = self.world.people.fleur.clone();
        for (endpoint, body) in [(Endpoint::AddCare, talk::care()), (Endpoint::OpenCare, talk::care_opening())] {
            self.send(endpoint, fleur.to_one(endpoint, &dossier.id), &body);
        }
    }

    /// Another AF stands in with a reason.
    pub(super) fn cover(&mut self) {
        let (fleur, sem) = (self.world.people.fleur.clone(), self.world.people.sem.clone());
        let cover = turns::cover(&account(&fleur), &words::today(&sem));
        self.send(Endpoint::StartStandIn, sem.to(Endpoint::StartStandIn), &cover);
    }

    /// Reports by telephone that are begun. The last one is left so until it is sent.
    pub(super) fn phone_drafts(&mut self) {
        let fleur = self.world.people.fleur.clone();
        for (seen, draft) in (0..).zip([words::draft_with_minor(), words::full_draft()]) {
            let kept = turns::phone_draft(&account(&fleur), seen, &draft);
            self.send(Endpoint::SavePhoneDraft, fleur.to(Endpoint::SavePhoneDraft), &kept);
        }
    }

    /// KMT is asked, asks back, gets an answer and advises. What still holds a name is refused, and goes nowhere.
    pub(super) fn kmt(&mut self) {
        let (fleur, adviser, key) = (self.world.people.fleur.clone(), self.world.anyone(), fresh_key());
        let made = fleur.to(Endpoint::AddCase).key(&key).json(&words::draft()).send().good(Endpoint::AddCase);
        self.secrets.push(key);
        let mut case = Dossier::of(&fleur, made["id"].as_str().expect("an id"));
        let with_words = kmt::question("Kmtwoorden-kanarie");
        let mut typed = with_words.clone();
        typed["inhoud"]["vraag"] = "Kmtvraag-kanarie".into();
        typed["inhoud"]["gevraagdAan"] = "Kmtadviseur-kanarie".into();
        let reply = |text: &str| json!({ "soort": "kmt-antwoorden", "inhoud": { "adviesvraag": 0, "antwoord": text } });
        let names = json!({ "teksten": ["Kmtnamen-kanarie"] });
        self.send(Endpoint::LookForNames, fleur.to_one(Endpoint::LookForNames, &case.id), &names);
        self.refused(&fleur, &case, &typed);
        typed = kmt::question("Zes bedden");
        typed["inhoud"]["gevraagdAan"] = "Kmtadviseur-kanarie".into();
        let asked = kmt::ask_with(&fleur, &case, &fresh_key(), &typed).good(Endpoint::CommandCase);
        let access = asked["adviesvraag"].clone();
        self.secrets.extend(["link", "code"].map(|part| access[part].as_str().expect("a text").to_owned()));
        case.look(&fleur);
        let word = |kind: &str, text: &str| json!({ "toegang": access, "soort": kind, "tekst": text, "door": "Kmtdoor-kanarie" });
        let back = word("terugvraag", "Terugvraag-kanarie");
        self.send(Endpoint::AnswerKmtQuestion, adviser.to(Endpoint::AnswerKmtQuestion), &back);
        self.refused(&fleur, &case, &reply("Kmtantwoord-kanarie"));
        case.command(&fleur, &reply("Sinds een maand"));
        let advice = word("advies", "Kmtadvies-kanarie");
        self.send(Endpoint::AnswerKmtQuestion, adviser.to(Endpoint::AnswerKmtQuestion), &advice);
        case.look(&fleur);
        let (account, own) = self.world.people.add(&self.world.host, "kmt.adviseur", Role::Adviser);
        let mut to_account = kmt::question("Zes bedden");
        to_account["inhoud"]["adviseur"] = account.into();
        kmt::ask_with(&fleur, &case, &fresh_key(), &to_account).good(Endpoint::CommandCase);
        let asked = own.to(Endpoint::KmtQuestions).send().good(Endpoint::KmtQuestions);
        let to_one = own.to_one(Endpoint::AnswerOwnKmtQuestion, asked[0]["id"].as_str().expect("an id"));
        let back = json!({ "soort": "terugvraag", "tekst": "Kmteigen-kanarie" });
        self.send(Endpoint::AnswerOwnKmtQuestion, to_one, &back);
        case.look(&fleur);
        let end = json!({ "soort": "kmt-vraag-sluiten", "inhoud": { "adviesvraag": 1, "reden": "Kmtreden-kanarie" } });
        self.fields.note(Endpoint::CommandCase, &end);
        case.command(&fleur, &end);
    }

    /// An act with a name in it is refused; what was typed is looked for all the same.
    fn refused(&mut self, officer: &Client, case: &Dossier, command: &Value) {
        self.fields.note(Endpoint::CommandCase, command);
        assert_eq!(kmt::ask_with(officer, case, &fresh_key(), command).status, 400);
    }

    /// The number of a case under which another can be joined, as it is typed.
    fn lead(&mut self) -> String {
        let (fleur, key) = (self.world.people.fleur.clone(), fresh_key());
        let made = fleur.to(Endpoint::AddCase).key(&key).json(&words::draft()).send().good(Endpoint::AddCase);
        self.secrets.push(key);
        let number = Dossier::of(&fleur, made["id"].as_str().expect("an id")).look(&fleur)["nummer"].clone();
        format!("{}-{:03}", number["jaar"], number["volgnummer"].as_u64().expect("a number"))
    }

    /// A case that goes otherwise than planned at every turn.
    pub(super) fn turns(&mut self) {
        let (fleur, sem, key) = (self.world.people.fleur.clone(), self.world.people.sem.clone(), fresh_key());
        let made = fleur.to(Endpoint::AddCase).key(&key).json(&words::draft()).send().good(Endpoint::AddCase);
        let code = made["ontvangst"]["ontvangstcode"].as_str().expect("a code").to_owned();
        self.secrets.extend([key, code.replace(' ', ""), code.clone()]);
        let mut dossier = Dossier::of(&fleur, made["id"].as_str().expect("an id"));
        let lead = self.lead();
        let (today, later) = (words::today(&fleur), later(30));
        let mut decision = words::decide(&today);
        turns::plan(&mut decision, &later);
        turns::heard(&mut decision);
        let (agree, no_contact) = (words::plain("akkoord"), turns::no_contact("weg"));
        let (no, withdraw) = (turns::reject("niet-akkoord", None), turns::reject("voorstel-intrekken", None));
        let way = [
            turns::tried("e-mail"),
            no_contact.clone(),
            withdraw,
            no_contact.clone(),
            no.clone(),
            no_contact,
            agree.clone(),
            turns::late_contact(),
            turns::join(&lead),
            turns::unjoin(),
            turns::question(),
            turns::question(),
            turns::question_settled(),
            words::form(),
            words::investigate(&today),
            words::kmt_check(&today),
            words::to_decision(),
            turns::talked_over(&account(&fleur), &today, &later),
            turns::back(None),
            words::to_decision(),
            decision,
            agree.clone(),
            turns::answer(0, &today),
            turns::move_table(1, &later),
            turns::discussed(1, &today),
            turns::close_untold(),
            agree.clone(),
        ];
        let asked = turns::question();
        for command in &way {
            self.fields.note(Endpoint::CommandCase, command);
            let who = if *command == agree || *command == no { &sem } else { &fleur };
            dossier.look(who);
            dossier.command(who, command);
            self.melder_sees_no_word(&code, &[turns::question()]);
            if *command == asked {
                // the second one; the first is settled by an AF
                self.answered(&json!({ "ontvangstcode": code, "vraag": 1, "antwoord": "Antwoord-melder-kanarie" }));
                let (anyone, photo) = (self.world.anyone(), "7c".repeat(16));
                add_to_report(&anyone, &code, &"7b".repeat(16)).good(Endpoint::AnswerQuestion);
                assert_eq!(send_photo_part(&anyone, &code, &photo).status, Endpoint::SendPhotoPart.success());
                add_photo(&anyone, &code, &photo).good(Endpoint::AnswerQuestion);
            }
        }
    }

    /// What the melder sees holds nothing that an AF typed, but what an AF asked the melder.
    pub(super) fn melder_sees_no_word(&self, code: &str, asked: &[Value]) {
        let mut seen = ask_progress(&self.world.anyone(), code).good(Endpoint::AskProgress);
        for question in seen["vragen"].as_array_mut().into_iter().flatten() {
            let text = question["vraag"].take();
            assert!(asked.iter().any(|one| one["inhoud"]["vraag"] == text), "{text} was not asked");
        }
        let seen = besides_told(seen);
        assert!(!words::stands_in(&seen.to_string()), "the melder sees {seen}");
    }

    /// The melder answers a question, once it was asked.
    fn answered(&mut self, body: &Value) {
        let anyone = self.world.anyone();
        let answer = anyone.to(Endpoint::AnswerQuestion).json(body).send();
        if answer.status == Endpoint::AnswerQuestion.success() {
            self.fields.note(Endpoint::AnswerQuestion, body);
        }
    }
}

/// A day so many days from now.
pub(super) fn later(days: i64) -> String {
    Moment::from_millis(now().millis() + days * 86_400_000).day().to_string()
}

fn account(who: &Client) -> String {
    let me = who.to(Endpoint::Session).send().good(Endpoint::Session);
    me["id"].as_str().expect("an id").to_owned()
}
