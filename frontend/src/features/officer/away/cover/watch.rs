use super::{super::super::parts::name_of, end::End};
use crate::{
    browser,
    messages::Words,
    ui::{Notice, NoticeLook},
};
use leptos::prelude::*;
use shared::{access::Cover, contract::OfficerView};

/// For the FG: that AFs began to stand in with a reason, and a way to end it. Nothing when nobody did.
#[component]
pub fn CoverWatch(covers: Vec<Cover>, names: Vec<OfficerView>) -> impl IntoView {
    let today = browser::now().day();
    let line = move |one: Cover| {
        let text = line(&one, &names);
        let about = format!(": {}", pair(&one, &names));
        let end = one.goes_on(today).then(|| view! { <End cover=one label="Stop de waarneming" about=about/> });
        view! { <li>{text}{end}</li> }
    };
    (!covers.is_empty()).then(|| {
        view! {
            <Notice look=NoticeLook::Wait title="Waarneming die een collega zelf begon">
                <ul>{covers.into_iter().map(line).collect_view()}</ul>
            </Notice>
        }
    })
}

/// `Mo Fictief voor Fleur Voorbeeld`
fn pair(one: &Cover, names: &[OfficerView]) -> String {
    format!("{} voor {}", name_of(names, &one.by), name_of(names, &one.of))
}

/// `Mo Fictief voor Fleur Voorbeeld, 30-04-2026 14:02, tot en met 04-05-2026. De collega is er niet`
fn line(one: &Cover, names: &[OfficerView]) -> String {
    let (at, until) = (one.at.local().format("%d-%m-%Y %H:%M"), one.until.format("%d-%m-%Y"));
    let over = one.ended.map(|at| format!(". Gestopt op {}", at.local().format("%d-%m-%Y")));
    format!("{}, {at}, tot en met {until}. {}{}", pair(one, names), one.why.words(), over.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::{super::notice::example, *};

    #[test]
    fn the_fg_reads_who_for_whom_until_when_and_why() {
        let (one, names) = example();
        let text = line(&one, &names);
        assert!(
            text.starts_with("Mo Fictief voor Fleur Voorbeeld, 30-04-2026 14:02, tot en met 04-05-2026. "),
            "{text}"
        );
        assert!(text.contains(one.why.words()) && !text.contains("Gestopt"), "{text}");
        let over = Cover { ended: Some(one.at), ..one };
        assert!(line(&over, &names).ends_with(". Gestopt op 30-04-2026"));
    }
}
