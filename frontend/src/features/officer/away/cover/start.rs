use super::super::{
    super::{
        parts::{Check, Form, Select},
        send_form::SendForm,
    },
    store::Away,
};
use crate::{
    client::{Call, Failure},
    ui::{ChoiceField, FieldError, TextField, TextKind},
};
use leptos::prelude::*;
use shared::{
    case::notes::BreakGlassReason,
    contract::{Endpoint, StandIn, StartStandIn},
    id::AccountId,
    moment::Day,
};

#[derive(Clone)]
struct Draft {
    today: Day,
    of: String,
    until: String,
    why: Option<BreakGlassReason>,
    words: String,
}

impl Draft {
    fn build(&self) -> Result<StartStandIn, Vec<FieldError>> {
        let mut check = Check::of("collega");
        let of = check.chosen("wie", AccountId::parse(&self.of).ok(), "Kies voor wie je waarneemt.");
        let until = check.day("tot", &self.until);
        if until.is_some_and(|until| StartStandIn::check_until(until, self.today).is_err()) {
            check.wrong("tot", "Kies een dag vanaf vandaag, hoogstens 31 dagen.");
        }
        let why = check.chosen("waarom", self.why, "Kies waarom je waarneemt.");
        let words = check.line("toelichting", &self.words, "Licht het toe voor je collega.");
        let built = of.zip(until).zip(why.zip(words));
        check.finish(built.map(|((of, until), (why, words))| StartStandIn { of, until, why, words }))
    }
}

/// An AF stands in for a colleague who is not there and did not arrange it.
#[component]
pub fn Start(today: Day) -> impl IntoView {
    let away = Away::here();
    let draft = Draft { today, of: String::new(), until: today.to_string(), why: None, words: String::new() };
    let form = Form::new("collega", draft, Draft::build);
    let options = Signal::derive(move || away.colleagues(|_| true));
    view! {
        <section class="card">
            <h2>"Neem waar voor een collega"</h2>
            <p>
                "Is een collega er onverwacht niet? Dan zie je de dossiers van die collega en kun je bellen en vastleggen. \
                Overdragen, afsluiten, uitsluiten en vernietigen kan niet. Je collega en de FG zien dat je dit doet, en \
                waarom, en kunnen het stoppen."
            </p>
            <SendForm form=form request=away.changing send=move |body| away.change(start(body)) button="Ga waarnemen">
                <Select id=form.id("wie") label="Voor wie?" options=options note=form.note("wie")
                    value=form.part(|d| d.of.clone(), |d, v| d.of = v)/>
                <TextField id=form.id("tot") label="Tot en met" hint="Hoogstens 31 dagen; daarna stopt het vanzelf" kind=TextKind::Date note=form.note("tot")
                    value=form.part(|d| d.until.clone(), |d, v| d.until = v)/>
                <ChoiceField id=form.id("waarom") legend="Waarom neem je waar?" all=BreakGlassReason::ALL
                    note=form.note("waarom") value=form.part(|d| d.why, |d, v| d.why = v)/>
                <TextField id=form.id("toelichting") label="Licht het toe" note=form.note("toelichting")
                    hint="Je collega leest het; de FG niet. Schrijf niets over een ziekte."
                    value=form.part(|d| d.words.clone(), |d, v| d.words = v)/>
            </SendForm>
        </section>
    }
}

async fn start(body: StartStandIn) -> Result<String, Failure> {
    Call::to(Endpoint::StartStandIn).send::<_, StandIn>(&body).await?;
    Ok("Je neemt nu waar.".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn standing_in_asks_for_whom_until_when_and_why() {
        let today: Day = "2026-04-30".parse().unwrap();
        let of = AccountId::from_bytes(&[1; 16]).to_string();
        let full = |until: &str| Draft {
            today,
            of: of.clone(),
            until: until.into(),
            why: Some(BreakGlassReason::Absent),
            words: "De melders wachten".into(),
        };
        assert!(full("2026-05-30").build().is_ok());
        for until in ["2026-04-29", "2026-05-31"] {
            assert_eq!(full(until).build().unwrap_err()[0].id, "collega-tot", "{until}");
        }
        let empty = Draft { of: String::new(), why: None, words: String::new(), ..full("") };
        assert_eq!(empty.build().unwrap_err().len(), 4);
    }
}
