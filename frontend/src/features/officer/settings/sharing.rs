//! What may go where: for each receiver the kinds of data, the grounds, and what is asked first.
use super::{
    super::{parts::Form, send_form::SendForm},
    preview::preview,
    store::Settings,
    words::{failure, name},
};
use crate::{
    messages::Words,
    ui::{Bound, BoxOption, Boxes, Checkbox, FieldError, TextArea, TextField, TextKind},
};
use leptos::prelude::*;
use shared::{
    moment::read_day,
    settings::{Part, PartKind},
    sharing::{DataKind, MOST_GROUNDS, ReferralTarget, Sharing, SharingFault, SharingRule},
};

/// What was typed about one receiver.
#[derive(Debug, Clone, PartialEq)]
struct Typed {
    to: ReferralTarget,
    /// Kinds, by their name on the wire.
    may: Vec<String>,
    /// One on each line.
    grounds: String,
    consent: bool,
    coerced: bool,
}

impl Typed {
    /// As the table has it; nothing for a receiver without a rule.
    fn of(table: &Sharing, to: ReferralTarget) -> Self {
        let rule = table.rule(to);
        let kinds = rule.map(|rule| rule.may.iter().map(|kind| kind.as_str().to_owned()).collect());
        Self {
            to,
            may: kinds.unwrap_or_default(),
            grounds: rule.map(|rule| rule.grounds.join("\n")).unwrap_or_default(),
            consent: rule.is_some_and(|rule| rule.consent),
            coerced: rule.is_some_and(|rule| rule.asks_coerced),
        }
    }

    /// None where nothing was chosen: then nothing may go there.
    fn rule(&self) -> Option<SharingRule> {
        let may =
            DataKind::ALL.iter().copied().filter(|kind| self.may.iter().any(|one| one == kind.as_str())).collect();
        let grounds = self.grounds.lines().map(str::trim).filter(|ground| !ground.is_empty());
        let grounds: Vec<String> = grounds.map(str::to_owned).collect();
        let rule = SharingRule { to: self.to, may, grounds, consent: self.consent, asks_coerced: self.coerced };
        (!rule.may.is_empty() || !rule.grounds.is_empty()).then_some(rule)
    }
}

/// The table as typed, and the day on which it was established.
#[derive(Debug, Clone, PartialEq)]
struct Draft {
    rules: Vec<Typed>,
    established: String,
}

impl Draft {
    fn of(table: &Sharing) -> Self {
        let rules = ReferralTarget::receivers().map(|to| Typed::of(table, to)).collect();
        Self { rules, established: table.established.map(|day| day.to_string()).unwrap_or_default() }
    }

    fn build(&self) -> Result<Part, Vec<FieldError>> {
        let established = match self.established.trim() {
            "" => None,
            day => Some(read_day(day).ok_or_else(|| vec![error("vastgesteldOp", "Kies een dag.".into())])?),
        };
        let table = Sharing { established, rules: self.rules.iter().filter_map(Typed::rule).collect() };
        let wrong: Vec<FieldError> = table.faults().into_iter().map(|(to, fault)| at(to, fault)).collect();
        if wrong.is_empty() { Ok(Part::Sharing(Some(table))) } else { Err(wrong) }
    }
}

fn error(field: &str, text: String) -> FieldError {
    FieldError { id: format!("{}-{field}", PartKind::Sharing.as_str()), text }
}

/// What is wrong, at its field. The page itself gives each receiver and each kind once.
fn at(to: ReferralTarget, fault: SharingFault) -> FieldError {
    let (field, text) = match fault {
        SharingFault::Identifies(kind) => {
            ("mag", format!("Advies gaat zonder namen en plekken. Haal weg: {}.", kind.lower()))
        }
        SharingFault::NoReceiver | SharingFault::Twice | SharingFault::KindTwice(_) => {
            ("mag", "Dit staat er al. Haal er een weg.".to_owned())
        }
        SharingFault::UnaskedCoercion => {
            ("mag", "Daders worden hier gezocht. Vraag daarom of iemand gedwongen kan zijn.".to_owned())
        }
        SharingFault::ManyGrounds => ("grondslagen", format!("Er passen {MOST_GROUNDS} grondslagen.")),
        SharingFault::NoLine(..) => ("grondslagen", "Maak elke grondslag korter dan 200 tekens.".to_owned()),
        SharingFault::GroundTwice(_) => ("grondslagen", "Deze grondslag staat er twee keer.".to_owned()),
    };
    error(&format!("{}-{field}", to.as_str()), format!("{}: {text}", to.words()))
}

