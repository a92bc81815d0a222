use super::{
    super::parts::{Check, Form, Select},
    page::Away,
};
use crate::{
    browser,
    client::{Call, Failure},
    ui::{Button, ErrorSummary, FieldError, TextField, TextKind},
};
use leptos::prelude::*;
use shared::{
    contract::{Endpoint, NewStandIn, StandIn},
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
        if let (Some(from), Some(until)) = (from, until) {
            if until < from || until < self.today {
                check.wrong("tot", "De laatste dag ligt vóór de eerste, of is al voorbij.");
            } else if (until - from).num_days() > NewStandIn::MAX_DAYS {
                check.wrong("tot", "Kies een periode van hooguit een jaar.");
            }
        }
        let built = by.zip(from).zip(until).map(|((by, from), until)| NewStandIn { by, from, until });
        check.finish(built)
    }
}

/// Somebody stands in for me: who, and from when until when.
#[component]
pub fn Plan() -> impl IntoView {
    let away = Away::here();
    let today = browser::today();
    let draft = Draft { today, by: String::new(), from: today.to_string(), until: String::new() };
    let form = Form::new("waarneming", draft, Draft::build);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(body) = form.try_now() {
            away.run(add(body));
        }
    };
    let options = Signal::derive(move || away.colleagues(|one| one.active));
    view! {
        <section class="card">
            <h2>"Laat een collega waarnemen"</h2>
            <form class="stack" novalidate on:submit=submit>
                <ErrorSummary errors=form.errors tried=form.tried/>
                <Select id=form.id("wie") label="Wie neemt waar?" options=options note=form.note("wie")
                    value=form.part(|d| d.by.clone(), |d, v| d.by = v)/>
                <TextField id=form.id("van") label="Eerste dag" kind=TextKind::Date note=form.note("van")
                    value=form.part(|d| d.from.clone(), |d, v| d.from = v)/>
                <TextField id=form.id("tot") label="Laatste dag" kind=TextKind::Date note=form.note("tot")
                    value=form.part(|d| d.until.clone(), |d, v| d.until = v)/>
                <div class="row"><Button busy=away.busy>"Spreek af"</Button></div>
            </form>
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
    fn days_that_cannot_be_are_told_at_the_last_day() {
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
