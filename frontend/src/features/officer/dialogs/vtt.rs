use super::{
    super::parts::{Check, Form},
    frame::CommandDialog,
};
use crate::{
    messages::Words,
    ui::{Choices, FieldError, Notice, NoticeLook, TextField, picked},
};
use leptos::prelude::*;
use shared::{
    case::{Command, CommandKind},
    report::{VttContact, VttDraft, VttState},
};

/// What the dialog builds; the draft is the one of the melding.
fn build(draft: &VttDraft) -> Result<Command, Vec<FieldError>> {
    let mut check = Check::of("vtt");
    let contact = match check.chosen("stand", draft.state, "Kies wat er met Veilig Thuis is gedaan.") {
        Some(VttState::Reported) => {
            let who = check.line("wie", &draft.who, "Vul in wie meldde.");
            let when = check.line("wanneer", &draft.when, "Vul in wanneer er gemeld is.");
            let reference = check.maybe_line("kenmerk", &draft.reference);
            who.zip(when).map(|(who, when)| VttContact::Reported { who, when, reference })
        }
        Some(VttState::Advised) => Some(VttContact::Advised {}),
        Some(VttState::NotReached) => Some(VttContact::NotReached {}),
        Some(VttState::NotYet) => {
            let why = check.line("waarom", &draft.why, "Schrijf kort waarom er nog niet gebeld is.");
            why.map(|why| VttContact::NotYet { why })
        }
        None => None,
    };
    check.finish(contact.map(Command::RecordVtt))
}

/// What was done about Veilig Thuis.
#[component]
pub fn VttDialog() -> impl IntoView {
    let form = Form::new("vtt", VttDraft::default(), build);
    let state = Memo::new(move |_| form.draft.read().state);
    let options = VttState::ALL.iter().map(|one| one.words().into()).collect();
    view! {
        <CommandDialog kind=CommandKind::RecordVtt form=form>
            <Notice look=NoticeLook::Wait>
                <p>"Veilig Thuis vertelt de familie meestal wie er meldde. Is dat gevaarlijk? Zeg dat er meteen bij, en zeg dat je aan mensenhandel denkt."</p>
            </Notice>
            <Choices id=form.id("stand") legend="Wat is er gedaan?" options=options note=form.note("stand")
                chosen=picked(VttState::ALL, form.part(|d| d.state, |d, v| d.state = v))/>
            {move || state.get().map(|state| more(state, form))}
        </CommandDialog>
    }
}

fn more(state: VttState, form: Form<VttDraft, Command>) -> AnyView {
    match state {
        VttState::Reported => view! {
            <TextField id=form.id("wie") label="Wie heeft gemeld?" note=form.note("wie")
                value=form.part(|d| d.who.clone(), |d, v| d.who = v)/>
            <TextField id=form.id("wanneer") label="Wanneer?" note=form.note("wanneer")
                value=form.part(|d| d.when.clone(), |d, v| d.when = v)/>
            <TextField id=form.id("kenmerk") label="Kenmerk van Veilig Thuis" optional=true note=form.note("kenmerk")
                value=form.part(|d| d.reference.clone(), |d, v| d.reference = v)/>
        }
        .into_any(),
        VttState::NotYet => view! {
            <TextField id=form.id("waarom") label="Waarom nog niet?" note=form.note("waarom")
                value=form.part(|d| d.why.clone(), |d, v| d.why = v)/>
        }
        .into_any(),
        VttState::Advised | VttState::NotReached => ().into_any(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_asks_for_what_belongs_to_it() {
        let first = |state| {
            let draft = VttDraft { state, ..VttDraft::default() };
            build(&draft).err().and_then(|errors| errors.into_iter().next()).map(|error| error.id)
        };
        assert_eq!(first(None).as_deref(), Some("vtt-stand"));
        assert_eq!(first(Some(VttState::Reported)).as_deref(), Some("vtt-wie"));
        assert_eq!(first(Some(VttState::NotYet)).as_deref(), Some("vtt-waarom"));
        assert_eq!(first(Some(VttState::Advised)), None);
        assert_eq!(first(Some(VttState::NotReached)), None);
    }
}
