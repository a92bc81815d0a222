//! A part with a fixed number of fields: the name, minutes, terms, and the register.
use super::{
    super::{parts::Form, send_form::SendForm},
    asked::{Asked, Group, groups},
    preview::preview,
    store::Settings,
    words::{at_fields, failure, name},
};
use crate::ui::{Bound, FieldError, TextField};
use leptos::prelude::*;
use shared::{
    minutes::Minutes,
    moment::read_day,
    profile::Register,
    retention::{Length, Outcome, Term, Terms},
    settings::{Part, PartKind, terms_within},
};

/// The fields as typed, in order, and the part as the file says.
#[derive(Clone, PartialEq)]
struct Draft {
    kind: PartKind,
    ids: Vec<String>,
    texts: Vec<String>,
    file: Option<Part>,
}

impl Draft {
    fn text(&self, n: usize) -> String {
        self.texts.get(n).map(|text| text.trim().to_owned()).unwrap_or_default()
    }

    fn error(&self, n: usize, text: &str) -> FieldError {
        let id = self.ids.get(n).map(String::as_str).unwrap_or_default();
        FieldError { id: format!("{}-{id}", self.kind.as_str()), text: text.into() }
    }

    fn build(&self) -> Result<Part, Vec<FieldError>> {
        let part = match self.kind {
            PartKind::Name => Part::Name(Some(self.text(0))),
            PartKind::Register => Part::Register(Some(Register::of(std::array::from_fn(|n| self.text(n))))),
            PartKind::Minutes => self.minutes()?,
            PartKind::Retention => self.terms()?,
            PartKind::Phones
            | PartKind::Closed
            | PartKind::Sources
            | PartKind::Texts
            | PartKind::Functions
            | PartKind::Sharing
            | PartKind::List
            | PartKind::Processors => return Err(Vec::new()),
        };
        let mut found = part.check();
        if let (Part::Retention(Some(terms)), Some(Part::Retention(Some(file)))) = (&part, &self.file) {
            found.extend(terms_within(terms, file));
        }
        at_fields(part, found, self.kind.as_str())
    }

    /// Every value that can be read, or what is wrong with the others.
    fn each<T>(&self, count: usize, read: impl Fn(&str) -> Option<T>, text: &str) -> Result<Vec<T>, Vec<FieldError>> {
        let all: Vec<Option<T>> = (0..count).map(|n| read(&self.text(n))).collect();
        let wrong: Vec<FieldError> =
            all.iter().enumerate().filter(|(_, one)| one.is_none()).map(|(n, _)| self.error(n, text)).collect();
        if wrong.is_empty() { Ok(all.into_iter().flatten().collect()) } else { Err(wrong) }
    }

    fn minutes(&self) -> Result<Part, Vec<FieldError>> {
        let text = "Schrijf een heel aantal minuten, zoals 20.";
        let all = self.each(Minutes::NAMES.len(), |text| text.parse().ok(), text)?;
        let all: [u8; 10] = all.try_into().map_err(|_| Vec::new())?;
        Ok(Part::Minutes(Some(Minutes::of(all))))
    }

    fn terms(&self) -> Result<Part, Vec<FieldError>> {
        let count = Outcome::ALL.len() * 3 + 2;
        let text = "Schrijf een aantal maanden of dagen, zoals 6 maanden.";
        let lengths = self.each(count, |text| Length::try_from(text.to_owned()).ok(), text)?;
        let established = match self.text(count) {
            day if day.is_empty() => None,
            day => Some(read_day(&day).ok_or_else(|| vec![self.error(count, "Kies een dag.")])?),
        };
        let (of_cases, trails) = lengths.split_at(count - 2);
        let &[audit, processing] = trails else { return Err(Vec::new()) };
        let terms =
            Outcome::ALL.iter().zip(of_cases.chunks(3)).fold(Terms::default(), |terms, (outcome, of)| match of {
                &[minimum, term, maximum] => terms.with(*outcome, Term { minimum, term, maximum }),
                _other => terms,
            });
        Ok(Part::Retention(Some(Terms { established, audit, processing, ..terms })))
    }
}

/// The form of such a part; none for another one.
pub fn fields_form(part: &Part, file: Option<Part>) -> Option<AnyView> {
    let groups = groups(part, file.as_ref());
    if groups.is_empty() {
        None
    } else {
        Some(view! { <FieldsForm kind=part.kind() groups=groups file=file/> }.into_any())
    }
}

