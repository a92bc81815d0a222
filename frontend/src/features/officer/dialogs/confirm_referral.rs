use super::{
    super::{
        case::{Dossier, story},
        parts::{Check, Form, Select, SelectOption},
    },
    frame::CommandDialog,
    today,
};
use crate::{
    messages::Words,
    ui::{FieldError, TextField, TextKind},
};
use leptos::prelude::*;
use shared::{
    case::{Command, CommandKind, notes::Confirmation},
    moment::Day,
};

#[derive(Clone)]
struct Draft {
    today: Day,
    referral: String,
    day: String,
}

impl Draft {
    fn build(&self) -> Result<Command, Vec<FieldError>> {
        let mut check = Check::of("ontvangst");
        let referral = check.chosen("vervolgstap", self.referral.parse().ok(), "Kies wie de ontvangst bevestigde.");
        let day = check.past_day("datum", &self.day, self.today);
        let built = referral.zip(day).map(|(referral, day)| Confirmation { referral, day });
        check.finish(built.map(Command::ConfirmReferral))
    }
}

/// A receiver confirmed.
#[component]
pub fn ConfirmReferralDialog() -> impl IntoView {
    let dossier = Dossier::here();
    let today = today();
    let draft = Draft { today, referral: String::new(), day: today.to_string() };
    let form = Form::new("ontvangst", draft, Draft::build);
    let options = Signal::derive(move || {
        let open = dossier.detail.with(|detail| detail.as_ref().map(|detail| story(detail).unconfirmed()));
        let option = |(at, to): (usize, shared::case::notes::ReferralTarget)| SelectOption {
            value: at.to_string(),
            label: to.words().to_owned(),
        };
        open.unwrap_or_default().into_iter().map(option).collect::<Vec<_>>()
    });
    view! {
        <CommandDialog kind=CommandKind::ConfirmReferral form=form>
            <Select id=form.id("vervolgstap") label="Wie bevestigde de ontvangst?" options=options
                note=form.note("vervolgstap") value=form.part(|d| d.referral.clone(), |d, v| d.referral = v)/>
            <TextField id=form.id("datum") label="Wanneer?" kind=TextKind::Date note=form.note("datum")
                value=form.part(|d| d.day.clone(), |d, v| d.day = v)/>
        </CommandDialog>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_referral_is_named_by_its_place() {
        let today = "2026-04-30".parse().unwrap();
        let draft = Draft { today, referral: "1".into(), day: "2026-04-30".into() };
        assert_eq!(draft.build(), Ok(Command::ConfirmReferral(Confirmation { referral: 1, day: today })));
        let none = Draft { referral: String::new(), ..draft };
        assert_eq!(none.build().unwrap_err()[0].id, "ontvangst-vervolgstap");
    }
}
