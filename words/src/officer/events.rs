use super::{
    facts::{Fact, Told, fact, with},
    joined, kmt as question_to_kmt,
    meeting::{care_opened, meeting_facts, talked_over},
    safety, turns, vtt_words,
};
use crate::{Words, clock, day_with_year, isolated};
use shared::{
    case::{
        Event, Proposal, Rejected,
        notes::{
            Attempt, ClosedTogether, ContactNote, EarlyEnd, FeedbackNote, FormSheet, KmtCheck, Person, Referral, Roles,
            Ruling, SourceNote,
        },
    },
    moment::Moment,
};

/// The text of an event in the timeline. `name` finds the name of an account.
#[must_use]
pub fn told(event: &Event, name: impl Fn(&shared::id::AccountId) -> String) -> Told {
    match event {
        Event::Attempted(note) => attempted(note),
        Event::ContactMade(note) => contact("Contact met de melder", note),
        Event::ReachedLater(note) => contact("Alsnog contact met de melder", note),
        Event::FormSaved(form) => with("Meldingsformulier bewaard", form_facts(form)),
        Event::InvestigationStarted(plan) => with("Onderzoek gestart", turns::plan(plan)),
        Event::EndDateMoved(note) => turns::end_date(note),
        Event::SourceConsulted { note, ground } => with("Bron geraadpleegd", source(note, ground.as_str())),
        Event::TaskNoted(task) => with("Taak voor het onderzoek", turns::task(task)),
        Event::TaskDone(note) => turns::task_done(note),
        Event::ReporterAsked(note) => with("Vraag aan de melder", vec![fact("Vraag", note.text.as_str())]),
        Event::QuestionSettled(note) => turns::question_settled(note),
        Event::KmtChecked(check) => with("Check bij het KMT", kmt(check)),
        Event::VttRecorded(contact) => with("Veilig Thuis", vec![fact("", vtt_words(contact))]),
        Event::SafetyCorrected(note) => with("Leeftijd of gevaar gecorrigeerd", safety::correction(note)),
        Event::MeldcodeNoted(note) => with("Meldcode", safety::meldcode(note)),
        Event::MovedToDecision => with("Naar het beslismoment", vec![]),
        Event::WentBack(note) => turns::went_back(note),
        Event::TalkedOver(note) => with("Besproken in het werkoverleg, nog geen besluit", talked_over(note, &name)),
        Event::Decided(decision) => with("Besloten in het werkoverleg", ruling(decision, &name)),
        Event::ReferralConfirmed(confirmation) => with(
            format!("Ontvangst bevestigd van vervolgstap {}", confirmation.referral + 1),
            vec![fact("Datum", day_with_year(confirmation.day))],
        ),
        Event::Answered(note) => turns::answered(note),
        Event::TableMoved(note) => turns::table_moved(note),
        Event::TableDiscussed(note) => turns::discussed(note),
        Event::FeedbackGiven(note) => with("Teruggekoppeld aan de melder", feedback(note)),
        Event::NoFeedbackProposed(reason) => turns::no_feedback(reason),
        Event::NoFeedbackAgreed => with("Akkoord: niet terugkoppelen", vec![]),
        Event::Closed => with("Afgesloten", vec![]),
        Event::ClosedEarly(note) => with("Eerder afgesloten", early(note)),
        Event::ClosedUntold(note) => with("Eerder afgesloten, niet verteld aan de melder", turns::untold(note)),
        Event::ClosedTogether(note) => closed_together(note, &name(&note.proposed_by)),
        Event::Reopened(note) => {
            let due = note.due.map(|day| fact("Volgende stap uiterlijk", day_with_year(day)));
            with("Heropend", std::iter::once(fact("Reden", note.reason.as_str())).chain(due).collect())
        }
        Event::Joined(_) | Event::Unjoined(_) | Event::LeadMoved(_) | Event::ClosedUnderLead(_) => joined::told(event),
        Event::Remarked(remark) => with("Notitie", vec![fact("", remark.text.as_str())]),
        Event::Assigned { to } => with(format!("Toegewezen aan {}", name(to)), vec![]),
        Event::Excluded(note) => turns::excluded(note, &name(&note.who)),
        Event::Opened(note) => with(
            "Door een collega geopend (noodtoegang)",
            vec![fact("Waarom", note.why.words()), fact("Toelichting", note.words.as_str())],
        ),
        Event::CareOpened(note) => care_opened(note),
        Event::PackKept(kept) => super::pack_kept(kept),
        Event::Kmt(event) => question_to_kmt::told(event),
        Event::OwnReported => with("Eigen melding: ziet dit dossier nergens meer", vec![]),
        Event::Proposed(proposal) => proposed("Voorstel, wacht op een tweede persoon", proposal, name),
        Event::Agreed(proposal) => proposed("Akkoord van een tweede persoon", proposal, name),
        Event::Declined(no) => rejected("Niet akkoord", no, name),
        Event::Withdrawn(no) => rejected("Voorstel ingetrokken", no, name),
        Event::CodeIssued { .. } => with("Nieuwe code voor de melder", vec![fact("", "De oude code werkt niet meer.")]),
        Event::Rights(event) => super::rights_told(event),
    }
}

