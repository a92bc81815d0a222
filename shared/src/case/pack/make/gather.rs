use crate::{
    case::{
        Case,
        notes::{FormSheet, Person, PersonRole},
        pack::{KeptBack, KeptWhy, PackItem, PackValue},
        redact::{Blanks, Sought},
    },
    sharing::{DataKind, SharingRule},
    text::{Line, Prose},
};

/// Something that somebody wrote.
pub(super) trait Written {
    /// The words.
    fn words(&self) -> &str;
}

impl Written for Line {
    fn words(&self) -> &str {
        self.as_str()
    }
}

impl Written for Prose {
    fn words(&self) -> &str {
        self.as_str()
    }
}

/// What may go to one receiver so far, and what stays.
pub(super) struct Gather<'a> {
    rule: Option<&'a SharingRule>,
    blanks: Blanks,
    offered: Vec<PackItem>,
    kept: Vec<KeptBack>,
}

impl<'a> Gather<'a> {
    /// For the receiver of this rule. Without one, or without a ground in it, nothing may go.
    pub fn of(case: &Case, rule: Option<&'a SharingRule>) -> Self {
        let rule = rule.filter(|rule| !rule.grounds.is_empty());
        let persons = case.latest_form().map(|form: &FormSheet| form.persons.as_slice()).unwrap_or_default();
        let may = |kinds: &[DataKind]| rule.is_some_and(|rule| kinds.iter().all(|kind| rule.may.contains(kind)));
        let named: Vec<&Person> = persons.iter().filter(|person| may(&kinds_of(person))).collect();
        let blanks = Blanks::of(case, &named);
        let people = rule.is_some_and(SharingRule::names_people);
        let blanks = if people { blanks.with_numbers() } else { blanks };
        Self { rule, blanks, offered: Vec::new(), kept: Vec::new() }
    }

    /// Whether data of all these kinds may go there.
    pub fn may(&self, kinds: &[DataKind]) -> bool {
        self.rule.is_some_and(|rule| kinds.iter().all(|kind| rule.may.contains(kind)))
    }

    /// Something that was chosen from a list.
    pub fn value(&mut self, id: &str, name: &str, kinds: &[DataKind], value: PackValue) {
        self.add(id, name, kinds, (false, value));
    }

    /// Something that somebody wrote, if it is there.
    pub fn words<W: Written>(&mut self, id: &str, name: &str, kinds: &[DataKind], words: Option<&W>) {
        let Some(words) = words else { return };
        let points = self.rule.is_some_and(|rule| rule.may.iter().any(|kind| kind.identifies()));
        if self.may(kinds) && !points && !kinds.is_empty() {
            return self.stays(name, KeptWhy::OwnWords, Vec::new());
        }
        let text = PackValue::Text(self.blanks.apply(words.words()));
        self.add(id, name, kinds, (true, text));
    }

    /// A line without what points at somebody else.
    pub fn blanked(&self, line: Option<&Line>) -> Option<String> {
        line.map(|line| self.blanks.apply(line.as_str()))
    }

    /// Somebody who is named.
    pub fn person(&mut self, id: &str, name: &str, kinds: &[DataKind], value: PackValue) {
        self.add(id, name, kinds, (true, value));
    }

    /// What stands about care and health; an AF who does not read it cannot let it go.
    pub fn care(&mut self, id: &str, reads: bool, words: &Prose) {
        let name = "Zorg en gezondheid";
        if self.may(&[DataKind::Care]) && !reads {
            return self.stays(name, KeptWhy::Unopened, Vec::new());
        }
        self.words(id, name, &[DataKind::Care], Some(words));
    }

    /// What may go, what stays, and what was looked for in vain.
    pub fn ends(self) -> (Vec<PackItem>, Vec<KeptBack>, Vec<Sought>) {
        let texts = self.offered.iter().filter_map(|item| match &item.value {
            PackValue::Text(text) => Some(text.as_str()),
            PackValue::Subject(_)
            | PackValue::Forms(_)
            | PackValue::Signals(_)
            | PackValue::Ages(_)
            | PackValue::Answer(_)
            | PackValue::Assessment(_)
            | PackValue::VeiligThuis(_)
            | PackValue::Person(_) => None,
        });
        let missed = self.blanks.missed(texts);
        (self.offered, self.kept, missed)
    }

    fn add(&mut self, id: &str, name: &str, kinds: &[DataKind], (own_words, value): (bool, PackValue)) {
        if self.may(kinds) {
            let (id, name, kinds) = (id.to_owned(), name.to_owned(), kinds.to_vec());
            self.offered.push(PackItem { id, name, kinds, own_words, value });
        } else {
            let never = kinds.iter().copied().filter(|kind| !self.may(&[*kind])).collect();
            self.stays(name, KeptWhy::Kind, never);
        }
    }

    fn stays(&mut self, name: &str, why: KeptWhy, kinds: Vec<DataKind>) {
        self.kept.push(KeptBack { name: name.to_owned(), why, kinds });
    }
}

/// The kinds that somebody of the form counts for: all of their roles.
pub(super) fn kinds_of(person: &Person) -> Vec<DataKind> {
    let kind = |role: &PersonRole| match role {
        PersonRole::PossibleVictim => DataKind::PossibleVictim,
        PersonRole::PossibleOffender => DataKind::PossibleOffender,
        PersonRole::Unknown | PersonRole::Witness => DataKind::Others,
    };
    person.roles.all().iter().map(kind).collect()
}
