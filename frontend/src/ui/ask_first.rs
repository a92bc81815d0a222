use super::{Button, ButtonLook, Show};
use crate::browser;
use leptos::{html::Div, prelude::*};

/// A button that asks first: after a press the question takes its place, with yes and no. The focus goes along.
#[component]
pub fn AskFirst(
    /// On the button.
    #[prop(into)]
    label: String,
    /// After the label, for a screen reader: what it is about, where a page has several.
    #[prop(optional, into)]
    about: String,
    /// What happens then.
    #[prop(into)]
    question: String,
    /// On the button that does it.
    yes: &'static str,
    /// Does it.
    #[prop(into)]
    press: Callback<()>,
    #[prop(optional)] look: ButtonLook,
    #[prop(optional, into)] busy: Signal<bool>,
    #[prop(optional)] wide: bool,
) -> impl IntoView {
    let (asked, node) = (RwSignal::new(false), NodeRef::<Div>::new());
    let turn = move |on: bool| {
        asked.set(on);
        request_animation_frame(move || {
            let first = node.get_untracked().and_then(|div| div.query_selector("[tabindex], button").ok().flatten());
            first.iter().for_each(browser::focus_element);
        });
    };
    let go = Callback::new(move |()| {
        asked.set(false);
        press.run(());
    });
    let (label, about) = (StoredValue::new(label), StoredValue::new(about));
    let button = move || {
        view! {
            <Button look=look wide=wide busy=busy press=move |()| turn(true)>
                {label.get_value()}<span class="sr-only">{about.get_value()}</span>
            </Button>
        }
    };
    view! {
        <div node_ref=node>
            <Show when=move || asked.get() fallback=button>
                <div class="stack">
                    <p tabindex="-1">{question.clone()}</p>
                    <div class="row">
                        <Button look=ButtonLook::Danger busy=busy press=go>{yes}</Button>
                        <Button look=ButtonLook::Plain press=move |()| turn(false)>"Nee"</Button>
                    </div>
                </div>
            </Show>
        </div>
    }
}