fn attempted(note: &Attempt) -> Told {
    let way = note.way.map(|way| fact("Hoe", way.words()));
    let what = note.note.iter().map(|note| fact("", note.as_str()));
    with("Melder niet bereikt", happened(note.happened).chain(way).chain(what).collect())
}

fn contact(title: &str, note: &ContactNote) -> Told {
    let summary = note.summary.as_ref().map(|text| fact("Verslag", text.as_str()));
    let what = std::iter::once(fact("Hoe", note.means.words())).chain(summary);
    with(title, happened(note.happened).chain(what).collect())
}

/// By the AF who agreed; who proposed it is said with it.
fn closed_together(note: &ClosedTogether, proposer: &str) -> Told {
    let at = note.proposed_at;
    let proposed = format!("{proposer}, {}, {}", day_with_year(at.day()), clock(at));
    let facts = vec![fact("Voorgesteld door", proposed), fact("Reden", note.reason.as_str())];
    with("Samen met andere meldingen afgesloten: geen echte melding", facts)
}

/// The moment at which something happened, if it is not the moment at which it was noted.
fn happened(at: Option<Moment>) -> impl Iterator<Item = Fact> {
    at.into_iter().map(|at| fact("Wanneer", format!("{}, {}", day_with_year(at.day()), clock(at))))
}

/// A proposal that came to nothing: the reason, and what it was.
fn rejected(title: &str, no: &Rejected, name: impl Fn(&shared::id::AccountId) -> String) -> Told {
    let Told { title: what, facts } = proposed(title, &no.proposal, name);
    with(what, std::iter::once(fact("Waarom", no.reason.as_str())).chain(facts).collect())
}

/// The text of a proposal or an agreement, with all its parts.
pub(super) fn proposed(before: &str, proposal: &Proposal, name: impl Fn(&shared::id::AccountId) -> String) -> Told {
    match proposal {
        Proposal::Ruling(decision) => with(format!("{before}: besluit"), ruling(decision, &name)),
        Proposal::Malicious(note) => with(format!("{before}: kwaadwillige melding"), early(note)),
        Proposal::NoContact(note) => {
            with(format!("{before}: verder zonder contact met de melder"), turns::no_contact(note))
        }
        Proposal::Untold(note) => {
            with(format!("{before}: afsluiten zonder het de melder te vertellen"), turns::untold(note))
        }
        Proposal::NoFeedback(reason) => {
            with(format!("{before}: niet terugkoppelen"), vec![fact("Reden", reason.reason.as_str())])
        }
        Proposal::VttNotNeeded(note) => with(format!("{before}: Veilig Thuis niet nodig"), safety::not_needed(note)),
        Proposal::LowerSafety(note) => {
            with(format!("{before}: leeftijd of gevaar corrigeren"), safety::correction(note))
        }
        Proposal::EndHold(why) => {
            with(format!("{before}: bewaarplicht eraf"), vec![fact("Reden", why.reason.as_str())])
        }
        Proposal::Exclude(note) => {
            let until = note.until.map(day_with_year).unwrap_or_else(|| "nee, pas na akkoord".into());
            with(
                format!("{before}: uitsluiten van {}", name(&note.who)),
                vec![fact("Reden", note.reason.as_str()), fact("Werkt al, tot en met", until)],
            )
        }
        Proposal::Lift(note) => with(
            format!("{before}: uitsluiting opheffen van {}", name(&note.who)),
            vec![fact("Reden", note.reason.as_str())],
        ),
    }
}

fn source(note: &SourceNote, ground: &str) -> Vec<Fact> {
    vec![
        fact("Bron", note.source.as_str()),
        fact("Grondslag", ground),
        fact("Datum", day_with_year(note.day)),
        fact("Resultaat", note.result.as_str()),
    ]
    .into_iter()
    .chain(safety::household(note.household, note.agreed.as_ref()))
    .collect()
}

