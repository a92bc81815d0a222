use super::super::super::page::Page;
use crate::ui::{Link, Notice, NoticeLook};
use leptos::prelude::*;
use shared::contract::CasePage;

/// On the AF's list: that a day has come on which something is looked at again. Nothing on other days.
#[component]
pub fn ReviewsDue(page: RwSignal<Option<CasePage>>) -> impl IntoView {
    let due = Memo::new(move |_| page.with(|page| page.as_ref().map_or(0, |page| page.reviews)));
    move || {
        (due.get() > 0).then(|| {
            view! {
                <Notice look=NoticeLook::Wait>
                    <p>{words(due.get())}" "<Link to=Page::Keeping.path()>"Bekijk bij ‘Bewaren’"</Link></p>
                </Notice>
            }
        })
    }
}

fn words(due: usize) -> String {
    match due {
        1 => "Eén dossier komt terug: kan de betrokkene nu worden ingelicht?".into(),
        many => format!("{many} dossiers komen terug: kunnen de betrokkenen nu worden ingelicht?"),
    }
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn one_and_many() {
        assert!(words(1).starts_with("Eén dossier") && words(3).starts_with("3 dossiers"));
    }
}
