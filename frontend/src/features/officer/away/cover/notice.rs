use super::{super::super::parts::name_of, end::End};
use crate::{
    messages::{Words, day_with_year},
    ui::{Notice, NoticeLook},
};
use leptos::prelude::*;
use shared::{
    access::Cover,
    contract::{CasePage, OfficerView},
};

/// On the AF's list: that a colleague began to stand in for them, with a reason. Nothing otherwise.
#[component]
pub fn Covered(page: RwSignal<Option<CasePage>>) -> impl IntoView {
    // read again every minute; what stays the same is not drawn again
    let shown = Memo::new(move |_| {
        page.with(|page| page.as_ref().map(|page| (page.covers.clone(), page.officers.clone(), page.today)))
    });
    move || {
        let (covers, names, today) = shown.get()?;
        let line = move |one: Cover| {
            let (text, about) = (words(&one, &names), format!(": stop {}", name_of(&names, &one.by)));
            let end = one.goes_on(today).then(|| view! { <End cover=one label="Ik ben er weer" about=about/> });
            view! { <li>{text}{end}</li> }
        };
        (!covers.is_empty()).then(|| {
            view! {
                <Notice look=NoticeLook::Wait title="Een collega nam met een reden voor je waar">
                    <p>"Die collega ziet dan je dossiers en kan bellen en vastleggen, maar niets afsluiten of overdragen."</p>
                    <ul>{covers.into_iter().map(line).collect_view()}</ul>
                </Notice>
            }
        })
    }
}

/// `Mo Fictief, van donderdag 30 april 2026 tot en met maandag 4 mei 2026. De collega is er niet`
fn words(one: &Cover, names: &[OfficerView]) -> String {
    let (from, until) = (day_with_year(one.at.day()), day_with_year(one.until));
    let over = one.ended.map(|at| format!(". Gestopt op {}", day_with_year(at.day())));
    let name = name_of(names, &one.by);
    format!("{name}, van {from} tot en met {until}. {}{}", one.why.words(), over.unwrap_or_default())
}

/// Mo, who stands in for Fleur.
#[cfg(test)]
pub fn example() -> (Cover, Vec<OfficerView>) {
    use shared::{
        case::notes::BreakGlassReason,
        id::{AccountId, StandInId},
        moment::Moment,
        text::Line,
    };
    let account = |n: u8| AccountId::from_bytes(&[n; 16]);
    let names = [(1, "Fleur Voorbeeld"), (2, "Mo Fictief")];
    let named = |(n, name): (u8, &str)| OfficerView { id: account(n), name: Line::parse(name).unwrap(), active: true };
    let cover = Cover {
        id: StandInId::from_bytes(&[3; 16]),
        of: account(1),
        by: account(2),
        at: Moment::try_from("2026-04-30T12:02:00Z".to_owned()).unwrap(),
        until: "2026-05-04".parse().unwrap(),
        ended: None,
        why: BreakGlassReason::Absent,
    };
    (cover, names.map(named).to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_colleague_reads_who_until_when_and_why() {
        let (one, names) = example();
        let text = words(&one, &names);
        assert!(text.starts_with("Mo Fictief, van ") && text.contains("4 mei 2026"), "{text}");
        assert!(text.contains(one.why.words()) && !text.contains("Gestopt"), "{text}");
        assert!(words(&Cover { ended: Some(one.at), ..one }, &names).ends_with("30 april 2026"));
    }
}