fn kmt(check: &KmtCheck) -> Vec<Fact> {
    let mut facts = vec![fact("Soort", check.kind.words()), fact("Vraag", check.question.as_str())];
    facts.extend(check.summary.iter().map(|text| fact("Samenvatting zonder namen", text.as_str())));
    facts.extend(check.ground.iter().map(|text| fact("Grondslag", text.as_str())));
    facts.push(fact("Gevraagd aan", check.asked_of.as_str()));
    facts.push(fact("Datum", day_with_year(check.day)));
    facts.push(fact("Antwoord", check.answer.as_str()));
    facts
}

fn feedback(note: &FeedbackNote) -> Vec<Fact> {
    let (how, day) = (note.means.words(), day_with_year(note.day));
    let told = [fact("Hoe", how), fact("Verteld", note.text.as_str()), fact("Datum", day)];
    told.into_iter().chain(note.reporter.iter().map(|text| fact("Op Mijn melding", text.as_str()))).collect()
}

fn early(note: &EarlyEnd) -> Vec<Fact> {
    let mut facts = vec![fact("Reden", note.reason.words()), fact("Toelichting", note.explanation.as_str())];
    facts.extend(feedback(&note.feedback));
    facts
}

fn ruling(ruling: &Ruling, name: impl Fn(&shared::id::AccountId) -> String) -> Vec<Fact> {
    let mut facts = vec![
        fact("Wat denken we dat er speelt?", ruling.meaning.as_str()),
        fact("Inschatting", ruling.assessment.words()),
        fact("Melder gehoord", ruling.heard.words()),
    ];
    facts.extend(ruling.why_not_heard.iter().map(|why| fact("Waarom niet", why.as_str())));
    facts.extend(meeting_facts(ruling, name));
    facts.extend(ruling.referrals.iter().map(|referral| fact("Vervolgstap", one_line(referral))));
    facts
}

fn one_line(referral: &Referral) -> String {
    let mut text = referral.to.words().to_owned();
    for (name, part) in [("ontvanger", &referral.receiver), ("grondslag", &referral.ground)] {
        text.extend(part.iter().map(|part| format!(", {name}: {}", isolated(part.as_str()))));
    }
    text.push_str(&format!(", {}", day_with_year(referral.day)));
    if let Some(on) = referral.planned {
        text.push_str(&format!(", op de agenda van {}", day_with_year(on)));
    }
    for (name, part) in [
        ("Gedeeld:", &referral.shared),
        ("Kan deze persoon gedwongen zijn?", &referral.coerced),
        ("De persoon is het ermee eens:", &referral.consent),
    ] {
        text.extend(part.iter().map(|part| format!(". {name} {}", isolated(part.as_str()))));
    }
    text
}

/// The answers on a meldingsformulier, in the order of the form, without the empty ones.
#[must_use]
pub fn form_facts(form: &FormSheet) -> Vec<Fact> {
    let mut facts: Vec<Fact> = form.persons.iter().map(|person| fact("Persoon", person_line(person))).collect();
    facts.push(fact("Hoe veilig is het nu?", form.safety.as_str()));
    facts.push(fact("Kinderen in huis", form.children.words()));
    let optional = [
        ("Dwangmiddelen", &form.control),
        ("Plek of bedrijf", &form.place),
        ("Voertuigen", &form.vehicles),
        ("Telefoonnummers", &form.phones),
        ("Wat wil de persoon zelf?", &form.wishes),
        ("Wat doet de melder?", &form.reporter_does),
    ];
    facts.extend(optional.into_iter().filter_map(|(name, text)| Some(fact(name, text.as_ref()?.as_str()))));
    facts.push(fact("Weet de persoon van de melding?", form.knows.words()));
    facts
}

/// `Mogelijk slachtoffer en mogelijk dader`.
#[must_use]
pub fn roles_in_words(roles: &Roles) -> String {
    let mut words = roles.all().iter().map(|role| role.words());
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |text, word| format!("{text} en {}", word.to_lowercase()))
}

fn person_line(person: &Person) -> String {
    let mut text = format!("{}, {}", roles_in_words(&person.roles), person.age.words());
    let parts = [("", &person.description), ("talen: ", &person.languages), ("kwetsbaar: ", &person.vulnerability)];
    for (name, part) in parts {
        if let Some(part) = part {
            text.push_str(&format!(", {name}{}", isolated(part.as_str())));
        }
    }
    text + &format!(", tolk nodig: {}", person.interpreter.lower())
}
