use super::{
    super::{
        case::{Dossier, name_of},
        parts::{Check, Form, Select, SelectOption},
        session::Session,
    },
    frame::CommandDialog,
};
use crate::ui::{FieldError, TextArea};
use leptos::prelude::*;
use shared::{
    case::{Command, CommandKind, Exclusion},
    contract::CaseDetail,
    id::AccountId,
};

#[derive(Clone)]
struct Draft {
    kind: CommandKind,
    who: String,
    reason: String,
}

impl Draft {
    fn build(&self) -> Result<Command, Vec<FieldError>> {
        let mut check = Check::of("uitsluiten");
        let who = check.chosen("wie", AccountId::parse(&self.who).ok(), "Kies om welke collega het gaat.");
        let reason = check.prose("reden", &self.reason, "Schrijf op waarom.");
        let note = who.zip(reason).map(|(who, reason)| Exclusion { who, reason });
        let make = if self.kind == CommandKind::Exclude { Command::Exclude } else { Command::ProposeLift };
        check.finish(note.map(make))
    }
}

/// Excluding a colleague, or proposing to lift that: whom, and why.
#[component]
pub fn ExcludeDialog(kind: CommandKind) -> impl IntoView {
    let (dossier, session) = (Dossier::here(), Session::here());
    let form = Form::new("uitsluiten", Draft { kind, who: String::new(), reason: String::new() }, Draft::build);
    let options = Signal::derive(move || {
        let me = session.account();
        dossier
            .detail
            .with(|detail| detail.as_ref().map(|detail| offered(detail, kind, me.as_ref())))
            .unwrap_or_default()
    });
    view! {
        <CommandDialog kind=kind form=form>
            <Select id=form.id("wie") label="Welke collega?" options=options note=form.note("wie")
                value=form.part(|d| d.who.clone(), |d, v| d.who = v)/>
            <TextArea id=form.id("reden") label="Waarom?" rows=3 note=form.note("reden")
                value=form.part(|d| d.reason.clone(), |d, v| d.reason = v)/>
        </CommandDialog>
    }
}

/// To exclude: colleagues who can log in and are not excluded. To lift: those who are.
fn offered(detail: &CaseDetail, kind: CommandKind, me: Option<&AccountId>) -> Vec<SelectOption> {
    let option = |id: &AccountId| SelectOption { value: id.to_string(), label: name_of(&detail.officers, id) };
    if kind == CommandKind::ProposeLift {
        return detail.excluded.iter().map(option).collect();
    }
    let free = detail.officers.iter().filter(|one| one.active && Some(&one.id) != me);
    free.filter(|one| !detail.excluded.contains(&one.id)).map(|one| option(&one.id)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::officer::case::fixture::{detail, officer};

    #[test]
    fn who_is_excluded_is_offered_for_lifting_only() {
        let mut case = detail(vec![]);
        let labels = |case: &CaseDetail, kind| {
            offered(case, kind, Some(&officer(1))).into_iter().map(|one| one.label).collect::<Vec<_>>()
        };
        assert_eq!(labels(&case, CommandKind::Exclude), ["Mo Fictief"]);
        assert!(labels(&case, CommandKind::ProposeLift).is_empty());
        case.excluded.push(officer(2));
        assert!(labels(&case, CommandKind::Exclude).is_empty());
        assert_eq!(labels(&case, CommandKind::ProposeLift), ["Mo Fictief"]);
    }

    #[test]
    fn each_is_its_own_command_with_a_reason() {
        for kind in [CommandKind::Exclude, CommandKind::ProposeLift] {
            let draft = Draft { kind, who: officer(2).to_string(), reason: "Familie.".into() };
            assert_eq!(draft.build().map(|command| command.kind()), Ok(kind));
            assert_eq!(Draft { who: String::new(), reason: " ".into(), ..draft }.build().unwrap_err().len(), 2);
        }
    }
}
