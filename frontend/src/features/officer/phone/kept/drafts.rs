use super::super::super::{parts::name_of, request::Request, session::Session};
use crate::{
    client::{Call, Failure},
    messages::{clock, day},
    ui::{Button, ButtonLook, Notice, NoticeLook},
};
use leptos::prelude::*;
use shared::{
    contract::{Endpoint, OfficerView, PhoneDraftTyped, PhoneDraftView},
    id::AccountId,
};

/// The reports that are not finished, and which of them is on the page.
#[derive(Clone, Copy)]
pub struct Drafts {
    /// What was read: the names of the AFs, and the reports.
    pub reading: Request<Read>,
    /// The colleague whose report is on the page; none for one's own.
    whose: RwSignal<Option<AccountId>>,
}

/// What the page reads.
#[derive(Debug, Clone, PartialEq)]
pub struct Read {
    /// All AFs.
    pub names: Vec<OfficerView>,
    /// One's own, and those of whom one stands in for.
    pub all: Vec<PhoneDraftView>,
}

impl Drafts {
    /// Reads them. Once per page.
    #[must_use]
    pub fn start() -> Self {
        let drafts = Self { reading: Request::new(), whose: RwSignal::new(None) };
        drafts.reading.run(read(), |read| read);
        drafts
    }

    /// Shows that of a colleague, or one's own again, as it is now.
    pub fn show(self, whose: Option<AccountId>) {
        // first: then the page does not show what was read before
        self.reading.run(read(), |read| read);
        self.whose.set(whose);
    }

    /// Reads them again.
    pub fn again(self) {
        self.reading.run(read(), |read| read);
    }

    /// Whose report is on the page.
    #[must_use]
    pub fn of(self) -> Option<AccountId> {
        self.whose.get().or_else(|| Session::here().account())
    }

    /// Whether it is one's own.
    #[must_use]
    pub fn is_own(self) -> bool {
        self.whose.with(Option::is_none)
    }
}

async fn read() -> Result<Read, Failure> {
    let names = Call::to(Endpoint::Officers).ask::<Vec<OfficerView>>().await?.body;
    let all = Call::to(Endpoint::PhoneDrafts).ask::<Vec<PhoneDraftView>>().await?.body;
    Ok(Read { names, all })
}

/// Reports of colleagues for whom the AF stands in, and which of them is on the page.
#[component]
pub fn Others(drafts: Drafts, read: Read) -> impl IntoView {
    let Read { names, all } = read;
    let shown = drafts.of();
    if !drafts.is_own() {
        let name = shown.as_ref().map(|of| name_of(&names, of)).unwrap_or_default();
        return view! {
            <Notice look=NoticeLook::Wait title=format!("Je maakt een melding af van {name}")>
                <Button look=ButtonLook::Plain press=move |()| drafts.show(None)>"Terug naar je eigen melding"</Button>
            </Notice>
        }
        .into_any();
    }
    let others = all.into_iter().filter(|one| Some(&one.of) != shown.as_ref());
    let notice = |one: PhoneDraftView| {
        let text = words(&name_of(&names, &one.of), one.typed.as_ref()?);
        let of = StoredValue::new(one.of);
        Some(view! {
            <Notice look=NoticeLook::Wait title="Een melding van een collega is niet af">
                <p>{text}</p>
                <Button look=ButtonLook::Plain press=move |()| drafts.show(Some(of.get_value()))>
                    "Maak deze melding af"
                </Button>
            </Notice>
        })
    };
    others.filter_map(notice).collect_view().into_any()
}

fn words(name: &str, typed: &PhoneDraftTyped) -> String {
    let at = format!("{} om {}", day(typed.at.day()), clock(typed.at));
    format!("{name} begon een melding; het laatst is er getypt op {at}. Je neemt waar, dus je kunt haar afmaken.")
}

#[cfg(test)]
mod tests {
    use super::{super::clash::example, *};

    #[test]
    fn whoever_stands_in_reads_whose_it_is_and_from_when() {
        let typed = example(2, Some("Begonnen")).typed.unwrap();
        let text = words("Fleur Voorbeeld", &typed);
        assert!(text.starts_with("Fleur Voorbeeld begon ") && text.contains("donderdag 30 april om 14.02"), "{text}");
        assert!(!text.contains("Begonnen"), "nothing of what is typed");
    }
}