#[component]
fn FieldsForm(kind: PartKind, groups: Vec<Group>, file: Option<Part>) -> impl IntoView {
    let settings = Settings::here();
    let all = || groups.iter().flat_map(|group| &group.fields);
    let ids = all().map(|asked| asked.id.clone()).collect();
    let texts = all().map(|asked| asked.value.clone()).collect();
    let form = Form::new(kind.as_str(), Draft { kind, ids, texts, file }, Draft::build);
    let button = if kind.needs_second_person() { "Vraag dit aan" } else { "Bewaar" };
    let mut at = 0;
    let shown = groups.into_iter().map(|group| {
        let from = at;
        at += group.fields.len();
        show(form, group, from)
    });
    let shown = shown.collect_view();
    view! {
        <SendForm form=form request=settings.changing label=name(kind) button=button words=failure
            send=move |part| settings.change(part)>
            {shown}
            {preview(form, kind)}
        </SendForm>
    }
}

fn show(form: Form<Draft, Part>, group: Group, from: usize) -> AnyView {
    let fields = group.fields.into_iter().enumerate().map(|(n, asked)| field(form, asked, from + n)).collect_view();
    match group.legend {
        Some(legend) => {
            view! { <fieldset class="stack"><legend><b>{legend}</b></legend>{fields}</fieldset> }.into_any()
        }
        None => fields.into_any(),
    }
}

fn field(form: Form<Draft, Part>, asked: Asked, n: usize) -> impl IntoView {
    let get = Signal::derive(move || form.draft.with(|draft| draft.texts.get(n).cloned().unwrap_or_default()));
    let set = Callback::new(move |text: String| {
        form.draft.update(|draft| {
            if let Some(place) = draft.texts.get_mut(n) {
                *place = text;
            }
        });
    });
    view! {
        <TextField id=form.id(&asked.id) label=asked.label kind=asked.kind hint=asked.hint.unwrap_or_default()
            note=form.note(&asked.id) value=Bound::new(get, set)/>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::profile::Profile;

    fn draft(kind: PartKind, change: impl Fn(&mut Vec<String>)) -> Draft {
        let profile: Profile = serde_json::from_str(include_str!("../../../../../gemeenten/hengelo.json")).unwrap();
        let part = Part::of(kind, &profile);
        let asked = || groups(&part, Some(&part)).into_iter().flat_map(|group| group.fields);
        let mut texts: Vec<String> = asked().map(|one| one.value).collect();
        change(&mut texts);
        Draft { kind, ids: asked().map(|one| one.id).collect(), texts, file: Some(part.clone()) }
    }

    fn wrong(draft: &Draft) -> Vec<String> {
        draft.build().unwrap_err().into_iter().map(|error| error.id).collect()
    }

    #[test]
    fn what_stands_in_a_form_is_what_holds() {
        for kind in [PartKind::Name, PartKind::Minutes, PartKind::Retention, PartKind::Register] {
            let draft = draft(kind, |_| ());
            assert!(draft.build().ok() == draft.file, "{kind:?}");
        }
    }

    #[test]
    fn every_wrong_field_is_named() {
        assert_eq!(wrong(&draft(PartKind::Name, |texts| texts[0].clear())), ["naam-0"]);
        let minutes = draft(PartKind::Minutes, |texts| {
            texts[0] = "vijf".into();
            texts[9].clear();
        });
        assert_eq!(wrong(&minutes), ["minuten-bellen", "minuten-afsluiten"]);
        assert_eq!(wrong(&draft(PartKind::Minutes, |texts| texts[1] = "0".into())), ["minuten-formulier"]);
        let terms = |n: usize, text: &str| wrong(&draft(PartKind::Retention, |texts| texts[n] = text.into()));
        assert_eq!(terms(0, "een jaar"), ["bewaartermijnen-waarschijnlijk-minimum"]);
        assert_eq!(terms(0, "11 maanden"), ["bewaartermijnen-waarschijnlijk-minimum"], "shorter than the file");
        assert_eq!(terms(21, "12 maanden"), ["bewaartermijnen-logboek"], "shorter than the file");
        assert_eq!(terms(23, "gisteren"), ["bewaartermijnen-vastgesteldOp"]);
        let long = "x".repeat(201);
        assert_eq!(wrong(&draft(PartKind::Register, |texts| texts[7] = long.clone())), ["register-plaats"]);
    }
}
