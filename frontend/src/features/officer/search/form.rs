use super::super::{
    parts::{Check, Form, Select, SelectOption},
    request::Request,
    send_form::SendForm,
};
use crate::{
    messages::{Words, day_with_year},
    ui::{ChoiceField, FieldError, TextField, TextKind},
};
use leptos::prelude::*;
use shared::{
    contract::{SearchIn, SearchQuestion},
    moment::Day,
    retention::Outcome,
};

/// As typed.
#[derive(Clone)]
pub struct Draft {
    kind: Option<SearchIn>,
    words: String,
    year: String,
    outcome: String,
}

impl Default for Draft {
    fn default() -> Self {
        Self { kind: Some(SearchIn::Open), words: String::new(), year: String::new(), outcome: String::new() }
    }
}

impl Draft {
    fn is_closed(&self) -> bool {
        self.kind == Some(SearchIn::Closed)
    }

    /// The question, by the rules that the server has.
    pub fn build(&self) -> Result<SearchQuestion, Vec<FieldError>> {
        let mut check = Check::of("zoek");
        let kind = check.chosen("waar", self.kind, "Kies waar je zoekt.");
        let year = match self.year.trim() {
            typed if self.is_closed() && !typed.is_empty() => {
                check.chosen("jaar", typed.parse().ok(), "Schrijf het jaar als 2026.").map(Some)
            }
            _ => Some(None),
        };
        let outcome = Outcome::ALL.iter().copied().find(|one| one.as_str() == self.outcome);
        let outcome = outcome.filter(|_| self.is_closed());
        let built = kind.zip(year).map(|(kind, year)| SearchQuestion {
            kind,
            words: self.words.trim().to_owned(),
            year,
            outcome,
            before: None,
        });
        if let Some(Err((_, code))) = built.as_ref().map(SearchQuestion::check) {
            check.wrong("woorden", too_little(code));
        }
        check.finish(built)
    }
}

fn too_little(code: &str) -> &'static str {
    match code {
        "te-lang" => "Dat is te lang. Zoek op een paar woorden.",
        "ontbreekt" => "Vul in waar je op zoekt, of kies een jaar of een uitkomst.",
        _ => "Vul minstens drie letters in.",
    }
}

/// Where, and what for.
#[component]
pub fn Question<K: Clone + Send + Sync + 'static>(
    form: Form<Draft, SearchQuestion>,
    request: Request<K>,
    #[prop(into)] send: Callback<SearchQuestion>,
) -> impl IntoView {
    let closed = Memo::new(move |_| form.draft.with(Draft::is_closed));
    let label = move || if closed.get() { "Nummer, naam, adres, telefoonnummer of kenteken" } else { "Woorden" };
    let options: Vec<SelectOption> =
        Outcome::ALL.iter().map(|one| SelectOption { value: one.as_str().into(), label: one.words().into() }).collect();
    view! {
        <SendForm form=form request=request send=send button="Zoek" label="Zoeken">
            <ChoiceField id=form.id("waar") legend="Waar zoek je?" all=SearchIn::ALL note=form.note("waar")
                value=form.part(|d| d.kind, |d, v| d.kind = v)/>
            {move || view! {
                <TextField id=form.id("woorden") label=label() kind=TextKind::Search note=form.note("woorden")
                    value=form.part(|d| d.words.clone(), |d, v| d.words = v)/>
            }}
            <Show when=move || closed.get()>
                <TextField id=form.id("jaar") label="Jaar" optional=true note=form.note("jaar")
                    value=form.part(|d| d.year.clone(), |d, v| d.year = v)/>
                <Select id=form.id("uitkomst") label="Uitkomst (hoeft niet)" options=Signal::stored(options.clone())
                    value=form.part(|d| d.outcome.clone(), |d, v| d.outcome = v)/>
            </Show>
        </SendForm>
    }
}

/// `Doorzocht op donderdag 30 april 2026: 2 dossiers die je mag zien. Dat zijn ze allemaal.` An exact name or address
/// is looked for in all closed cases, so nothing is counted then.
pub fn searched(exact: bool, count: usize, more: bool, today: Day) -> String {
    if exact {
        let rest = if more { " Er zijn er meer." } else { "" };
        return format!("Gezocht op {} in alle afgeronde dossiers die je mag zien.{rest}", day_with_year(today));
    }
    let what = if count == 1 { "1 dossier dat".to_owned() } else { format!("{count} dossiers die") };
    let rest = if more { "Er zijn er meer." } else { "Dat zijn ze allemaal." };
    format!("Doorzocht op {}: {what} je mag zien. {rest}", day_with_year(today))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(draft: &Draft) -> Vec<String> {
        draft.build().err().unwrap_or_default().into_iter().map(|error| error.id).collect()
    }

    #[test]
    fn too_little_is_said_before_anything_is_sent() {
        let closed = Draft { kind: Some(SearchIn::Closed), ..Draft::default() };
        let text = |text: &str| text.to_owned();
        assert_eq!(ids(&Draft::default()), ["zoek-woorden"]);
        assert_eq!(ids(&Draft { words: text("Fantasiekade"), ..Draft::default() }), [""; 0]);
        assert_eq!(ids(&closed), ["zoek-woorden"]);
        assert_eq!(ids(&Draft { words: text("F 1"), ..closed.clone() }), ["zoek-woorden"]);
        assert_eq!(ids(&Draft { words: text("Fantasiekade 12"), ..closed.clone() }), [""; 0]);
        assert_eq!(ids(&Draft { words: text("2026-017"), ..closed.clone() }), [""; 0]);
        assert_eq!(ids(&Draft { year: text("twintig"), ..closed.clone() }), ["zoek-jaar"]);
        let built = Draft { year: text("2026"), outcome: text("dubbel"), ..closed }.build().unwrap();
        assert_eq!((built.year, built.outcome), (Some(2026), Some(Outcome::Duplicate)));
    }

    #[test]
    fn how_far_it_got_is_said() {
        let today = "2026-04-30".parse().unwrap();
        assert!(searched(false, 1, false, today).ends_with(": 1 dossier dat je mag zien. Dat zijn ze allemaal."));
        assert!(searched(false, 50, true, today).ends_with(": 50 dossiers die je mag zien. Er zijn er meer."));
        assert!(searched(true, 0, false, today).ends_with(" in alle afgeronde dossiers die je mag zien."));
    }
}
