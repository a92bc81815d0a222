use crate::{
    case::{
        Case,
        notes::{FormSheet, Person, PersonRole, Referral},
        pack::{KeptBack, KeptWhy, PackItem, PackValue},
        redact::{Blanks, Sought, Told},
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
    /// What they may have.
    may: Option<&'a [DataKind]>,
    /// Why nothing goes there at all.
    nothing: Option<KeptWhy>,
    /// Whether a possible victim may be named: where that is asked, it was answered whether they may be forced.
    answered: bool,
    blanks: Blanks,
    offered: Vec<PackItem>,
    kept: Vec<KeptBack>,
    /// What is offered in own words, as it was written.
    written: Vec<String>,
}

impl<'a> Gather<'a> {
    /// For the receiver of this rule. Nothing may go without a rule, without a ground that it names, and where the
    /// person has to agree, without how they did.
    pub fn of(case: &Case, (rule, referral): (Option<&'a SharingRule>, &Referral), officers: &[String]) -> Self {
        let nothing = rule.map_or(Some(KeptWhy::Kind), |rule| refused(rule, referral));
        let rule = rule.filter(|_| nothing.is_none());
        let answered = referral.coerced.is_some() || !rule.is_some_and(|rule| rule.asks_coerced);
        Self::with(case, (rule.map(|rule| rule.may.as_slice()), answered), nothing, officers)
    }

    /// For the gemeente's own register: all kinds.
    pub fn of_everything(case: &Case, officers: &[String]) -> Self {
        Self::with(case, (Some(DataKind::ALL), true), None, officers)
    }

    fn with(
        case: &Case,
        (may, answered): (Option<&'a [DataKind]>, bool),
        nothing: Option<KeptWhy>,
        officers: &[String],
    ) -> Self {
        let persons = case.latest_form().map(|form: &FormSheet| form.persons.as_slice()).unwrap_or_default();
        let goes = |kinds: &[DataKind]| allows(may, answered, kinds);
        let named: Vec<&Person> = persons.iter().filter(|person| goes(&kinds_of(person))).collect();
        let told = Told { people: &named, numbers: goes(&ANYBODY), places: goes(&[DataKind::Place]) };
        let blanks = Blanks::of(case, told).and_names(officers);
        let (offered, kept, written) = Default::default();
        Self { may, nothing, answered, blanks, offered, kept, written }
    }

    /// Whether data of all these kinds may go there.
    pub fn may(&self, kinds: &[DataKind]) -> bool {
        allows(self.may, self.answered, kinds)
    }

    /// Something that was chosen from a list.
    pub fn value(&mut self, id: &str, name: &str, kinds: &[DataKind], value: PackValue) {
        self.add(id, name, kinds, (false, value));
    }

    /// Something that somebody wrote, if it is there.
    pub fn words<W: Written>(&mut self, id: &str, name: &str, kinds: &[DataKind], words: Option<&W>) {
        if let Some(words) = words {
            self.text(id, name, kinds, words.words());
        }
    }

    /// The same for a text. Own words are about people, so they go only where somebody may be named.
    pub fn text(&mut self, id: &str, name: &str, kinds: &[DataKind], text: &str) {
        if !self.may(kinds) {
            return self.refuse(name, kinds);
        }
        let somebody = ANYBODY.iter().any(|kind| self.may(&[*kind]));
        if kinds.contains(&DataKind::Nature) && !somebody {
            return self.stays(name, KeptWhy::OwnWords, Vec::new());
        }
        let value = PackValue::Text(self.blanked(text));
        self.add(id, name, kinds, (true, value));
    }

    /// A text that may go, without what points at the melder or at what may not go there.
    pub fn blanked(&mut self, text: &str) -> String {
        self.written.push(text.to_owned());
        self.blanks.apply(text)
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
        let missed = self.blanks.missed(self.written.iter().map(String::as_str));
        (self.offered, self.kept, missed)
    }

    fn add(&mut self, id: &str, name: &str, kinds: &[DataKind], (own_words, value): (bool, PackValue)) {
        if !self.may(kinds) {
            return self.refuse(name, kinds);
        }
        let (id, name, kinds) = (id.to_owned(), name.to_owned(), kinds.to_vec());
        self.offered.push(PackItem { id, name, kinds, own_words, value });
    }

    /// It stays, because not all of these kinds may go there.
    pub fn refuse(&mut self, name: &str, kinds: &[DataKind]) {
        if let Some(why) = self.nothing {
            self.stays(name, why, Vec::new());
        } else if allows(self.may, true, kinds) {
            self.stays(name, KeptWhy::Unanswered, Vec::new());
        } else {
            let never = kinds.iter().copied().filter(|kind| !allows(self.may, true, &[*kind])).collect();
            self.stays(name, KeptWhy::Kind, never);
        }
    }

    fn stays(&mut self, name: &str, why: KeptWhy, kinds: Vec<DataKind>) {
        self.kept.push(KeptBack { name: name.to_owned(), why, kinds });
    }
}

/// The kinds of people.
const ANYBODY: [DataKind; 3] = [DataKind::PossibleVictim, DataKind::PossibleOffender, DataKind::Others];

/// Why nothing of a case goes to the receiver of this rule.
fn refused(rule: &SharingRule, referral: &Referral) -> Option<KeptWhy> {
    let named = referral.ground.as_ref().is_some_and(|ground| rule.names(ground.as_str()));
    if rule.may.is_empty() {
        return Some(KeptWhy::Kind);
    }
    if !named {
        return Some(KeptWhy::Ground);
    }
    (rule.consent && referral.consent.is_none()).then_some(KeptWhy::Consent)
}

/// Whether data of all these kinds may go to whoever may have those.
fn allows(may: Option<&[DataKind]>, answered: bool, kinds: &[DataKind]) -> bool {
    let one = |may: &[DataKind], kind: &DataKind| may.contains(kind) && (answered || *kind != DataKind::PossibleVictim);
    may.is_some_and(|may| kinds.iter().all(|kind| one(may, kind)))
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
