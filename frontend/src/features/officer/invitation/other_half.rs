use super::super::parts::{Check, Form};
use crate::{
    messages::officer::{half_in_link, other_half_missing},
    ui::{Button, ErrorSummary, FieldError, TextField},
};
use leptos::prelude::*;
use shared::contract::{InvitationPart, InvitationWord};

/// The half that was opened, and the other one as typed.
#[derive(Clone)]
struct Draft {
    opened: String,
    other: String,
}

impl Draft {
    fn build(&self) -> Result<InvitationWord, Vec<FieldError>> {
        let part = InvitationPart::of_word(&self.opened);
        let mut check = Check::of("helft");
        let other = other_of(part, &self.other);
        if other.is_none() {
            check.wrong("andere", other_half_missing(part, &self.other));
        }
        check.finish(other.map(|other| InvitationWord { word: self.opened.clone(), other: Some(other) }))
    }
}

/// Whoever was invited with two links opened one of them. The other one is pasted here.
#[component]
pub fn OtherHalf(token: String, found: RwSignal<Option<InvitationWord>>) -> impl IntoView {
    let form = Form::new("helft", Draft { opened: token, other: String::new() }, Draft::build);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(words) = form.try_now() {
            found.set(Some(words));
        }
    };
    view! {
        <form class="stack" novalidate on:submit=submit>
            <ErrorSummary errors=form.errors tried=form.tried/>
            <p>"Je uitnodiging bestaat uit twee links, van twee mensen. Zo kan niemand alleen een account maken. Deze
                link is er één van. Heb je de andere nog niet? Wacht daar dan op en open daarna deze link opnieuw."</p>
            <TextField id=form.id("andere") label="De andere link" hint="Plak hem hier helemaal" autocomplete="off"
                note=form.note("andere") value=form.part(|d| d.other.clone(), |d, v| d.other = v)/>
            <div class="row"><Button>"Ga verder"</Button></div>
        </form>
    }
}

/// The half in a link, or the half alone, if it is the other one.
fn other_of(part: InvitationPart, typed: &str) -> Option<String> {
    let half = half_in_link(typed);
    let wanted = match part {
        InvitationPart::First => InvitationPart::Second,
        InvitationPart::Second => InvitationPart::First,
        InvitationPart::Whole => return None,
    };
    (InvitationPart::of_word(half) == wanted).then(|| half.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_other_half_is_taken_from_a_link_and_the_same_half_is_not() {
        let link = "https://melden.voorbeeld.example/af/uitnodiging#2-00ff ";
        assert_eq!(other_of(InvitationPart::First, link).as_deref(), Some("2-00ff"));
        assert_eq!(other_of(InvitationPart::First, "2-00ff").as_deref(), Some("2-00ff"));
        assert_eq!(other_of(InvitationPart::Second, "x#1-00ff").as_deref(), Some("1-00ff"));
        for wrong in ["", "#", "x#1-00ff", "00ff"] {
            assert_eq!(other_of(InvitationPart::First, wrong), None, "{wrong}");
        }
    }
}
