use super::{
    super::{
        dossier::Dossier,
        parts::{SelectOption, name_of},
        request::{Failed, Request},
        session::Session,
    },
    fields::{Area, PickFrom},
    form::ActForm,
    frame::ActDialog,
};
use crate::client::Call;
use leptos::prelude::*;
use shared::{
    case::{
        Act, ActKind, Exclusion,
        act::draft::{AssignDraft, ExclusionDraft},
    },
    contract::{CaseDetail, Endpoint, OfficerView},
    id::AccountId,
};

/// Another AF takes it, or this one does.
#[component]
pub fn AssignDialog() -> impl IntoView {
    let (dossier, session) = (Dossier::here(), Session::here());
    let form = ActForm::new(ActKind::Assign, AssignDraft::default());
    let read = Request::<Vec<OfficerView>>::new();
    read.run(Call::to(Endpoint::Officers).ask::<Vec<OfficerView>>(), |answer| answer.body);
    let officers = read.done();
    let options = Signal::derive(move || {
        let mut free = officers.get().unwrap_or_default();
        let detail = dossier.detail.get();
        // excluded people are not named here either
        free.retain(|one| detail.as_ref().is_none_or(|detail| !detail.excluded.contains(&one.id)));
        let assigned = detail.as_ref().and_then(|detail| detail.assigned.as_ref());
        takers(&free, assigned, session.account().as_ref())
    });
    view! {
        <ActDialog form=form make=Act::Assign>
            <Failed failure=read.failure()/>
            <PickFrom of=form.fields part=AssignDraft::to() label="Aan wie?" options=options/>
        </ActDialog>
    }
}

/// Oneself first, without the current assignee and people who can't log in.
fn takers(officers: &[OfficerView], assigned: Option<&AccountId>, me: Option<&AccountId>) -> Vec<SelectOption> {
    let mut free: Vec<&OfficerView> = officers.iter().filter(|one| one.active && Some(&one.id) != assigned).collect();
    free.sort_by_key(|one| Some(&one.id) != me);
    let label = |one: &OfficerView| {
        let own = if Some(&one.id) == me { " (jij)" } else { "" };
        format!("{}{own}", one.name.as_str())
    };
    free.into_iter().map(|one| SelectOption { value: one.id.to_string(), label: label(one) }).collect()
}

/// Excluding a colleague, or proposing to lift that: whom, and why.
#[component]
pub fn ExcludeDialog(kind: ActKind) -> impl IntoView {
    let make: fn(Exclusion) -> Act = if kind == ActKind::Exclude { Act::Exclude } else { Act::ProposeLift };
    let (dossier, session) = (Dossier::here(), Session::here());
    let form = ActForm::new(kind, ExclusionDraft::default());
    let options = Signal::derive(move || {
        let of = |detail: &CaseDetail| colleagues(detail, kind, session.account().as_ref());
        dossier.detail.with(|detail| detail.as_deref().map(of)).unwrap_or_default()
    });
    view! {
        <ActDialog form=form make=make>
            <PickFrom of=form.fields part=ExclusionDraft::who() label="Welke collega?" options=options/>
            <Area of=form.fields part=ExclusionDraft::reason() label="Waarom?" rows=3/>
        </ActDialog>
    }
}

/// To exclude: colleagues who can log in and are not excluded. To lift: those who are.
fn colleagues(detail: &CaseDetail, kind: ActKind, me: Option<&AccountId>) -> Vec<SelectOption> {
    let option = |id: &AccountId| SelectOption { value: id.to_string(), label: name_of(&detail.officers, id) };
    if kind == ActKind::ProposeLift {
        return detail.excluded.iter().map(option).collect();
    }
    let free = detail.officers.iter().filter(|one| one.active && Some(&one.id) != me);
    free.filter(|one| !detail.excluded.contains(&one.id)).map(|one| option(&one.id)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::officer::dossier::fixture::{detail, officer};
    use shared::text::Line;

    fn labels(options: Vec<SelectOption>) -> Vec<String> {
        options.into_iter().map(|one| one.label).collect()
    }

    #[test]
    fn oneself_comes_first_and_never_the_owner_or_a_blocked_account() {
        let named = |which: u8, active: bool| {
            let name = Line::parse(&format!("Verzonnen {which}")).unwrap();
            OfficerView { id: officer(which), name, active }
        };
        let all = [named(1, true), named(2, true), named(3, false), named(4, true)];
        let offered = labels(takers(&all, Some(&all[0].id), Some(&all[3].id)));
        assert_eq!(offered, ["Verzonnen 4 (jij)", "Verzonnen 2"]);
    }

    #[test]
    fn an_excluded_af_is_offered_for_lifting_only() {
        let mut case = detail(vec![]);
        let offered = |case: &CaseDetail, kind| labels(colleagues(case, kind, Some(&officer(1))));
        assert_eq!(offered(&case, ActKind::Exclude), ["Mo Fictief"]);
        assert!(offered(&case, ActKind::ProposeLift).is_empty());
        case.excluded.push(officer(2));
        assert!(offered(&case, ActKind::Exclude).is_empty());
        assert_eq!(offered(&case, ActKind::ProposeLift), ["Mo Fictief"]);
    }
}
