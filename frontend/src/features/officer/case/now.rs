use super::{
    super::dossier::{ActButton, NOW_TITLE},
    actions::actions,
    alarm::AlarmLine,
};
use crate::{
    messages::{Words, isolated},
    ui::ButtonLook,
};
use leptos::prelude::*;
use shared::{case::NextAction, contract::CaseDetail};
use std::sync::Arc;

/// The next action, with its buttons; the first one is the only filled button of the page.
#[component]
pub fn NowCard(detail: Arc<CaseDetail>) -> impl IntoView {
    let buttons = actions(&detail).now.into_iter().enumerate().map(|(at, kind)| {
        view! {
            <ActButton kind=kind look=if at == 0 { ButtonLook::Main } else { ButtonLook::Plain }/>
        }
    });
    view! {
        <section class="card now" aria-labelledby=NOW_TITLE>
            <h2 id=NOW_TITLE tabindex="-1">{title(detail.row.next)}</h2>
            <AlarmLine detail=detail.clone()/>
            <p>{lead(&detail)}</p>
            <div class="row">{buttons.collect_view()}</div>
        </section>
    }
}

fn title(next: NextAction) -> String {
    match next {
        NextAction::AwaitColleague => "Wacht op akkoord van een collega".into(),
        NextAction::AwaitReceipt => "Wacht op bevestiging van ontvangst".into(),
        NextAction::Nothing => "Dit dossier is afgerond".into(),
        NextAction::CallReporter
        | NextAction::FillForm
        | NextAction::StartInvestigation
        | NextAction::AskKmt
        | NextAction::AskKmtToday
        | NextAction::FinishInvestigation
        | NextAction::DiscussAndDecide
        | NextAction::TellReporter
        | NextAction::Close => {
            let words = next.words();
            format!("Nu: {}{}", words[..1].to_lowercase(), &words[1..])
        }
    }
}

fn lead(detail: &CaseDetail) -> String {
    match detail.row.next {
        NextAction::CallReporter => call(detail),
        NextAction::FillForm => "Doe dit samen met de melder. Je kunt later aanvullen.".into(),
        NextAction::StartInvestigation => "Schrijf op welke vraag je wilt beantwoorden, en voor wanneer.".into(),
        NextAction::AskKmt => "Vraag advies zonder namen, of vraag met een grondslag of het bij KMT bekend is.".into(),
        NextAction::AskKmtToday => "Veilig Thuis neemt het niet aan. Vraag daarom vandaag nog KMT.".into(),
        NextAction::FinishInvestigation => "Is de vraag beantwoord? Dan kan dit naar het werkoverleg.".into(),
        NextAction::DiscussAndDecide => "Hoor eerst de melder. Leg daarna vast wat jullie besluiten.".into(),
        NextAction::TellReporter => "Pas daarna kan het dossier dicht.".into(),
        NextAction::AwaitColleague => {
            "Er ligt een voorstel. Een andere aandachtsfunctionaris moet akkoord geven. Het staat in de tijdlijn."
                .into()
        }
        NextAction::AwaitReceipt => "Afsluiten kan al. Een bevestiging mag ook later komen.".into(),
        NextAction::Close => "Alles is gedaan.".into(),
        NextAction::Nothing => "Heropenen kan, met een reden.".into(),
    }
}

fn call(detail: &CaseDetail) -> String {
    let melder = &detail.report.reporter;
    let mut text = isolated(melder.name.as_str()).into_owned();
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

    #[test]
    fn what_to_do_is_a_verb() {
        assert_eq!(title(NextAction::CallReporter), "Nu: bel de melder");
        assert_eq!(title(NextAction::DiscussAndDecide), "Nu: bespreek in het werkoverleg");
    }

    #[test]
    fn whom_to_call_and_when() {
        let text = lead(&detail(vec![]));
        let expected = "Nadia Verzonnen, Balie werk en inkomen. Bereikbaar: Tot 17.00 uur. Bel via de interne gids";
        assert!(text.starts_with(expected), "{text}");
    }
}
