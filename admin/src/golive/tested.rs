//! The points that can be tested: keys and store, the calendar, the profile, the appointed people, and that it is no
//! practice instance.
use super::{Point, State};
use chrono::Datelike;
use desk::{Desk, account};
use kit::{Failure, inbox::practice::PRACTICE};
use shared::{
    access::Role,
    moment::Day,
    profile::{Contact, Profile},
};

fn point(name: &'static str, what: &'static str, wrong: Option<String>) -> Point {
    Point { name, what, state: wrong.map_or(State::Tested, State::Open) }
}

fn failed(failure: &Failure) -> String {
    failure.problem().detail.clone()
}

/// The advice where a profile or list can't be read.
const UNREADABLE: &str = "niet te lezen; `meldroute profiel` noemt bestand en regel";

/// The points.
pub fn points(desk: &Desk, clean: bool, today: Day) -> Vec<Point> {
    let profile = desk.profile();
    vec![
        point(
            "opslag",
            "de sleutels passen en alles is te lezen",
            (!clean).then(|| "zie de bevindingen hierboven".into()),
        ),
        point("oefenomgeving", "dit is geen oefenomgeving", practice(desk)),
        point("aangewezen", "twee of meer AF's en een FG kunnen inloggen", appointed(desk)),
        point("kalender", "de aangewezen dagen zijn bekend tot en met volgend jaar", calendar(desk, today)),
        point("profiel", "het profiel is volledig", profile.as_ref().map_or_else(|_| Some(UNREADABLE.into()), missing)),
        point("mail", "wie de melder mail belooft, kan mailen", profile.ok().and_then(|one| mail(desk, &one))),
    ]
}

/// A melder reads beside the e-mail address that news comes by mail.
fn mail(desk: &Desk, profile: &Profile) -> Option<String> {
    let is_empty = |name: &&&str| (desk.environment().variables)(name).unwrap_or_default().is_empty();
    let missing = ["relay_url", "relay_token"].iter().find(is_empty).filter(|_| profile.mails)?;
    Some(format!("`mailAanMelder` staat aan, en SPIN_VARIABLE_{} is leeg", missing.to_uppercase()))
}

fn practice(desk: &Desk) -> Option<String> {
    match desk.inbox.pointers.exists(&PRACTICE) {
        Ok(false) => None,
        Ok(true) => Some("de opslag is van een oefenomgeving; begin met een lege".into()),
        Err(failure) => Some(failed(&failure)),
    }
}

fn appointed(desk: &Desk) -> Option<String> {
    let accounts = match account::all(desk) {
        Ok(accounts) => accounts,
        Err(failure) => return Some(failed(&failure)),
    };
    let count = |role| accounts.iter().filter(|account| account.role == role && account.can_log_in()).count();
    let (officers, privacy) = (count(Role::Officer), count(Role::PrivacyOfficer));
    let functions = desk.profile().map_or(0, |profile| profile.functions.len());
    let without = accounts.iter().filter(|one| one.takes_cases() && one.function.is_none());
    let without = if functions == 0 { 0 } else { without.count() };
    if officers < 2 || privacy < 1 {
        return Some(format!("er zijn {officers} AF's en {privacy} FG's die kunnen inloggen"));
    }
    (without > 0).then(|| {
        format!("van {without} AF's is de functie niet bekend: zij zien geen melding waarbij de melder iemand uitsloot; de functioneel beheerder vult hem in")
    })
}

/// Decrees come years ahead: a list that ends this year was not kept.
fn calendar(desk: &Desk, today: Day) -> Option<String> {
    let known = match desk.calendar() {
        Ok(calendar) => calendar.known_until(),
        Err(_) => return Some(UNREADABLE.into()),
    };
    let until = known.map_or_else(|| "geen enkele".to_owned(), |day| day.to_string());
    let enough = known.is_some_and(|day| day.year() > today.year());
    (!enough).then(|| format!("de laatste bekende dag is {until}; vul lijsten/aangewezen-dagen.json aan"))
}

/// The values that are missing in a profile, or fictional.
pub fn missing(profile: &Profile) -> Option<String> {
    let contacts = &profile.contacts;
    let numbers = [&contacts.emergency, &contacts.veilig_thuis, &contacts.police, &contacts.kmt, &contacts.confidant];
    let made_up = |contact: &&&Contact| contact.number.trim().is_empty() || contact.number.contains("000 0");
    let mut wrong: Vec<String> = numbers.iter().filter(made_up).map(|one| format!("nummer van {}", one.name)).collect();
    let contact = profile.security_contact.as_deref().unwrap_or_default();
    let reachable = ["mailto:", "https://"].iter().any(|kind| contact.starts_with(kind));
    if !reachable || contact.ends_with(".example") {
        wrong.push("beveiligingscontact".into());
    }
    match &profile.backup {
        None => wrong.push("achterwacht".into()),
        Some(backup) if backup.number.contains("000 0") || backup.email.ends_with(".example") => {
            wrong.push("nummer en adres van de achterwacht".into());
        }
        Some(backup) => wrong.extend(backup.check().err().map(|field| format!("{field} van de achterwacht"))),
    }
    if !profile.kmt_site.starts_with("https://") {
        wrong.push("kmtSite".into());
    }
    let groundless = profile.sources.iter().filter(|source| source.ground.trim().is_empty());
    wrong.extend(groundless.map(|source| format!("grondslag van {}", source.name)));
    if profile.retention.established.is_none() {
        wrong.push("vastgesteldOp van de bewaartermijnen".into());
    }
    if profile.sharing.established.is_none() {
        wrong.push("vastgesteldOp van delen (wat waarheen mag)".into());
    }
    (!wrong.is_empty()).then(|| format!("ontbreekt of is verzonnen: {}", wrong.join(", ")))
}
