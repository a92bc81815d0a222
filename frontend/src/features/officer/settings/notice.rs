use super::super::{page::Page, request::Request};
use crate::{
    client::Call,
    ui::{Link, Notice, NoticeLook},
};
use leptos::prelude::*;
use serde::{Deserialize, de::IgnoredAny};
use shared::contract::Endpoint;

/// What this reads of [`shared::contract::SettingsPage`]: reading all of it belongs to a page that is loaded later.
#[derive(Deserialize)]
struct Waits {
    #[serde(rename = "wacht")]
    waiting: Option<IgnoredAny>,
}

/// On the start page of AF and FG: a change waits for them.
#[component]
pub fn SettingsNotice() -> impl IntoView {
    let (waits, reading) = (RwSignal::new(false), Request::<()>::new());
    let call = Call::to(Endpoint::Settings).by_itself().ask::<Waits>();
    reading.run_by_itself(call, move |answer| waits.set(answer.body.waiting.is_some()));
    view! {
        <Show when=move || waits.get()>
            <Notice look=NoticeLook::Wait title="Andere inrichting">
                <p>"De beheerder vraagt om iets te veranderen. Het geldt pas als jij of een ander het bevestigt."</p>
                <p><Link to=Page::Settings.path()>"Bekijk wat er verandert"</Link></p>
            </Notice>
        </Show>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::{
        contract::{SettingsChange, SettingsPage},
        moment::Moment,
        settings::Part,
    };

    #[test]
    fn the_notice_reads_whether_a_change_waits_from_the_whole_answer() {
        let part = || Part::Closed(None);
        let change = SettingsChange {
            number: 1,
            at: Moment::from_millis(0),
            by: None,
            confirmed_by: None,
            before: part(),
            after: part(),
            undoes: None,
        };
        for waiting in [None, Some(change)] {
            let waits = waiting.is_some();
            let page = SettingsPage {
                last: 1,
                now: vec![part()],
                file: vec![part()],
                waiting,
                history: vec![],
                unreadable: false,
            };
            let read: Waits = serde_json::from_str(&serde_json::to_string(&page).unwrap()).unwrap();
            assert_eq!(read.waiting.is_some(), waits);
        }
    }
}
