use super::super::parts::{Check, Form, Keyed, Listed, Select, SelectOption, item};
use crate::{
    messages::{Words, officer::ground_hint},
    ui::{Checkbox, TextArea, TextField, TextKind},
};
use leptos::prelude::*;
use shared::{
    case::{
        Command,
        notes::{Referral, ReferralTarget},
    },
    moment::Day,
};

/// A vervolgstap, as typed.
#[derive(Clone, Default)]
pub struct ReferralDraft {
    pub key: u32,
    pub to: String,
    pub receiver: String,
    pub ground: String,
    pub day: String,
    pub shared: String,
    /// A possible victim is named.
    pub victim: bool,
    pub coerced: String,
}

impl Keyed for ReferralDraft {
    fn new(key: u32) -> Self {
        Self { key, ..Self::default() }
    }
    fn key(&self) -> u32 {
        self.key
    }
}

/// The target a value stands for.
pub fn target(value: &str) -> Option<ReferralTarget> {
    ReferralTarget::ALL.iter().copied().find(|one| one.as_str() == value)
}

impl ReferralDraft {
    /// Checks it as part of the decision. "Nu te weinig aanwijzingen" shares nothing and has no receiver.
    pub fn build(&self, check: &mut Check, today: Day) -> Option<Referral> {
        let at = |field: &str| format!("stap-{}-{field}", self.key);
        let to = check.chosen(&at("naar"), target(&self.to), "Kies een vervolgstap.");
        let day = check.past_day(&at("datum"), &self.day, today);
        if to == Some(ReferralTarget::TooLittle) {
            return Some(Referral { to: to?, receiver: None, ground: None, day: day?, shared: None, coerced: None });
        }
        let receiver = check.line(&at("ontvanger"), &self.receiver, "Vul in wie het ontvangt.");
        let ground = check.line(&at("grondslag"), &self.ground, "Vul de grondslag in. Geen grondslag, dan niet delen.");
        let shared = check.prose(&at("gedeeld"), &self.shared, "Schrijf op wat je deelt.");
        let named = self.victim && to.is_some_and(ReferralTarget::guards_victims);
        let answer = "Schrijf op of deze persoon gedwongen kan zijn, en waarom je dat denkt.";
        let coerced = if named { Some(check.prose(&at("gedwongen"), &self.coerced, answer)?) } else { None };
        let (receiver, ground, shared) = (Some(receiver?), Some(ground?), Some(shared?));
        Some(Referral { to: to?, receiver, ground, day: day?, shared, coerced })
    }
}

/// The fields of one vervolgstap.
pub fn fields<D: Listed<Item = ReferralDraft>>(form: Form<D, Command>, key: u32) -> AnyView {
    let (to, day) = (format!("stap-{key}-naar"), format!("stap-{key}-datum"));
    let options: Vec<SelectOption> = ReferralTarget::ALL.iter().map(|one| option(*one)).collect();
    let value = item(form, key, |r: &ReferralDraft| r.to.clone(), |r, v| r.to = v);
    let chosen = Memo::new(move |_| target(&value.get()));
    view! {
        <Select id=form.id(&to) label="Waarheen?" options=Signal::stored(options) value=value note=form.note(&to)/>
        {move || chosen.get().map(|target| details(form, key, target))}
        <TextField id=form.id(&day) label="Wanneer?" kind=TextKind::Date note=form.note(&day)
            value=item(form, key, |r| r.day.clone(), |r, v| r.day = v)/>
    }
    .into_any()
}

fn option(target: ReferralTarget) -> SelectOption {
    SelectOption { value: target.as_str().into(), label: target.words().into() }
}

/// What is asked when something is shared.
fn details<D: Listed<Item = ReferralDraft>>(form: Form<D, Command>, key: u32, target: ReferralTarget) -> AnyView {
    let hint = view! { <p class="hint">{ground_hint(target)}</p> };
    if target == ReferralTarget::TooLittle {
        return hint.into_any();
    }
    let at = |field: &str| format!("stap-{key}-{field}");
    let (receiver, ground, shared) = (at("ontvanger"), at("grondslag"), at("gedeeld"));
    view! {
        {hint}
        <TextField id=form.id(&receiver) label="Wie ontvangt het daar?" hint="Een functie, geen naam"
            note=form.note(&receiver) value=item(form, key, |r| r.receiver.clone(), |r, v| r.receiver = v)/>
        <TextField id=form.id(&ground) label="Grondslag" note=form.note(&ground)
            value=item(form, key, |r| r.ground.clone(), |r, v| r.ground = v)/>
        <TextArea id=form.id(&shared) label="Wat deel je?" rows=3 note=form.note(&shared)
            value=item(form, key, |r| r.shared.clone(), |r, v| r.shared = v)/>
        {target.guards_victims().then(|| victim(form, key))}
        {target.takes_two().then(|| view! { <p class="hint">{SECOND}</p> })}
    }
    .into_any()
}

/// What happens with what two AFs decide together.
const SECOND: &str = "Dit wordt een voorstel. Het gaat pas door als een andere aandachtsfunctionaris akkoord geeft.";

/// Whether a possible victim is named to somebody who looks for offenders, and the answer that this asks for.
fn victim<D: Listed<Item = ReferralDraft>>(form: Form<D, Command>, key: u32) -> impl IntoView {
    let (named, answer) = (format!("stap-{key}-slachtoffer"), format!("stap-{key}-gedwongen"));
    let checked = item(form, key, |r| r.victim, |r, v| r.victim = v);
    let (id, note) = (form.id(&answer), form.note(&answer));
    view! {
        <Checkbox id=form.id(&named) label="We noemen iemand die mogelijk slachtoffer is" hint=SECOND checked=checked/>
        <Show when=move || checked.get()>
            <TextArea id=id.clone() label="Kan deze persoon gedwongen zijn?" rows=3 note=note
                hint="Wie gedwongen iets strafbaars doet, is geen dader"
                value=item(form, key, |r| r.coerced.clone(), |r, v| r.coerced = v)/>
        </Show>
    }
}
