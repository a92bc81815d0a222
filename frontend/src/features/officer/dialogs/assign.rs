use super::{
    super::{
        case::Dossier,
        parts::{Check, Form, Select, SelectOption},
        session::Session,
    },
    frame::CommandDialog,
};
use crate::{
    client::Call,
    messages,
    ui::{FieldError, Notice, NoticeLook},
};
use leptos::{prelude::*, task::spawn_local};
use shared::{
    case::{Command, CommandKind},
    contract::{Endpoint, OfficerView},
    id::AccountId,
};

#[derive(Clone, Default)]
struct Draft {
    to: String,
}

impl Draft {
    fn build(&self) -> Result<Command, Vec<FieldError>> {
        let mut check = Check::of("toewijzen");
        let to = check.chosen("aan", AccountId::parse(&self.to).ok(), "Kies aan wie je het dossier geeft.");
        check.finish(to.map(|to| Command::Assign { to }))
    }
}

/// Another AF takes it, or this one does.
#[component]
pub fn AssignDialog() -> impl IntoView {
    let (dossier, session) = (Dossier::here(), Session::here());
    let form = Form::new("toewijzen", Draft::default(), Draft::build);
    let officers = RwSignal::new(Vec::<OfficerView>::new());
    let failed = RwSignal::new(None::<String>);
    spawn_local(async move {
        match session.heed(Call::to(Endpoint::Officers).ask::<Vec<OfficerView>>().await) {
            Ok(answer) => drop(officers.try_set(answer.body)),
            Err(failure) => drop(failed.try_set(Some(messages::failure(&failure)))),
        }
    });
    let options = Signal::derive(move || {
        let detail = dossier.detail.get();
        let mut free = officers.get();
        // who is excluded is not named here either
        free.retain(|one| detail.as_ref().is_none_or(|detail| !detail.excluded.contains(&one.id)));
        let assigned = detail.as_ref().and_then(|detail| detail.assigned.as_ref());
        offered(&free, assigned, session.account().as_ref())
    });
    view! {
        <CommandDialog kind=CommandKind::Assign form=form>
            {move || failed.get().map(|text| view! { <Notice look=NoticeLook::Danger><p>{text}</p></Notice> })}
            <Select id=form.id("aan") label="Aan wie?" options=options note=form.note("aan")
                value=form.part(|d| d.to.clone(), |d, v| d.to = v)/>
        </CommandDialog>
    }
}

/// Oneself first; who has it already and who can't log in are left out.
fn offered(officers: &[OfficerView], assigned: Option<&AccountId>, me: Option<&AccountId>) -> Vec<SelectOption> {
    let mut free: Vec<&OfficerView> = officers.iter().filter(|one| one.active && Some(&one.id) != assigned).collect();
    free.sort_by_key(|one| Some(&one.id) != me);
    let label = |one: &OfficerView| {
        let own = if Some(&one.id) == me { " (jij)" } else { "" };
        format!("{}{own}", one.name.as_str())
    };
    free.into_iter().map(|one| SelectOption { value: one.id.to_string(), label: label(one) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::text::Line;

    fn officer(which: u8, active: bool) -> OfficerView {
        let name = Line::parse(&format!("Verzonnen {which}")).unwrap();
        OfficerView { id: AccountId::from_bytes(&[which; 16]), name, active }
    }

    #[test]
    fn oneself_first_and_never_who_has_it_or_is_blocked() {
        let all = [officer(1, true), officer(2, true), officer(3, false), officer(4, true)];
        let (assigned, me) = (&all[0].id, &all[3].id);
        let labels: Vec<String> = offered(&all, Some(assigned), Some(me)).into_iter().map(|one| one.label).collect();
        assert_eq!(labels, ["Verzonnen 4 (jij)", "Verzonnen 2"]);
    }
}
