//! The stories of the fictional gemeente: a week's work in every step of the route.
use super::{
    notes::{assign, attempt, contact, end_early, feedback, form, kmt, plan, referral, ruling, source},
    play::Play,
};
use kit::Failure;
use shared::{
    answer::Known,
    case::{
        Act,
        notes::{AgeGroup, EarlyReason, ReferralTarget},
    },
    contract::examples,
    indicators::{ExploitationForm, Origin, Tick},
    report::{Draft, Subject, VttDraft, VttState},
};

/// Plays them all; answers the code of a melder whose case is well under way.
pub fn all(play: &Play) -> Result<String, Failure> {
    long_closed(play)?;
    closed(play)?;
    let code = referred(play)?;
    decision(play)?;
    investigation(play)?;
    in_contact(play)?;
    waiting_for_a_call(play)?;
    Ok(code)
}

fn draft(play: &Play, subject: Subject, form: ExploitationForm, signals: &[&str], story: &str) -> Draft {
    let tick = |id: &&str| Tick { id: (*id).to_owned(), origin: Origin::Seen };
    Draft {
        list: play.list.clone(),
        subject: Some(subject),
        forms: vec![form],
        ticks: signals.iter().map(tick).collect(),
        story: story.into(),
        known: String::new(),
        ..examples::draft()
    }
}

fn by(name: &str, team: &str, phone: &str, draft: Draft) -> Draft {
    Draft { name: name.into(), team: team.into(), phone: phone.into(), email: String::new(), ..draft }
}

/// Closed so long ago that its term is over: work for the FG.
fn long_closed(play: &Play) -> Result<(), Failure> {
    let story = "De verkeerde knop: dit was een verzonnen melding over een lekkende kraan.";
    let sent = draft(play, Subject::Place, ExploitationForm::Unknown, &[], story);
    play.report(40, by("Lot Verschreven", "Onderhoud", "074 000 00 21", sent))?
        .then(39, 0, contact("Een vergissing: de melding hoort bij het meldpunt openbare ruimte.")?)?
        .then(39, 0, end_early(play.day_ago(39), EarlyReason::Mistake, "Verkeerde formulier gekozen.")?)?;
    Ok(())
}

fn closed(play: &Play) -> Result<(), Failure> {
    let story = "Een man bij de balie kreeg steeds van een ander te horen wat hij moest zeggen.";
    let sent = draft(play, Subject::Person, ExploitationForm::Unknown, &["ander-doet-het-woord"], story);
    play.report(24, by("Ties Bedacht", "Balie burgerzaken", "074 000 00 11", sent))?
        .then(22, 0, contact("De ander bleek een tolk te zijn die de man zelf had meegenomen.")?)?
        .then(
            21,
            0,
            end_early(
                play.day_ago(21),
                EarlyReason::NotTrafficking,
                "De man kiest zelf zijn tolk. Er speelt niets anders.",
            )?,
        )?;
    let story = "In een verzonnen wasstraat werken mensen van vroeg tot laat. Ze slapen boven de zaak.";
    let sent = draft(play, Subject::Place, ExploitationForm::Labour, &["slaapt-op-werkplek", "lange-werkdagen"], story);
    play.report(23, by("Roos Fantasie", "Toezicht", "074 000 00 12", sent))?
        .then(21, 1, contact("Rustig gesproken. Wat gezien is staat op papier.")?)?
        .then(21, 1, form("Medewerker Een (verzonnen)", AgeGroup::From27, "Geen direct gevaar.")?)?
        .then(20, 1, plan("Wie woont er boven de zaak, en is dat toegestaan?", play.day_ago(12))?)?
        .then(18, 1, source(play, play.day_ago(18), "De zaak staat ingeschreven op naam van Fictief BV.")?)?
        .then(17, 1, kmt(play.day_ago(17), "Past bij wat we vaker zien. Bespreek het met de inspectie.")?)?
        .then(12, 1, Act::MoveToDecision)?
        .then(
            11,
            0,
            ruling(
                "Waarschijnlijk uitbuiting op het werk.",
                (play.day_ago(11), &play.officers),
                vec![referral(ReferralTarget::Kmt, "Procesmanager", play.day_ago(11))?],
            )?,
        )?
        .then(11, 1, Act::Agree(None))?
        .then(10, 0, feedback(play.day_ago(10))?)?
        .then(9, 0, Act::Close)?;
    Ok(())
}

fn referred(play: &Play) -> Result<String, Failure> {
    let story = "Achter een verzonnen garage staan bedden. De ramen zijn afgeplakt. Een man wilde niet dat ik met anderen praatte.";
    let signals = ["bedden-in-bedrijf", "ramen-afgeplakt", "ander-doet-het-woord"];
    let sent = draft(play, Subject::Place, ExploitationForm::Labour, &signals, story);
    let thread = play
        .report(15, by("Sil Verzinsel", "Handhaving", "074 000 00 13", sent))?
        .then(15, 0, assign(&play.officers[0]))?
        .then(14, 0, contact("Gesproken. Hij komt er elke week langs voor zijn werk.")?)?
        .then(13, 0, form("Slaper Twee (verzonnen)", AgeGroup::From18To26, "Geen direct gevaar bekend.")?)?
        .then(13, 0, plan("Van wie is het pand en wie slaapt er?", play.day_ago(6))?)?
        .then(10, 0, source(play, play.day_ago(10), "Het pand is van Verzonnen Vastgoed.")?)?
        .then(9, 0, kmt(play.day_ago(9), "Breng het in bij het RIEC.")?)?
        .then(6, 0, Act::MoveToDecision)?
        .then(
            5,
            1,
            ruling(
                "Mogelijk uitbuiting, met meer panden.",
                (play.day_ago(5), &play.officers),
                vec![
                    referral(ReferralTarget::Riec, "Accountmanager RIEC", play.day_ago(5))?,
                    referral(ReferralTarget::Ondermijning, "Voorzitter overleg", play.day_ago(5))?,
                ],
            )?,
        )?
        .then(5, 0, Act::Agree(None))?
        .then(4, 0, feedback(play.day_ago(4))?)?;
    Ok(thread.code)
}

