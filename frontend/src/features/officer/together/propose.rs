use super::{
    super::{
        parts::{Check, Form},
        send_form::SendForm,
    },
    store::Together,
};
use crate::ui::{FieldError, TextField, TextKind};
use leptos::prelude::*;
use shared::{case::together::Selection, moment::Moment, text::Line};

/// The last millisecond of a minute, after its first.
const REST_OF_MINUTE: i64 = 59_999;

#[derive(Clone, Default)]
struct Draft {
    from: String,
    until: String,
    like: String,
    reason: String,
}

impl Draft {
    /// The last hour.
    fn of(now: Moment) -> Self {
        let (from, until) = (now.plus_seconds(-3600).on_clock(), now.on_clock());
        Self { from, until, ..Self::default() }
    }

    fn build(&self) -> Result<Selection, Vec<FieldError>> {
        let mut check = Check::of("samen");
        let from = check.chosen("van", Moment::from_clock(&self.from), "Vul een dag en een tijd in.");
        let until = check.chosen("tot", Moment::from_clock(&self.until), "Vul een dag en een tijd in.");
        if from.zip(until).is_some_and(|(from, until)| until < from) {
            check.wrong("tot", "Kies een moment na het begin.");
        }
        let like = match self.like.trim() {
            "" => Some(None),
            typed => {
                let number = sequence(typed);
                check.chosen("zoals", number, "Schrijf het nummer zoals op de lijst: 2026-017.").map(Some)
            }
        };
        let reason = check.line("reden", &self.reason, "Schrijf op waarom dit geen echte meldingen zijn.");
        let built = from.zip(until).zip(like).zip(reason);
        check.finish(built.map(|(((from, until), like), reason)| {
            // the whole of the last minute
            let until = Moment::from_millis(until.millis() + REST_OF_MINUTE);
            Selection { from, until, like, reason }
        }))
    }
}

/// The sequence number in `2026-017`, or in `17`.
fn sequence(typed: &str) -> Option<u32> {
    typed.rsplit('-').next()?.trim().parse().ok().filter(|number| *number > 0)
}

/// Selects reports by when they came in and, where that is asked, by their text.
#[component]
pub fn Propose(together: Together, now: Moment) -> impl IntoView {
    let form = Form::new("samen", Draft::of(now), Draft::build);
    view! {
        <section class="card">
            <h2>"Stel voor"</h2>
            <p class="soft">"Mee gaan alleen nieuwe meldingen die niemand oppakte. Een melding met mogelijk gevaar of een
                minderjarige gaat nooit mee: bekijk die een voor een."</p>
            <SendForm form=form request=together.request send=move |body| together.propose(body)
                button="Stel voor om ze af te sluiten">
                <TextField id=form.id("van") label="Binnengekomen van" kind=TextKind::Moment note=form.note("van")
                    value=form.part(|d| d.from.clone(), |d, v| d.from = v)/>
                <TextField id=form.id("tot") label="Tot en met" kind=TextKind::Moment note=form.note("tot")
                    value=form.part(|d| d.until.clone(), |d, v| d.until = v)/>
                <TextField id=form.id("zoals") label="Alleen met dezelfde tekst als melding" optional=true
                    hint="Het nummer, bijvoorbeeld 2026-017." note=form.note("zoals")
                    value=form.part(|d| d.like.clone(), |d, v| d.like = v)/>
                <TextField id=form.id("reden") label="Waarom zijn dit geen echte meldingen?"
                    hint="Dit komt in elke tijdlijn te staan." note=form.note("reden") most=Some(Line::MAX)
                    value=form.part(|d| d.reason.clone(), |d, v| d.reason = v)/>
            </SendForm>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled() -> Draft {
        let text = |text: &str| text.to_owned();
        Draft {
            from: text("2026-04-30T13:00"),
            until: text("2026-04-30T14:05"),
            like: text(""),
            reason: text("Steeds dezelfde verzonnen tekst"),
        }
    }

    #[test]
    fn a_selection_holds_the_whole_of_its_last_minute() {
        let built = filled().build().unwrap();
        assert_eq!(built.until.to_string(), "2026-04-30T12:05:59.999Z");
        assert_eq!((built.from.to_string().as_str(), built.like), ("2026-04-30T11:00:00.000Z", None));
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        let wrong = Draft { until: "2026-04-30T12:00".into(), like: "zeventien".into(), ..filled() };
        let ids = |draft: &Draft| draft.build().unwrap_err().into_iter().map(|error| error.id).collect::<Vec<_>>();
        assert_eq!(ids(&wrong), ["samen-tot", "samen-zoals"]);
        assert_eq!(ids(&Draft::default()), ["samen-van", "samen-tot", "samen-reden"]);
    }

    #[test]
    fn a_number_is_read_as_it_stands_on_the_list() {
        assert_eq!(
            [sequence("2026-017"), sequence("17"), sequence("0"), sequence("x")],
            [Some(17), Some(17), None, None]
        );
    }
}
