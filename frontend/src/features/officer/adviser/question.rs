use super::{
    super::kmt::Talk,
    answer::{AnswerForm, Way},
};
use crate::{
    messages::day_with_year,
    ui::{Notice, NoticeLook},
};
use leptos::prelude::*;
use shared::{case::kmt::KmtStand, contract::KmtView};

/// A question to KMT: what was said, what came of the last answer, and the answer.
#[component]
pub fn Question(way: Way, question: KmtView, done: Callback<KmtView>) -> impl IntoView {
    let said = match question.stand {
        KmtStand::Asked => None,
        KmtStand::AskedBack => {
            Some("Je vraag staat klaar voor de aandachtsfunctionaris. Kom later terug voor het antwoord.")
        }
        KmtStand::Answered => {
            Some("Dank je wel. Je advies staat bij de aandachtsfunctionaris. Je kunt hier nu niets meer doen.")
        }
        KmtStand::Expired | KmtStand::Shut | KmtStand::Ended => Some("Deze vraag is dicht."),
    };
    let until = format!("Je kunt antwoorden tot en met {}.", day_with_year(question.until));
    let open = matches!(question.stand, KmtStand::Asked | KmtStand::AskedBack);
    view! {
        {said.map(|text| view! { <Notice look=NoticeLook::Done live=true><p>{text}</p></Notice> })}
        {open.then(|| view! { <p>"Hier staan geen namen. Vraag ook niet naar namen. "{until}</p> })}
        <section class="card"><Talk question=question/></section>
        {open.then(|| view! { <AnswerForm way=way done=done/> })}
    }
}