fn decision(play: &Play) -> Result<(), Failure> {
    let story = "Een vrouw vertelde dat zij al haar loon moet afgeven aan degene die haar hierheen bracht.";
    let sent =
        draft(play, Subject::Person, ExploitationForm::Sexual, &["moet-alles-afgeven", "gehaald-en-gebracht"], story);
    play.report(12, by("Noor Denkbeeld", "Inkomen", "074 000 00 14", sent))?
        .then(11, 1, assign(&play.officers[1]))?
        .then(10, 1, contact("De melder kent haar al een jaar en heeft een goed contact.")?)?
        .then(10, 1, form("Persoon Drie (verzonnen)", AgeGroup::From18To26, "Zij slaapt nu bij een vriendin.")?)?
        .then(9, 1, plan("Welke hulp wil zij zelf?", play.day_ago(2))?)?
        .then(6, 1, kmt(play.day_ago(6), "De zorgcoördinator denkt graag mee als zij dat wil.")?)?
        .then(2, 1, Act::MoveToDecision)?;
    Ok(())
}

fn investigation(play: &Play) -> Result<(), Failure> {
    let story = "Op naam van een jongen staan vier telefoonabonnementen. Hij weet er niets van.";
    let sent = Draft {
        minor: Some(Known::Unknown),
        vtt: VttDraft {
            state: Some(VttState::Reported),
            who: "Zelf".into(),
            when: "Dezelfde dag".into(),
            reference: "VERZONNEN-17".into(),
            why: String::new(),
        },
        ..draft(play, Subject::Person, ExploitationForm::Criminal, &["veel-op-naam", "op-naam-weet-van-niets"], story)
    };
    play.report(8, by("Bram Bedenksel", "Schuldhulp", "074 000 00 15", sent))?
        .then(7, 0, assign(&play.officers[0]))?
        .then(6, 0, contact("De jongen komt vrijdag terug. Veilig Thuis weet ervan.")?)?
        .then(6, 0, form("Jongen Vier (verzonnen)", AgeGroup::Unknown, "Thuis lijkt het rustig.")?)?
        .then(5, 0, plan("Wie sloot de abonnementen af?", play.day_ahead(2))?)?;
    Ok(())
}

fn in_contact(play: &Play) -> Result<(), Failure> {
    let story = "Een man in een verzonnen kas draagt bij kou alleen een trui en durft niets te zeggen.";
    let sent = draft(play, Subject::Person, ExploitationForm::Labour, &["bang-of-uitgeput", "gevaarlijk-werk"], story);
    play.phone_report(3, by("Iris Onwaar", "Wijkteam", "074 000 00 16", sent))?
        .then(2, 0, assign(&play.officers[0]))?
        .then(1, 0, contact("Morgen vullen we samen het formulier in.")?)?;
    Ok(())
}

fn waiting_for_a_call(play: &Play) -> Result<(), Failure> {
    let story = "Twee weken achter elkaar haalt dezelfde man steeds andere vrouwen op bij de verzonnen balie.";
    let sent = draft(play, Subject::Person, ExploitationForm::Sexual, &["steeds-dezelfde-begeleider"], story);
    play.report(5, by("Jip Voorstelling", "Receptie", "074 000 00 17", sent))?
        .then(3, 1, attempt("Geen gehoor")?)?
        .then(2, 1, attempt("Collega belt terug")?)?;
    let story = "In de schuur achter het verzonnen bedrijf zag ik zes bedden. De ramen zijn afgeplakt.";
    let sent = draft(play, Subject::Place, ExploitationForm::Labour, &["bedden-in-bedrijf", "ramen-afgeplakt"], story);
    play.report(3, by("Nadia Verzonnen", "Balie werk en inkomen", "074 000 00 18", sent))?;
    let story = "Een meisje van een jaar of vijftien wacht elke avond bij dezelfde verzonnen auto.";
    let urgent = Draft {
        minor: Some(Known::Yes),
        acute: Some(Known::No),
        vtt: VttDraft { state: Some(VttState::NotReached), ..VttDraft::default() },
        ..draft(play, Subject::Person, ExploitationForm::Unknown, &["oudere-contacten", "altijd-bereikbaar"], story)
    };
    play.report(1, by("Kees Kunstmatig", "Leerplicht", "074 000 00 19", urgent))?;
    let story = "Iemand vertelde dat een vriend voor een operatie in het buitenland betaald kreeg.";
    let heard = draft(play, Subject::Person, ExploitationForm::OrganSurrogacy, &["operatie-door-ander-betaald"], story);
    play.report(0, by("Mila Gefingeerd", "Wmo", "074 000 00 20", heard))?;
    Ok(())
}
