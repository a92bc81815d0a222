use super::{
    super::{
        parts::{Check, Form, Select},
        send_form::SendForm,
    },
    store::Away,
};
use crate::{
    client::{Call, Failure},
    ui::{FieldError, TextField, TextKind},
};
use leptos::prelude::*;
use shared::{
    contract::{Endpoint, NewStandIn, PeriodError, StandIn},
    id::AccountId,
    moment::Day,
};

#[derive(Clone)]
struct Draft {
    today: Day,
    by: String,
    from: String,
    until: String,
}

impl Draft {
    fn build(&self) -> Result<NewStandIn, Vec<FieldError>> {
        let mut check = Check::of("waarneming");
        let by = check.chosen("wie", AccountId::parse(&self.by).ok(), "Kies wie er waarneemt.");
        let from = check.day("van", &self.from);
        let until = check.day("tot", &self.until);
        if let Some(Err(error)) = from.zip(until).map(|(from, until)| NewStandIn::check_days(from, until, self.today)) {
            check.wrong("tot", period_words(error));
        }
        let built = by.zip(from).zip(until).map(|((by, from), until)| NewStandIn { by, from, until });
        check.finish(built)
    }
}

fn period_words(error: PeriodError) -> &'static str {
    match error {
        PeriodError::EndsBeforeItBegins => "De laatste dag ligt vóór de eerste dag.",
        PeriodError::Over => "De laatste dag is al voorbij.",
        PeriodError::TooFarAhead => "Kies een eerste dag binnen een jaar.",
        PeriodError::TooLong => "Kies een periode van hooguit een jaar.",
    }
}

/// Arranges a stand-in: the colleague, the first and the last day. The days are checked against the server's day.
#[component]
pub fn Plan(today: Day) -> impl IntoView {
    let away = Away::here();
    let draft = Draft { today, by: String::new(), from: today.to_string(), until: String::new() };
    let form = Form::new("waarneming", draft, Draft::build);
    let options = Signal::derive(move || away.colleagues(|one| one.active));
    view! {
        <section class="card">
            <h2>"Laat een collega waarnemen"</h2>
            <SendForm form=form request=away.changing send=move |body| away.change(add(body)) button="Spreek af">
                <Select id=form.id("wie") label="Wie neemt waar?" options=options note=form.note("wie")
                    value=form.part(|d| d.by.clone(), |d, v| d.by = v)/>
                <TextField id=form.id("van") label="Eerste dag" kind=TextKind::Date note=form.note("van")
                    value=form.part(|d| d.from.clone(), |d, v| d.from = v)/>
                <TextField id=form.id("tot") label="Laatste dag" kind=TextKind::Date note=form.note("tot")
                    value=form.part(|d| d.until.clone(), |d, v| d.until = v)/>
            </SendForm>
        </section>
    }
}

async fn add(body: NewStandIn) -> Result<String, Failure> {
    Call::to(Endpoint::AddStandIn).send::<_, StandIn>(&body).await?;
    Ok("De waarneming is afgesproken.".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn impossible_days_are_reported_at_the_last_day() {
        let today: Day = "2026-04-30".parse().unwrap();
        let by = AccountId::from_bytes(&[1; 16]).to_string();
        let draft = |from: &str, until: &str| Draft { today, by: by.clone(), from: from.into(), until: until.into() };
        assert!(draft("2026-04-30", "2026-05-14").build().is_ok());
        for (from, until) in [("2026-05-14", "2026-05-01"), ("2026-04-01", "2026-04-02"), ("2026-05-01", "2028-05-01")]
        {
            assert_eq!(draft(from, until).build().unwrap_err()[0].id, "waarneming-tot", "{from} {until}");
        }
        let empty = Draft { by: String::new(), ..draft("", "") };
        assert_eq!(empty.build().unwrap_err().len(), 3);
    }
}
