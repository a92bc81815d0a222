use super::{
    super::{
        super::dossier::{ActButton, NOW_TITLE},
        alarm::AlarmLine,
    },
    actions::{actions, preferred},
    asked::{Answered, Asked},
};
use crate::{
    messages::{Words, day_with_year, isolated, officer::without_contact},
    ui::ButtonLook,
};
use leptos::prelude::*;
use shared::{
    case::{ActKind, NextAction, notes::NoContactReason, tasks::open_tasks},
    contract::CaseDetail,
};
use std::sync::Arc;

/// The next action, with its buttons; the first one is the only filled button of the page, and the title names it.
#[component]
pub fn NowCard(detail: Arc<CaseDetail>) -> impl IntoView {
    let now = actions(&detail).now;
    let (first, next) = (now.first().copied(), detail.row.next);
    let main = if names_first(next, first) { ButtonLook::Main } else { ButtonLook::Plain };
    let buttons = now.into_iter().enumerate().map(|(at, kind)| {
        view! {
            <ActButton kind=kind look=if at == 0 { main } else { ButtonLook::Plain }/>
        }
    });
    view! {
        <section class="card now not-on-paper" aria-labelledby=NOW_TITLE>
            <h2 id=NOW_TITLE tabindex="-1">{title(next, first)}</h2>
            <AlarmLine detail=detail.clone()/>
            <p>{lead(&detail)}</p>
            <Asked detail=detail.clone()/>
            <Answered detail=detail.clone()/>
            <div class="row">{buttons.collect_view()}</div>
        </section>
    }
}

/// Whether the first button is what the title says. While somebody waits for a colleague or for KMT no button is.
pub(super) fn names_first(next: NextAction, first: Option<ActKind>) -> bool {
    !matches!(next, NextAction::AwaitColleague | NextAction::AwaitKmt) && first.is_some()
}

pub(super) fn title(next: NextAction, first: Option<ActKind>) -> String {
    match (next, first) {
        (NextAction::AwaitColleague, _) => "Wacht op akkoord van een collega".into(),
        (NextAction::AwaitKmt, _) => NextAction::AwaitKmt.words().into(),
        (NextAction::AwaitLead, None) => "Loopt mee met een ander dossier".into(),
        (NextAction::Nothing, None) => "Dit dossier is afgerond".into(),
        (NextAction::AwaitReceipt, Some(ActKind::ConfirmReferral)) => "Wacht op bevestiging van ontvangst".into(),
        (_, None) => "Hier kun je nu niets doen".into(),
        (_, Some(ActKind::RecordVtt)) => "Nu: leg vast wat er met Veilig Thuis is gedaan".into(),
        (_, Some(first)) if preferred(next).first() == Some(&first) => now(next.words()),
        (_, Some(ActKind::RecordKmtCheck)) => now(NextAction::AskKmtToday.words()),
        (_, Some(first)) => now(first.words()),
    }
}

fn now(words: &str) -> String {
    format!("Nu: {}{}", words[..1].to_lowercase(), &words[1..])
}

fn lead(detail: &CaseDetail) -> String {
    match detail.row.next {
        NextAction::CallReporter => call(detail),
        NextAction::FillForm if detail.report.reporter().is_none() => {
            "Geen melder: dit signaal kwam van KMT. Vul in wat je ervan weet.".into()
        }
        NextAction::FillForm if detail.row.without.is_some() => {
            "Vul in wat je uit de melding weet. Spreek je de melder later? Vul dan aan.".into()
        }
        NextAction::FillForm => "Doe dit samen met de melder. Je kunt later aanvullen.".into(),
        NextAction::StartInvestigation => "Schrijf op welke vraag je wilt beantwoorden, en voor wanneer.".into(),
        NextAction::AskKmt => "Vraag advies zonder namen, of vraag met een grondslag of het bij KMT bekend is.".into(),
        NextAction::AskKmtToday => "Veilig Thuis neemt het niet aan. Vraag daarom vandaag nog KMT.".into(),
        NextAction::AnswerKmt => "De adviseur van het KMT wacht op je antwoord. De vraag staat hiernaast.".into(),
        NextAction::AwaitKmt => "Je vroeg het KMT om advies. Zonder antwoord verloopt de link.".into(),
        NextAction::FinishTask => task(detail),
        NextAction::FinishInvestigation => "Is de vraag beantwoord? Dan kan dit naar het werkoverleg.".into(),
        NextAction::DiscussAndDecide if detail.report.reporter().is_none() => {
            "Er is geen melder om te horen. Leg vast wat jullie besluiten.".into()
        }
        NextAction::DiscussAndDecide => "Hoor eerst de melder. Leg daarna vast wat jullie besluiten.".into(),
        NextAction::AskTable => table(detail),
        NextAction::AnswerColleague => {
            "Dit gebeurt pas als jij akkoord gaat. Ben je het er niet mee eens? Zeg dan waarom.".into()
        }
        NextAction::TellReporter if detail.lead.is_some() => {
            "In het hoofddossier is besloten. Pas als de melder bericht heeft, kan dat dossier dicht.".into()
        }
        NextAction::TellReporter => "Pas daarna kan het dossier dicht.".into(),
        NextAction::AwaitColleague => {
            "Je voorstel ligt bij je collega's. Een andere aandachtsfunctionaris moet akkoord geven.".into()
        }
        NextAction::AwaitReceipt => "Afsluiten kan al. Een bevestiging mag ook later komen.".into(),
        NextAction::AwaitLead if detail.report.reporter().is_none() => {
            "Onderzoek en besluit staan in het hoofddossier. Dit signaal sluit daarmee.".into()
        }
        NextAction::AwaitLead => {
            "Onderzoek en besluit staan in het hoofddossier. Is daar besloten? Dan geef je hier de melder bericht."
                .into()
        }
        NextAction::Close => "Alles is gedaan.".into(),
        NextAction::Nothing => "Heropenen kan, met een reden.".into(),
    }
}

