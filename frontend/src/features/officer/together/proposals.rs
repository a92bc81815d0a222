use super::{
    super::{page::Page, parts::name_or_id},
    store::{Together, reports},
};
use crate::{
    messages::{clock, day_short, isolated, officer},
    ui::{Button, ButtonLook, Link},
};
use leptos::prelude::*;
use shared::{
    case::RowView,
    contract::{OfficerView, TogetherView},
    moment::Moment,
};

/// The proposals that wait, are carried out, or were carried out lately.
#[component]
pub fn Proposals(together: Together) -> impl IntoView {
    let lines = move || {
        together.page.get().map(|page| {
            let empty = page.proposals.is_empty();
            let names = page.names;
            let row = |one| view! { <Proposal together=together one=one names=names.clone()/> };
            let rows = page.proposals.into_iter().map(row).collect_view();
            view! {
                {empty.then(|| view! { <p>"Er wacht geen voorstel."</p> })}
                <ul class="work-list">{rows}</ul>
            }
        })
    };
    view! {
        <section class="stack" aria-labelledby="voorstellen">
            <h2 id="voorstellen">"Voorstellen"</h2>
            {lines}
        </section>
    }
}

#[component]
fn Proposal(together: Together, one: TogetherView, names: Vec<OfficerView>) -> impl IntoView {
    let mine = together.me().as_ref() == Some(&one.by);
    let (title, state) = (reports(one.count), state_words(&one));
    let who = format!("Voorgesteld door {} op {}.", isolated(&name_or_id(&names, &one.by)), moment(one.at));
    let agreed = one.agreed_by.as_ref().map(|id| format!("Akkoord van {}.", isolated(&name_or_id(&names, id))));
    let story = one.story.as_ref().map(|story| story.as_str().to_owned());
    let examples = one.examples.iter().map(example).collect_view();
    let has_examples = !one.examples.is_empty();
    view! {
        <li class="work-row">
            <p class=if one.ended.is_some() { "left ok" } else { "left today" }>{state.0}</p>
            <div>
                <h3 class="name">{title}</h3>
                <p>{range_words(&one)}</p>
                <p class="soft">{who}" "{agreed}</p>
                <p>"Waarom: "<bdi>{one.reason.as_str().to_owned()}</bdi></p>
                {story.map(|story| view! { <blockquote><bdi>{story}</bdi></blockquote> })}
                {apart_words(one.apart).map(|text| view! { <p><b>{text}</b></p> })}
                {has_examples.then(|| view! { <p>"Kijk er een paar na:"</p><ul>{examples}</ul> })}
                {state.1.map(|text| view! { <p>{text}</p> })}
                {(mine && one.agreed_by.is_none()).then(|| view! { <p>"Jij stelde dit voor. Een andere AF gaat akkoord."</p> })}
            </div>
            <Buttons together=together one=one mine=mine/>
        </li>
    }
}

#[component]
fn Buttons(together: Together, one: TogetherView, mine: bool) -> impl IntoView {
    let (id, count, busy) = (one.id, one.count, together.request.busy());
    let (agree, reject, go_on) = (id.clone(), id.clone(), id);
    let agree = Callback::new(move |()| together.sure.set(Some((agree.clone(), count))));
    let reject = Callback::new(move |()| together.reject(reject.clone()));
    let go_on = Callback::new(move |()| together.go_on(go_on.clone()));
    let waits = one.agreed_by.is_none();
    let half_way = one.agreed_by.is_some() && one.ended.is_none();
    let what = format!(": {}", reports(count));
    let said = what.clone();
    view! {
        <div class="row">
            {one.may_agree.then(|| view! {
                <Button look=ButtonLook::Danger press=agree busy=busy>"Akkoord"<span class="sr-only">{what}</span></Button>
            })}
            {waits.then(|| view! {
                <Button look=ButtonLook::Plain press=reject busy=busy>
                    {if mine { "Trek in" } else { "Niet akkoord" }}<span class="sr-only">{said}</span>
                </Button>
            })}
            {half_way.then(|| view! { <Button look=ButtonLook::Plain press=go_on busy=busy>"Ga nu verder"</Button> })}
        </div>
    }
}

