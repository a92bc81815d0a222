//! What the melder was told: the same questions when giving feedback and when closing early.
use super::super::parts::{Check, Form};
use crate::{
    messages::Words,
    ui::{Button, ButtonLook, ChoiceLook, Choices, TextArea, TextField, TextKind, picked},
};
use leptos::prelude::*;
use shared::{
    case::{
        Command,
        notes::{FeedbackNote, Means},
    },
    moment::Day,
};

/// Standard texts for the melder, the safest first [domain §3, step 4]. Never who received it.
const STANDARD: [&str; 3] = [
    "We hebben je melding besproken. Meer mogen we niet altijd vertellen. Dat zegt niets over je melding.",
    "We hebben je melding besproken. We gaan ermee verder. Zie of hoor je nog iets? Laat het ons weten.",
    "We hebben je melding besproken. Er zijn nu te weinig aanwijzingen om iets te doen. Je melding was toch goed. Zie je weer iets? Meld het opnieuw.",
];

/// What was typed about it.
#[derive(Clone)]
pub struct ToldDraft {
    pub today: Day,
    pub means: Option<Means>,
    pub text: String,
    pub day: String,
}

impl ToldDraft {
    pub fn new(today: Day) -> Self {
        Self { today, means: None, text: String::new(), day: today.to_string() }
    }

    /// Checks it as part of a form.
    pub fn build(&self, check: &mut Check) -> Option<FeedbackNote> {
        let means = check.chosen("wijze", self.means, "Kies hoe je het de melder vertelde.");
        let text = check.prose("tekst", &self.text, "Schrijf op wat je de melder vertelde.");
        let day = check.past_day("datum", &self.day, self.today);
        Some(FeedbackNote { means: means?, text: text?, day: day? })
    }
}

/// A draft that has it.
pub trait HasTold: Clone + Send + Sync + 'static {
    fn told(&self) -> &ToldDraft;
    fn told_mut(&mut self) -> &mut ToldDraft;
}

/// The questions: how, what, when.
#[component]
pub fn ToldFields<D: HasTold>(form: Form<D, Command>) -> impl IntoView {
    let options = Means::ALL.iter().map(|one| one.words().into()).collect();
    let standard = STANDARD.map(|text| {
        let press = Callback::new(move |()| form.draft.update(|draft| draft.told_mut().text = text.into()));
        view! { <li><Button look=ButtonLook::Subtle press=press>{text}</Button></li> }
    });
    let means = form.part(|d: &D| d.told().means, |d, v| d.told_mut().means = v);
    view! {
        <Choices id=form.id("wijze") legend="Hoe vertelde je het?" options=options look=ChoiceLook::Segments
            chosen=picked(Means::ALL, means) note=form.note("wijze")/>
        <div>
            <p id=form.id("standaard")><b>"Gebruik een standaardtekst"</b></p>
            <ul class="plain standard" aria-labelledby=form.id("standaard")>{standard.collect_view()}</ul>
        </div>
        <TextArea id=form.id("tekst") label="Wat vertelde je de melder?" note=form.note("tekst")
            hint="Nooit wie iets ontvangt, en niets over andere mensen"
            value=form.part(|d: &D| d.told().text.clone(), |d, v| d.told_mut().text = v)/>
        <TextField id=form.id("datum") label="Wanneer?" kind=TextKind::Date note=form.note("datum")
            value=form.part(|d: &D| d.told().day.clone(), |d, v| d.told_mut().day = v)/>
    }
}
