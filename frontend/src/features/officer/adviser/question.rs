use super::{
    super::{kmt::Talk, parts::Heading},
    answer::{AnswerForm, Draft, Way},
};
use crate::{
    messages::day_with_year,
    ui::{Notice, NoticeLook},
};
use leptos::prelude::*;
use shared::{case::kmt::KmtStand, contract::KmtForAdviser};

/// A question to KMT: what came of the last answer, what was said, and the answer. The heading takes the focus each
/// time, and says what happened.
#[component]
pub fn Question(
    way: Way,
    /// Above a question that waits for an answer.
    #[prop(into)]
    heading: String,
    question: KmtForAdviser,
    /// What is typed as an answer.
    draft: RwSignal<Draft>,
    done: Callback<KmtForAdviser>,
) -> impl IntoView {
    let KmtForAdviser { until, stand, content, said } = question;
    let (heading, notice) = match stand {
        KmtStand::Asked => (heading, None),
        KmtStand::AskedBack => ("Je vraag is verstuurd".into(), Some(ASKED_BACK)),
        KmtStand::Answered => ("Je advies is verstuurd".into(), Some(ANSWERED)),
        KmtStand::Expired | KmtStand::Shut | KmtStand::Ended => (heading, Some("Deze vraag is dicht.")),
    };
    let until = format!("Je kunt antwoorden tot en met {}.", day_with_year(until));
    let may_ask = stand == KmtStand::Asked;
    view! {
        <Heading text=heading title="Adviesvraag"/>
        {notice.map(|text| view! { <Notice look=NoticeLook::Done><p>{text}</p></Notice> })}
        {content.map(|content| view! {
            <p>"Hier staan geen namen. Vraag ook niet naar namen, en schrijf er geen op. "{until}</p>
            <section class="card"><Talk content=content said=said/></section>
            <AnswerForm way=way may_ask=may_ask draft=draft done=done/>
        })}
    }
}

const ASKED_BACK: &str = "Je vraag staat klaar voor de aandachtsfunctionaris. Kom later terug voor het antwoord.";
const ANSWERED: &str =
    "Dank je wel. Je advies staat bij de aandachtsfunctionaris. Je kunt aan deze vraag nu niets meer doen.";