/// The table that can be changed.
#[component]
pub fn SharingForm(table: Sharing) -> impl IntoView {
    let settings = Settings::here();
    let form = Form::new(PartKind::Sharing.as_str(), Draft::of(&table), Draft::build);
    let groups = ReferralTarget::receivers().enumerate().map(move |(at, to)| receiver(form, at, to));
    view! {
        <p class="soft">"Stel dit vast met de FG, het KMT en het ZVH. Zonder grondslag gaat er niets heen."</p>
        <SendForm form=form request=settings.changing label=name(PartKind::Sharing) button="Vraag dit aan" words=failure
            send=move |part| settings.change(part)>
            {groups.collect_view()}
            <TextField id=form.id("vastgesteldOp") label="Vastgesteld op (leeg: nog niet)" kind=TextKind::Date
                note=form.note("vastgesteldOp")
                value=form.part(|draft| draft.established.clone(), |draft, day| draft.established = day)/>
            {preview(form, PartKind::Sharing)}
            <p class="soft">"Wat hier staat, bepaalt wat de gemeente verlaat. Daarom bevestigt een aandachtsfunctionaris of de FG het."</p>
        </SendForm>
    }
}

fn receiver(form: Form<Draft, Part>, at: usize, to: ReferralTarget) -> impl IntoView {
    let field = |name: &str| format!("{}-{name}", to.as_str());
    let kinds = DataKind::ALL.iter().map(|kind| BoxOption {
        key: kind.as_str().to_owned(),
        label: kind.words().to_owned(),
        hint: String::new(),
    });
    let (may, grounds) = (field("mag"), field("grondslagen"));
    view! {
        <details class="fold">
            <summary><h3>{to.words()}</h3></summary>
            <div class="stack">
                <Boxes id=form.id(&may) legend="Wat mag mee?" options=kinds.collect() note=form.note(&may)
                    chosen=part(form, at, |one| one.may.clone(), |one, may| one.may = may)/>
                <TextArea id=form.id(&grounds) label="Grondslagen" hint="Elke grondslag op een eigen regel" rows=2
                    note=form.note(&grounds)
                    value=part(form, at, |one| one.grounds.clone(), |one, text| one.grounds = text)/>
                <Checkbox id=form.id(&field("instemming")) label="Alleen als de persoon het goedvindt"
                    checked=part(form, at, |one| one.consent, |one, is| one.consent = is)/>
                <Checkbox id=form.id(&field("gedwongen")) label="Vraag of deze persoon gedwongen kan zijn"
                    checked=part(form, at, |one| one.coerced, |one, is| one.coerced = is)/>
            </div>
        </details>
    }
}

/// A value of one receiver, to read and write.
fn part<V: Clone + Default + Send + Sync + 'static>(
    form: Form<Draft, Part>,
    at: usize,
    get: fn(&Typed) -> V,
    set: fn(&mut Typed, V),
) -> Bound<V> {
    let read = Signal::derive(move || form.draft.with(|draft| draft.rules.get(at).map(get).unwrap_or_default()));
    let write = Callback::new(move |value: V| {
        form.draft.update(|draft| {
            if let Some(one) = draft.rules.get_mut(at) {
                set(one, value);
            }
        });
    });
    Bound::new(read, write)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_the_form_is_what_holds_and_who_has_no_rule_gets_none() {
        let table = Sharing::default();
        assert!(Draft::of(&table).build().ok() == Some(Part::Sharing(Some(table.clone()))));
        let mut draft = Draft::of(&table);
        draft.rules.iter_mut().for_each(|one| (one.may.clear(), one.grounds.clear()).1);
        let Ok(Part::Sharing(Some(nothing))) = draft.build() else { panic!("nothing is a choice") };
        assert!(nothing.rules.is_empty());
    }

    #[test]
    fn what_is_wrong_is_said_at_its_receiver() {
        let mut draft = Draft::of(&Sharing::default());
        let riec = draft.rules.iter_mut().find(|one| one.to == ReferralTarget::Riec).unwrap();
        riec.coerced = false;
        riec.grounds = "Een convenant\n\n Een convenant ".into();
        let wrong: Vec<String> = draft.build().unwrap_err().into_iter().map(|one| one.id).collect();
        assert_eq!(wrong, ["delen-riec-mag", "delen-riec-grondslagen"]);
        draft.established = "gisteren".into();
        assert_eq!(draft.build().unwrap_err()[0].id, "delen-vastgesteldOp");
    }
}