fn example(row: &RowView) -> impl IntoView + use<> {
    let name = format!("{} · {}", row.number, officer::subject_and_forms(row.subject, &row.forms));
    view! { <li><Link to=Page::Case(row.id.clone()).path()>{name}</Link></li> }
}

/// `ma 16 nov, 14.05`.
fn moment(at: Moment) -> String {
    format!("{}, {}", day_short(at.day()), clock(at))
}

fn range_words(one: &TogetherView) -> String {
    let like = one.like.map(|number| format!(", met dezelfde tekst als {number}")).unwrap_or_default();
    format!("Binnengekomen van {} tot en met {}{like}.", moment(one.from), moment(one.until))
}

fn apart_words(count: usize) -> Option<String> {
    let what = match count {
        0 => return None,
        1 => "1 melding gaat niet mee: er is misschien gevaar of een minderjarige. Bekijk die apart.".to_owned(),
        more => {
            format!(
                "{more} meldingen gaan niet mee: er is misschien gevaar of een minderjarige. Bekijk die een voor een."
            )
        }
    };
    Some(what)
}

/// The state in a word, and what there is to say of it.
fn state_words(one: &TogetherView) -> (&'static str, Option<String>) {
    match (&one.agreed_by, one.ended) {
        (None, _) => ("Voorstel", None),
        (Some(_), None) => {
            let so_far = format!("{} van de {} afgesloten. Het gaat vanzelf verder.", one.closed, one.count);
            ("Bezig", Some(so_far))
        }
        (Some(_), Some(_)) => {
            let open = one.count.saturating_sub(one.closed);
            let rest = match open {
                0 => String::new(),
                1 => " 1 bleef open: iemand pakte die op, of die is niet voor jullie beiden.".to_owned(),
                more => format!(" {more} bleven open: iemand pakte ze op, of ze zijn niet voor jullie beiden."),
            };
            ("Klaar", Some(format!("{} afgesloten.{rest}", reports(one.closed))))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::{
        id::{AccountId, TogetherId},
        text::Line,
    };

    fn proposal() -> TogetherView {
        let at = Moment::try_from("2026-04-30T12:02:00Z".to_owned()).unwrap();
        TogetherView {
            id: TogetherId::from_bytes(&[1; 16]),
            by: AccountId::from_bytes(&[1; 16]),
            at,
            from: at.plus_seconds(-3600),
            until: at,
            like: None,
            story: None,
            reason: Line::parse("Verzonnen").unwrap(),
            count: 5,
            apart: 0,
            examples: vec![],
            may_agree: true,
            agreed_by: None,
            closed: 0,
            ended: None,
        }
    }

    #[test]
    fn how_far_it_is_and_what_stayed_open() {
        let agreed = TogetherView { agreed_by: Some(AccountId::from_bytes(&[2; 16])), closed: 3, ..proposal() };
        assert_eq!(state_words(&proposal()), ("Voorstel", None));
        let so_far = "3 van de 5 afgesloten. Het gaat vanzelf verder.".to_owned();
        assert_eq!(state_words(&agreed), ("Bezig", Some(so_far)));
        let done = TogetherView { ended: Some(agreed.at), ..agreed };
        let text = "3 meldingen afgesloten. 2 bleven open: iemand pakte ze op, of ze zijn niet voor jullie beiden.";
        assert_eq!(state_words(&done), ("Klaar", Some(text.to_owned())));
        let all = TogetherView { closed: 5, ..done };
        assert_eq!(state_words(&all), ("Klaar", Some("5 meldingen afgesloten.".to_owned())));
    }

    #[test]
    fn the_range_is_said_in_words() {
        assert_eq!(range_words(&proposal()), "Binnengekomen van do 30 apr, 13.02 tot en met do 30 apr, 14.02.");
        assert!(apart_words(0).is_none() && apart_words(1).is_some_and(|text| text.starts_with("1 melding gaat")));
    }
}