/// The task with the first day.
fn task(detail: &CaseDetail) -> String {
    let first = open_tasks(&detail.timeline).first().map(|state| state.task);
    let words = first.map(|task| format!("{} ({}).", isolated(task.what.as_str()), isolated(task.who.as_str())));
    words.unwrap_or_default() + " Is het gedaan? Schrijf dan op wat eruit kwam."
}

fn table(detail: &CaseDetail) -> String {
    let on = detail.row.due.map(|day| format!("Het staat op de agenda van {}. ", day_with_year(day)));
    on.unwrap_or_default() + "Is het besproken? Leg dan vast wat daar is besloten. Anders kies je een andere dag."
}

fn call(detail: &CaseDetail) -> String {
    let Some(melder) = detail.report.reporter() else { return without_contact(NoContactReason::NoReporter).into() };
    let mut text = String::new();
    if let Some((colleague, phone)) = melder.called_before() {
        let (name, number) = (isolated(colleague.name.as_str()), isolated(phone.as_str()));
        text.push_str(&format!("Bel eerst de collega die het zag: {name}, {number}. Gemeld door "));
    }
    text.push_str(&isolated(melder.name.as_str()));
    if let Some(team) = &melder.team {
        text.push_str(&format!(", {}", isolated(team.as_str())));
    }
    text.push('.');
    if let Some(reachable) = &melder.reachable {
        text.push_str(&format!(" Bereikbaar: {}.", isolated(reachable.as_str().trim_end_matches('.'))));
    }
    text + " Bel via de interne gids, zodat je weet wie je spreekt."
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::officer::dossier::fixture::detail;
    use shared::report::{CallFirst, Sender};

    #[test]
    fn what_to_do_is_a_verb() {
        let title = |next| title(next, preferred(next).first().copied());
        assert_eq!(title(NextAction::CallReporter), "Nu: bel de melder");
        assert_eq!(title(NextAction::DiscussAndDecide), "Nu: bespreek in het werkoverleg");
    }

    #[test]
    fn whom_to_call_and_when() {
        let text = lead(&detail(vec![]));
        let expected = "Nadia Verzonnen, Balie werk en inkomen. Bereikbaar: Tot 17.00 uur. Bel via de interne gids";
        assert!(text.starts_with(expected), "{text}");
    }

    #[test]
    fn the_colleague_who_saw_it_is_called_first_where_the_melder_said_so() {
        let mut case = detail(vec![]);
        let colleague = |first| shared::report::Colleague {
            name: shared::text::Line::parse("Bo Fictief").unwrap(),
            phone: shared::text::Phone::parse("074 111 11 11").ok(),
            first,
        };
        let mut of = |first| {
            if let Sender::Reporter(melder) = &mut case.report.sender {
                melder.colleague = Some(colleague(first));
            }
            lead(&case)
        };
        let text = of(CallFirst::Colleague);
        let expected =
            "Bel eerst de collega die het zag: Bo Fictief, 074 111 11 11. Gemeld door Nadia Verzonnen, Balie";
        assert!(text.starts_with(expected), "{text}");
        assert!(of(CallFirst::Reporter).starts_with("Nadia Verzonnen"));
    }
}
