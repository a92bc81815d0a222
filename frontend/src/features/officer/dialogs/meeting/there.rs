use super::super::{
    super::{
        dossier::Dossier,
        session::{Gemeente, Session},
    },
    fields::DayField,
    group::Group,
};
use crate::ui::{Bound, BoxOption, Boxes, FieldNote};
use leptos::prelude::*;
use shared::{
    case::act::draft::{Fields, MeetingNoteDraft, Part, RulingDraft},
    contract::CaseDetail,
    id::{AccountId, FunctionId},
    moment::Day,
};

/// When the werkoverleg was and who was there, as the werkoverleg says it; nothing of it is typed again.
fn met(detail: &CaseDetail, me: Option<&AccountId>) -> (Day, Vec<AccountId>, Vec<FunctionId>) {
    match detail.meeting.as_ref().filter(|one| one.plan.day <= detail.today) {
        Some(one) => (one.plan.day, one.plan.present.clone(), one.plan.others.clone()),
        None => (detail.today, me.cloned().into_iter().collect(), vec![]),
    }
}

/// A decision that was taken there.
#[must_use]
pub fn from_meeting(detail: &CaseDetail, me: Option<&AccountId>) -> RulingDraft {
    let (day, present, others) = met(detail, me);
    RulingDraft { held: Some(day.to_string()), present, others, ..RulingDraft::default() }
}

/// What was said there, when nothing was decided.
#[must_use]
pub fn note_of_meeting(detail: &CaseDetail, me: Option<&AccountId>) -> MeetingNoteDraft {
    let (day, present, others) = met(detail, me);
    MeetingNoteDraft { held: day.to_string(), present, others, ..MeetingNoteDraft::default() }
}

/// The questions about a decision of it, with the answers of the werkoverleg.
#[component]
pub fn There(of: Group<RulingDraft>) -> impl IntoView {
    view! {
        <DayField of=of part=RulingDraft::held() label="Wanneer was het werkoverleg?"/>
        {people(Asked::of(of, RulingDraft::present()), Asked::of(of, RulingDraft::others()))}
    }
}

/// A question about who was there.
pub struct Asked<T: Send + Sync + 'static> {
    /// Of its field.
    id: String,
    /// The messages at it.
    note: FieldNote,
    /// Who was.
    ids: Bound<Vec<T>>,
}

impl<T: Clone + Send + Sync + 'static> Asked<T> {
    /// The question of this part of a form.
    #[must_use]
    pub fn of<D: Fields>(of: Group<D>, part: Part<D, Vec<T>, D::Field>) -> Self {
        Self { id: of.id(part.field), note: of.note(part.field), ids: of.bound(part) }
    }
}

/// The boxes to say who was there.
pub fn people(present: Asked<AccountId>, others: Asked<FunctionId>) -> impl IntoView {
    let (dossier, me) = (Dossier::here(), Session::here().account());
    let detail = dossier.detail.get_untracked();
    let may_know = |detail: &CaseDetail, id: &AccountId| !detail.excluded.contains(id);
    let officers = detail.iter().flat_map(|detail| detail.officers.iter().filter(|one| may_know(detail, &one.id)));
    let people: Vec<BoxOption> = officers
        .filter(|one| one.active)
        .map(|one| {
            let hint = if me.as_ref() == Some(&one.id) { "Jij" } else { "" };
            BoxOption { key: one.id.to_string(), label: one.name.as_str().to_owned(), hint: hint.to_owned() }
        })
        .collect();
    let functions = Gemeente::here().profile.functions.clone().into_iter();
    let functions: Vec<BoxOption> = functions
        .map(|one| BoxOption { key: one.id.as_str().to_owned(), label: one.name, hint: String::new() })
        .collect();
    let chosen = keys(present.ids, ToString::to_string, |key| AccountId::parse(key).ok());
    let also = keys(others.ids, |id| id.as_str().to_owned(), |key| FunctionId::parse(key).ok());
    let named = !functions.is_empty();
    view! {
        <Boxes id=present.id legend="Welke aandachtsfunctionarissen waren erbij?" options=people note=present.note
            chosen=chosen/>
        {named.then(|| view! {
            <Boxes id=others.id legend="Wie was er nog meer? (niet verplicht)" options=functions note=others.note
                chosen=also/>
        })}
    }
}

/// A list of ids as a list of texts.
pub(in crate::features::officer::dialogs) fn keys<T: Clone + Send + Sync + 'static>(
    ids: Bound<Vec<T>>,
    key: impl Fn(&T) -> String + Copy + Send + Sync + 'static,
    id: impl Fn(&str) -> Option<T> + Copy + Send + Sync + 'static,
) -> Bound<Vec<String>> {
    let get = Signal::derive(move || ids.with(|all| all.iter().map(key).collect()));
    let set = move |all: Vec<String>| ids.set(all.iter().filter_map(|one| id(one)).collect());
    Bound::new(get, Callback::new(set))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::officer::dossier::fixture::{detail, officer};
    use shared::{case::meeting::MeetingPlan, contract::CaseMeeting, id::MeetingId};

    fn met(day: &str) -> Option<CaseMeeting> {
        let plan = MeetingPlan {
            day: day.parse().unwrap(),
            present: vec![officer(1), officer(2)],
            others: vec![],
            next: None,
        };
        Some(CaseMeeting { id: MeetingId::from_bytes(&[5; 16]), plan })
    }

    #[test]
    fn a_decision_begins_with_the_day_of_the_werkoverleg_and_who_was_there() {
        let mut case = detail(vec![]);
        let begin = |case: &CaseDetail| from_meeting(case, Some(&officer(1)));
        let today: Day = case.today;
        assert_eq!((begin(&case).held, begin(&case).present), (Some(today.to_string()), vec![officer(1)]));
        case.meeting = met("2026-04-28");
        assert_eq!((begin(&case).held.as_deref(), begin(&case).present.len()), (Some("2026-04-28"), 2));
        case.meeting = met("2026-05-28");
        assert_eq!(begin(&case).held, Some(today.to_string()), "that one is still to come");
    }
}
