use super::store::Conversation;
use crate::{
    messages::officer::{answer_text, field_label},
    ui::{Button, ButtonLook, Notice, NoticeLook},
};
use leptos::prelude::*;
use shared::case::conversation::ConversationField;

/// Fields that a colleague changed at the same moment: one chooses which text stays. Nothing is thrown away before.
#[component]
pub fn Clashes() -> impl IntoView {
    let conversation = Conversation::here();
    view! {
        <div role="status">
            <For each=move || conversation.clashes.get() key=|field| field.pointer() let(field)>
                <Clash field=field/>
            </For>
        </div>
    }
}

#[component]
fn Clash(field: ConversationField) -> impl IntoView {
    let conversation = Conversation::here();
    let own = Callback::new(move |()| conversation.keep_own(field));
    let theirs = Callback::new(move |()| conversation.take_theirs(field));
    let text = move || answer_text(&conversation.theirs(), field);
    let typed = move || conversation.draft.with(|draft| answer_text(draft, field));
    view! {
        <Notice look=NoticeLook::Wait title=format!("Een collega veranderde intussen ook: {}", field_label(field))>
            <p>"Bewaard is nu:"</p>
            <blockquote dir="auto">{text}</blockquote>
            <p>"Jij typte, en dat staat nog in het formulier:"</p>
            <blockquote dir="auto">{typed}</blockquote>
            <div class="row">
                <Button look=ButtonLook::Plain press=own>"Bewaar wat ik typte"</Button>
                <Button look=ButtonLook::Plain press=theirs>"Neem de tekst van mijn collega"</Button>
            </div>
        </Notice>
    }
}
