use super::{
    super::{parts::name_of, request::Failed},
    open::OpenForm,
    store::Care,
    write::WriteForm,
};
use crate::{
    messages::{clock, day_with_year},
    ui::Said,
};
use leptos::prelude::*;
use shared::{
    case::care::CareSight,
    contract::{CareLine, CareView, CaseDetail},
};
use std::sync::Arc;

/// What stands there; for whoever has to open it first, that something stands there.
#[component]
pub fn CareCard(detail: Arc<CaseDetail>) -> impl IntoView {
    let care = Care::of(detail.id.clone());
    care.read();
    view! {
        <section class="card not-on-paper" aria-labelledby="zorg">
            <h2 id="zorg">"Zorg en gezondheid"</h2>
            <Failed failure=care.reading.failure()/>
            <Said text=care.changing.done()/>
            {move || care.view.get().map(|view| content(&view, &detail, care))}
        </section>
    }
}

fn content(view: &CareView, detail: &CaseDetail, care: Care) -> impl IntoView + use<> {
    let entries = view.entries.iter().enumerate().map(|(at, line)| entry(at, line, detail));
    let shut = view.sight == CareSight::Closed;
    view! {
        <p>{said(view)}</p>
        <ol class="plain">{entries.collect_view()}</ol>
        {(shut && !view.entries.is_empty()).then(|| view! { <OpenForm care=care/> })}
        {view.may_write.then(|| view! { <WriteForm care=care count=view.entries.len()/> })}
        <p class="soft">
            "Dit staat apart van de rest van het dossier. Het komt niet op papier, niet op het blad voor het werkoverleg en niet in het zoeken. Een besluit neem je zonder deze tekst."
        </p>
    }
}

/// How it stands, for this AF.
fn said(view: &CareView) -> String {
    let there = match view.entries.len() {
        0 => return "Er staat nog niets.".into(),
        1 => "Er staat 1 regel.".to_owned(),
        more => format!("Er staan {more} regels."),
    };
    match view.sight {
        CareSight::OfCare => there,
        CareSight::Opened => format!("{there} Jij hebt het vandaag geopend."),
        CareSight::Closed => format!("{there} Jouw functie is niet van zorg: open het alleen als het nodig is."),
    }
}

/// The words if they are for this AF; and by whom and when.
fn entry(at: usize, line: &CareLine, detail: &CaseDetail) -> impl IntoView + use<> {
    let by = name_of(&detail.officers, &line.by);
    let when = format!("{}. {by}, {}, {}", at + 1, day_with_year(line.at.day()), clock(line.at));
    let corrects = line.corrects.map(|which| format!(" · verbetert regel {}", which + 1));
    let text = line.text.as_ref().map(|text| view! { <p class="typed" dir="auto">{text.as_str().to_owned()}</p> });
    view! { <li><span class="soft">{when}{corrects}</span>{text}</li> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::{id::AccountId, moment::Moment};

    fn view(sight: CareSight, entries: usize) -> CareView {
        let by = AccountId::from_bytes(&[1; 16]);
        let line = CareLine { at: Moment::from_millis(1_777_550_400_000), by, text: None, corrects: None };
        CareView { sight, entries: vec![line; entries], may_write: true }
    }

    #[test]
    fn how_it_stands_is_said_for_each_way_to_see_it() {
        assert_eq!(said(&view(CareSight::Closed, 0)), "Er staat nog niets.");
        assert_eq!(said(&view(CareSight::OfCare, 1)), "Er staat 1 regel.");
        assert!(said(&view(CareSight::Closed, 2)).starts_with("Er staan 2 regels. Jouw functie is niet van zorg"));
        assert!(said(&view(CareSight::Opened, 2)).ends_with("Jij hebt het vandaag geopend."));
    }
}
