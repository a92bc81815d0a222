use super::{super::parts::name_or_id, store::Keeping};
use crate::{
    messages::{Words, day_with_year},
    ui::{Button, ButtonLook, Notice, NoticeLook},
};
use leptos::prelude::*;
use shared::{
    case::destruction::ProposedDestruction,
    contract::{OfficerView, ProposalFacts, RetentionPage},
    id::AccountId,
};

/// The proposals that wait for a second person.
#[component]
pub fn Proposals(keeping: Keeping) -> impl IntoView {
    let lines = move || {
        keeping.page.get().map(|page: RetentionPage| {
            let under_way = page.under_way.iter().map(ToString::to_string).collect::<Vec<String>>().join(", ");
            let empty = page.proposals.is_empty();
            let row = |one: ProposedDestruction| {
                let who = name_or_id(&page.names, &one.by);
                let about = page.about.iter().find(|facts| facts.case == one.case);
                let about = about.map(|facts| how_it_ended(facts, &page.names));
                view! { <ProposalRow keeping=keeping one=one who=who about=about/> }
            };
            view! {
                {(!under_way.is_empty()).then(|| view! {
                    <Notice look=NoticeLook::Wait>
                        <p>{format!("Vernietigen bleef halverwege steken: {under_way}. Het gaat vanzelf verder.")}</p>
                    </Notice>
                })}
                {empty.then(|| view! { <p>"Er wacht geen voorstel."</p> })}
                <ul class="work-list">{page.proposals.into_iter().map(row).collect_view()}</ul>
            }
        })
    };
    view! {
        <section class="stack" aria-labelledby="voorstellen">
            <h2 id="voorstellen">"Wacht op akkoord"</h2>
            {lines}
        </section>
    }
}

#[component]
fn ProposalRow(keeping: Keeping, one: ProposedDestruction, who: String, about: Option<String>) -> impl IntoView {
    let (number, mine) = (one.number, keeping.me().as_ref() == Some(&one.by));
    let (id, other) = (one.case.clone(), one.case);
    let approve = Callback::new(move |()| keeping.sure.set(Some((id.clone(), number))));
    let reject = Callback::new(move |()| keeping.reject(other.clone(), number));
    let why = format!(
        "{} Afgesloten op {}. Voorgesteld door {who} op {}.",
        sentence(one.ground.words()),
        day_with_year(one.kept.closed),
        day_with_year(one.at.day())
    );
    view! {
        <li class="work-row">
            <p class="left today">"Voorstel"</p>
            <div>
                <h3 class="name">{format!("{number} · {}", one.kept.outcome.words())}</h3>
                <p class="soft">{why}</p>
                {about.map(|text| view! { <p>{text}</p> })}
                {mine.then(|| view! { <p>"Jij stelde dit voor. Een ander gaat akkoord."</p> })}
            </div>
            <div class="row">
                {(!mine).then(|| view! {
                    <Button look=ButtonLook::Danger press=approve busy=keeping.request.busy()>
                        "Akkoord"<span class="sr-only">{format!(": vernietig {number}")}</span>
                    </Button>
                })}
                <Button look=ButtonLook::Plain press=reject busy=keeping.request.busy()>
                    {if mine { "Trek in" } else { "Niet akkoord" }}<span class="sr-only">{format!(": {number}")}</span>
                </Button>
            </div>
        </li>
    }
}

/// For the second person, who may see nothing else of the case.
fn how_it_ended(facts: &ProposalFacts, names: &[OfficerView]) -> String {
    let list = |who: &[AccountId]| who.iter().map(|one| name_or_id(names, one)).collect::<Vec<_>>().join(", ");
    let by = match facts.ended_by {
        0 => "Hoeveel mensen het afsloten is niet bekend.".to_owned(),
        1 => "Eén persoon sloot het af.".to_owned(),
        many => format!("{many} mensen besloten over het einde."),
    };
    let excluded = (!facts.excluded.is_empty()).then(|| format!(" Uitgesloten: {}.", list(&facts.excluded)));
    let opened = (!facts.opened.is_empty()).then(|| format!(" Met een reden geopend door {}.", list(&facts.opened)));
    [Some(by), excluded, opened].into_iter().flatten().collect()
}

fn sentence(words: &str) -> String {
    format!("{words}.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::{id::CaseId, text::Line};

    #[test]
    fn the_second_person_reads_by_how_many_it_ended_and_who_was_kept_out() {
        let [fleur, mo] = [1, 2].map(|n| AccountId::from_bytes(&[n; 16]));
        let named =
            |id: &AccountId, name| OfficerView { id: id.clone(), name: Line::parse(name).unwrap(), active: true };
        let names = [named(&fleur, "Fleur Voorbeeld"), named(&mo, "Mo Fictief")];
        let case = CaseId::from_bytes(&[1; 16]);
        let facts = ProposalFacts { case: case.clone(), ended_by: 1, excluded: vec![fleur], opened: vec![mo] };
        let text = how_it_ended(&facts, &names);
        assert_eq!(
            text,
            "Eén persoon sloot het af. Uitgesloten: Fleur Voorbeeld. Met een reden geopend door Mo Fictief."
        );
        let none = ProposalFacts { case, ended_by: 2, excluded: vec![], opened: vec![] };
        assert_eq!(how_it_ended(&none, &names), "2 mensen besloten over het einde.");
    }
}
