use super::{super::super::parts::name_of, store::Phone};
use crate::{
    messages::{clock, day},
    ui::{Button, ButtonLook, Notice, NoticeLook},
};
use leptos::prelude::*;
use shared::{
    contract::{OfficerView, PhoneDraftView},
    id::AccountId,
};

/// That somebody else typed in the report, sent it or threw it away. What is typed here is not kept at the server
/// before the AF chooses.
#[component]
pub fn Clashed(phone: Phone, names: StoredValue<Vec<OfficerView>>) -> impl IntoView {
    let clash = move || phone.clash.get();
    view! {
        <div role="alert">
            {move || clash().map(|view| {
                let (title, text) = names.with_value(|names| words(view.as_ref(), &phone.me(), names));
                view! {
                    <Notice look=NoticeLook::Danger title=title>
                        <p>{text}</p>
                        <div class="row"><Ways phone=phone view=view/></div>
                    </Notice>
                }
            })}
        </div>
    }
}

/// What one can do about it.
#[component]
fn Ways(phone: Phone, view: Option<PhoneDraftView>) -> impl IntoView {
    let Some(view) = view else {
        let back = move |()| phone.forget();
        return view! { <Button look=ButtonLook::Plain press=back>"Terug naar je eigen melding"</Button> }.into_any();
    };
    let (was_sent, is_there) = (view.sent.is_some(), view.typed.is_some());
    let sent_here = view.sent.as_ref().is_some_and(|sent| sent.by == phone.me()) && phone.was_tried();
    let kept = StoredValue::new(view);
    let theirs = Callback::new(move |()| phone.take_theirs(kept.get_value()));
    let own = Callback::new(move |()| phone.keep_own(kept.get_value()));
    view! {
        {sent_here.then(|| view! { <Button press=move |()| phone.ask_code()>"Toon de code"</Button> })}
        <Button look=ButtonLook::Plain press=theirs>
            {if is_there { "Ga verder met die tekst" } else { "Begin met een lege melding" }}
        </Button>
        {(!was_sent).then(|| view! { <Button look=ButtonLook::Plain press=own>"Bewaar wat hier staat"</Button> })}
    }
    .into_any()
}

/// A title, and what happened.
fn words(view: Option<&PhoneDraftView>, me: &AccountId, names: &[OfficerView]) -> (&'static str, String) {
    let who = |by: &AccountId| if by == me { "jij zelf".to_owned() } else { name_of(names, by) };
    let when = |at| format!("{} om {}", day(shared::moment::Moment::day(at)), clock(at));
    match view.map(|view| (&view.typed, &view.sent)) {
        Some((_, Some(sent))) => (
            "Deze melding is al verstuurd",
            format!("Dat deed {}, {}. Verstuur haar niet nog eens.", who(&sent.by), when(sent.at)),
        ),
        Some((Some(typed), None)) => {
            let own = typed.by == *me;
            let title = if own { "Je typte op een andere plek verder" } else { "Iemand anders typt in deze melding" };
            let text =
                format!("Daar typte {}, {}. Wat je nu typt, wordt niet bewaard.", who(&typed.by), when(typed.at));
            (title, text)
        }
        Some((None, None)) => {
            ("Deze melding is weggegooid", "Dat gebeurde op een andere plek, of zij was te oud.".into())
        }
        None => (
            "Deze melding is er niet meer",
            "Zij is verstuurd of weggegooid, of zij is niet voor jou. Vraag het je collega.".into(),
        ),
    }
}

/// The report of AF 1 in this version.
#[cfg(test)]
pub fn example(version: u32, story: Option<&str>) -> PhoneDraftView {
    use shared::{contract::PhoneDraftTyped, moment::Moment, report::Draft};
    let at = Moment::try_from("2026-04-30T12:02:00Z".to_owned()).unwrap();
    let of = AccountId::from_bytes(&[1; 16]);
    let draft = |story: &str| Draft { story: story.into(), ..Draft::default() };
    let typed = story.map(|story| PhoneDraftTyped {
        draft: draft(story),
        by: of.clone(),
        at,
        until: PhoneDraftTyped::last_day(at),
    });
    PhoneDraftView { of, version, typed, sent: None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::{contract::PhoneDraftSent, text::Line};

    #[test]
    fn it_says_who_typed_or_sent_and_when() {
        let view = example(3, Some("Elders"));
        let me = AccountId::from_bytes(&[2; 16]);
        let names = [OfficerView { id: view.of.clone(), name: Line::parse("Fleur Voorbeeld").unwrap(), active: true }];
        let typed = words(Some(&view), &me, &names).1;
        assert!(typed.contains("Fleur Voorbeeld, donderdag 30 april om 14.02"), "{typed}");
        assert_eq!(words(Some(&view), &view.of, &names).0, "Je typte op een andere plek verder");
        let at = view.typed.as_ref().unwrap().at;
        let sent = PhoneDraftView { typed: None, sent: Some(PhoneDraftSent { by: view.of.clone(), at }), ..view };
        assert_eq!(words(Some(&sent), &me, &names).0, "Deze melding is al verstuurd");
        assert_eq!(words(Some(&example(4, None)), &me, &names).0, "Deze melding is weggegooid");
        assert_eq!(words(None, &me, &names).0, "Deze melding is er niet meer");
    }
}
