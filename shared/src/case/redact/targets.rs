//! What is looked for in a text: everything in a case that points at the melder or at another person.
use super::{
    fold::Folded,
    text::{Sought, SoughtKind},
};
use crate::{
    case::{Case, notes::Person},
    report::{Colleague, Reporter, Sender},
    text::{Line, Phone, PhoneNumber, Prose},
};

/// Words between the names of many, which point at nobody and stand in every text.
const SMALL: [&str; 26] = [
    "aan", "bij", "da", "de", "den", "der", "des", "di", "du", "en", "het", "in", "la", "le", "of", "onder", "op",
    "over", "te", "ten", "ter", "tot", "uit", "van", "von", "zu",
];

/// Of the nine digits of a Dutch number without its 0, the most that are left out within one town.
const LOCAL: usize = 3;

/// Something to look for, and the forms in which it may be written: letters and digits, with a space where other signs
/// may stand.
pub(super) struct Target {
    /// What it is.
    pub sought: Sought,
    /// In normal form.
    pub forms: Vec<Vec<char>>,
}

impl Target {
    fn of(kind: SoughtKind, text: &str, forms: Vec<String>) -> Self {
        let mut forms: Vec<Vec<char>> = forms.iter().map(|form| words(form).join(&' ')).collect();
        forms.retain(|form| form.len() > 1);
        Self { sought: Sought { kind, text: text.to_owned() }, forms }
    }
}

/// Everything in this case that points at the melder, or at another person than these of the form.
///
/// A form of before may have described the same person in other words; then those are looked for as well. So it is too
/// much that is taken away, and never the name of somebody else who stood in this place of the form.
pub(super) fn of(case: &Case, kept: &[&Person]) -> Vec<Target> {
    let mut targets = of_sender(&case.origins().report.sender);
    let stays = |text: &Line| kept.iter().any(|person| person.description.as_ref() == Some(text));
    for form in case.forms() {
        let described = form.persons.iter().filter_map(|other| other.description.as_ref());
        let described = described.filter(|other| !stays(other));
        targets.extend(described.map(|text| Target::of(SoughtKind::Other, text.as_str(), description(text.as_str()))));
    }
    targets
}

/// Where it is, and what is driven there: the words of each line, and those that begin as a name does.
pub(super) fn places(case: &Case) -> Vec<Target> {
    let report = case.origins().report.place.iter().map(Line::as_str);
    let forms = case.forms().flat_map(|form| form.place.iter().chain(&form.vehicles).map(Prose::as_str));
    let lines = report.chain(forms).flat_map(|text| text.split(['\n', ',', ';', '.'])).map(str::trim);
    let lines = lines.filter(|line| !line.is_empty());
    lines.map(|line| Target::of(SoughtKind::Place, line, place(line))).collect()
}

/// The line, and its words that begin as a name does: a number alone points at nothing.
fn place(line: &str) -> Vec<String> {
    let mut found = description(line);
    found.retain(|part| part.contains(' ') || !part.chars().all(|c| c.is_numeric()));
    found
}

/// The forms in which the name of somebody may stand.
pub(super) fn of_name(name: &str) -> Vec<Vec<char>> {
    Target::of(SoughtKind::Name, name, parts(name)).forms
}

/// Whoever it came from; at KMT the AF may have typed a name.
fn of_sender(sender: &Sender) -> Vec<Target> {
    match sender {
        Sender::Reporter(reporter) => of_reporter(reporter),
        Sender::Kmt(signal) => {
            let who = signal.who.as_str();
            vec![Target::of(SoughtKind::Other, who, description(who))]
        }
    }
}

fn of_reporter(reporter: &Reporter) -> Vec<Target> {
    let name = reporter.name.as_str();
    let mut targets = vec![
        Target::of(SoughtKind::Name, name, parts(name)),
        Target::of(SoughtKind::Phone, reporter.phone.as_str(), numbers(&reporter.phone)),
    ];
    let team = reporter.team.iter().map(|team| team.as_str());
    targets.extend(team.map(|team| Target::of(SoughtKind::Team, team, [description(team), ways(team)].concat())));
    let email = reporter.email.iter().map(|email| email.as_str());
    targets.extend(email.map(|email| Target::of(SoughtKind::Email, email, vec![email.to_owned()])));
    let reachable = reporter.reachable.iter().map(|text| text.as_str());
    targets.extend(
        reachable.map(|text| Target::of(SoughtKind::Reachable, text, [vec![text.to_owned()], ways(text)].concat())),
    );
    targets.extend(reporter.colleague.iter().flat_map(of_colleague));
    targets
}

/// The colleague who saw it is protected as the melder is.
fn of_colleague(colleague: &Colleague) -> Vec<Target> {
    let name = colleague.name.as_str();
    let phone = colleague.phone.iter();
    let phone = phone.map(|phone| Target::of(SoughtKind::Phone, phone.as_str(), numbers(phone)));
    std::iter::once(Target::of(SoughtKind::Name, name, parts(name))).chain(phone).collect()
}

/// The name and every part of it that is not a small word.
fn parts(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| !(c.is_alphanumeric() || Folded::of(&c.to_string()).chars.is_empty()));
    let parts = parts.filter(|part| !SMALL.contains(&part.to_lowercase().as_str()));
    std::iter::once(text).chain(parts).map(str::to_owned).collect()
}

/// The words together, and of the single ones what looks like a name or a number.
fn description(text: &str) -> Vec<String> {
    let pointing = |part: &String| part.chars().any(|c| c.is_uppercase() || c.is_numeric() || !has_case(c));
    let mut found = parts(text);
    let mut first = true;
    found.retain(|part| std::mem::take(&mut first) || pointing(part));
    found
}

/// Whether a letter is of a script that has capitals; in the others every word may be a name.
fn has_case(c: char) -> bool {
    !c.is_alphabetic() || c.is_lowercase() || c.is_uppercase()
}

/// The numbers and e-mail addresses in a text that is about something else.
fn ways(text: &str) -> Vec<String> {
    let signs = |c: char| !(c.is_ascii_digit() || " +-()".contains(c));
    let numbers = text.split(signs).filter_map(|part| Phone::parse(part.trim()).ok());
    let emails = text.split_whitespace().filter(|word| word.contains('@')).map(str::to_owned);
    numbers.flat_map(|phone| self::numbers(&phone)).chain(emails).collect()
}

/// The text, and each number in it, as it is called from here and from abroad.
fn numbers(phone: &Phone) -> Vec<String> {
    let forms = |number: PhoneNumber| {
        let digits = number.dialled.trim_start_matches('+').to_owned();
        let own = digits.strip_prefix('0').or_else(|| digits.strip_prefix("31")).filter(|own| own.len() == 9);
        let short = own.into_iter().flat_map(|own| [own.to_owned(), own[LOCAL..].to_owned()]);
        let others = own.into_iter().flat_map(|own| ["0", "31", "310"].map(|front| format!("{front}{own}")));
        let others = others.chain(short);
        others.collect::<Vec<_>>().into_iter().chain([digits]).collect::<Vec<_>>()
    };
    std::iter::once(phone.as_str().to_owned()).chain(phone.numbers().into_iter().flat_map(forms)).collect()
}

/// The words of a text in normal form.
fn words(text: &str) -> Vec<Vec<char>> {
    let folded = Folded::of(text).chars;
    folded.split(|c| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(<[char]>::to_vec).collect()
}
