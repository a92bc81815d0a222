//! A part that is a list: days, sources, texts. Each row has one or two fields.
use super::{
    super::{parts::Form, send_form::SendForm},
    function::{SAFETY, build, of_function},
    preview::preview,
    store::Settings,
    words::{checked, failure, name},
};
use crate::ui::{Bound, Button, ButtonLook, Checkbox, FieldError, TextField, TextKind};
use leptos::prelude::*;
use shared::{
    moment::{Day, read_day},
    profile::{Processor, Source},
    settings::{Part, PartKind},
};

/// The rows as typed. The third of a row is what a box says, for a list that has one.
type Rows = Vec<[String; 3]>;

/// A field of a row: the end of its id, and its label.
type Field = (&'static str, &'static str);

/// A list with its fields.
#[derive(Clone, Copy)]
struct List {
    kind: PartKind,
    first: Field,
    second: Option<Field>,
    /// The box of a row, and what the row holds when it is ticked.
    tick: Option<(Field, &'static str)>,
    add: &'static str,
    build: fn(&Rows) -> Result<Part, Vec<FieldError>>,
}

const DAYS: List = List {
    kind: PartKind::Closed,
    first: ("", "Dag"),
    second: None,
    tick: None,
    add: "Nog een dag",
    build: |rows| {
        let days: Vec<Option<Day>> = rows.iter().map(|[day, ..]| read_day(day.trim())).collect();
        let wrong = |(n, day): (usize, &Option<Day>)| day.is_none().then_some(n);
        let missing: Vec<usize> = days.iter().enumerate().filter_map(wrong).collect();
        if missing.is_empty() {
            return checked(Part::Closed(Some(days.into_iter().flatten().collect())), "sluitingsdagen");
        }
        let error = |n| FieldError { id: format!("sluitingsdagen-{n}"), text: "Kies een dag.".into() };
        Err(missing.into_iter().map(error).collect())
    },
};

const SOURCES: List = List {
    kind: PartKind::Sources,
    first: ("-naam", "Bron"),
    second: Some(("-grondslag", "Grondslag: welke wet of taak")),
    tick: None,
    add: "Nog een bron",
    build: |rows| {
        let source =
            |[name, ground, _]: &[String; 3]| Source { name: name.trim().into(), ground: ground.trim().into() };
        checked(Part::Sources(Some(rows.iter().map(source).collect())), "bronnen")
    },
};

const TEXTS: List = List {
    kind: PartKind::Texts,
    first: ("", "Tekst voor de melder"),
    second: None,
    tick: None,
    add: "Nog een tekst",
    build: |rows| checked(Part::Texts(Some(rows.iter().map(|[text, ..]| text.trim().to_owned()).collect())), "teksten"),
};

/// The second of a row is the id, which is not shown: it stays when the name changes.
const FUNCTIONS: List = List {
    kind: PartKind::Functions,
    first: ("-naam", "Functie, geen naam van een persoon"),
    second: None,
    tick: Some((
        ("-domein", "Functie van veiligheid: opent zorg en gezondheid in een dossier met een grond en een reden"),
        SAFETY,
    )),
    add: "Nog een functie",
    build: |rows| checked(Part::Functions(Some(build(rows))), "functies"),
};

const PROCESSORS: List = List {
    kind: PartKind::Processors,
    first: ("-naam", "Verwerker"),
    second: Some(("-taak", "Wat die doet, en de dag van de overeenkomst")),
    tick: None,
    add: "Nog een verwerker",
    build: |rows| {
        let one = |[name, task, _]: &[String; 3]| Processor { name: name.trim().into(), task: task.trim().into() };
        checked(Part::Processors(Some(rows.iter().map(one).collect())), "verwerkers")
    },
};

/// The form of a list.
pub fn rows_form(part: &Part) -> Option<AnyView> {
    let two = |one: &str, other: &str| [one.to_owned(), other.to_owned(), String::new()];
    let one = |text: &String| two(text, "");
    let (list, rows): (List, Rows) = match part {
        Part::Closed(Some(days)) => (DAYS, days.iter().map(|day| one(&day.to_string())).collect()),
        Part::Sources(Some(all)) => (SOURCES, all.iter().map(|source| two(&source.name, &source.ground)).collect()),
        Part::Texts(Some(texts)) => (TEXTS, texts.iter().map(one).collect()),
        Part::Functions(Some(all)) => (FUNCTIONS, all.iter().map(of_function).collect()),
        Part::Processors(Some(all)) => (PROCESSORS, all.iter().map(|one| two(&one.name, &one.task)).collect()),
        Part::Phones(_)
        | Part::Closed(None)
        | Part::Sources(None)
        | Part::Texts(None)
        | Part::Functions(None)
        | Part::Processors(None)
        | Part::Name(_)
        | Part::Minutes(_)
        | Part::Retention(_)
        | Part::Sharing(_)
        | Part::List(_)
        | Part::Register(_) => return None,
    };
    Some(view! { <RowsForm list=list rows=rows/> }.into_any())
}

#[component]
fn RowsForm(list: List, rows: Rows) -> impl IntoView {
    let settings = Settings::here();
    let form = Form::new(list.kind.as_str(), rows, list.build);
    let count = Memo::new(move |_| form.draft.with(Vec::len));
    let button = if list.kind.needs_second_person() { "Vraag dit aan" } else { "Bewaar" };
    let add = Callback::new(move |()| form.draft.update(|rows| rows.push(Default::default())));
    view! {
        <SendForm form=form request=settings.changing label=name(list.kind) button=button words=failure
            send=move |part| settings.change(part)>
            <For each=move || 0..count.get() key=|n| *n let(n)>{row(form, list, n)}</For>
            {preview(form, list.kind)}
        </SendForm>
        <div class="row"><Button look=ButtonLook::Plain press=add>{list.add}</Button></div>
    }
}

fn row(form: Form<Rows, Part>, list: List, n: usize) -> impl IntoView {
    let remove = Callback::new(move |()| {
        form.draft.update(|rows| {
            if n < rows.len() {
                rows.remove(n);
            }
        });
    });
    let kind = if list.kind == PartKind::Closed { TextKind::Date } else { TextKind::Text };
    let number = format!(" {}", n + 1);
    view! {
        <div class="stack">
            {field(form, list.first, kind, n, 0)}
            {list.second.map(|second| field(form, second, TextKind::Text, n, 1))}
            {list.tick.map(|(field, ticked)| tick(form, field, ticked, n))}
            <div class="row">
                <Button look=ButtonLook::Subtle press=remove>"Haal weg"<span class="sr-only">{number}</span></Button>
            </div>
        </div>
    }
}

/// The box of a row.
fn tick(form: Form<Rows, Part>, (end, label): Field, ticked: &'static str, n: usize) -> impl IntoView {
    let get = Signal::derive(move || form.draft.with(|rows| rows.get(n).is_some_and(|row| row[2] == ticked)));
    let set = Callback::new(move |is: bool| {
        form.draft.update(|rows| {
            if let Some(row) = rows.get_mut(n) {
                row[2] = if is { ticked.to_owned() } else { String::new() };
            }
        });
    });
    view! {
        <Checkbox id=form.id(&format!("{n}{end}")) label=format!("{label} ({})", n + 1) checked=Bound::new(get, set)/>
    }
}

fn field(form: Form<Rows, Part>, (end, label): Field, kind: TextKind, n: usize, at: usize) -> impl IntoView {
    let id = format!("{n}{end}");
    let read = move |rows: &Rows| rows.get(n).and_then(|row| row.get(at)).cloned().unwrap_or_default();
    let get = Signal::derive(move || form.draft.with(read));
    let set = Callback::new(move |text: String| {
        form.draft.update(|rows| {
            if let Some(place) = rows.get_mut(n).and_then(|row| row.get_mut(at)) {
                *place = text;
            }
        });
    });
    view! {
        <TextField id=form.id(&id) label=format!("{label} {}", n + 1) kind=kind note=form.note(&id)
            value=Bound::new(get, set)/>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(texts: &[[&str; 2]]) -> Rows {
        texts.iter().map(|[one, other]| [*one, *other, ""].map(str::to_owned)).collect()
    }

    #[test]
    fn every_list_is_checked_row_by_row() {
        let wrong = (DAYS.build)(&rows(&[["2027-05-14", ""], ["", ""]])).unwrap_err();
        assert_eq!((wrong.len(), wrong[0].id.as_str()), (1, "sluitingsdagen-1"));
        let Ok(Part::Closed(Some(days))) = (DAYS.build)(&rows(&[["2027-05-14", ""]])) else { panic!("a day") };
        assert_eq!(days.len(), 1);
        let wrong = (SOURCES.build)(&rows(&[["Regie Wmo", " "]])).unwrap_err();
        assert_eq!(wrong[0].id, "bronnen-0-grondslag");
        assert!((TEXTS.build)(&rows(&[["Dank je wel.", ""]])).is_ok());
        assert_eq!((TEXTS.build)(&rows(&[["", ""]])).unwrap_err()[0].id, "teksten-0");
        assert!((SOURCES.build)(&Rows::new()).is_ok(), "none is a choice");
    }
}
