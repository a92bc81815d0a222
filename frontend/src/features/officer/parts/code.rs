use super::CopyButton;
use leptos::prelude::*;

/// A receipt code to read aloud: in its groups, each character apart for a screen reader. Shown once; it is kept nowhere.
#[component]
pub fn CodeShown(code: String) -> impl IntoView {
    let groups = code.split(' ').map(|group| view! { <span>{group.to_owned()}</span> }).collect_view();
    let spoken = spelled(&code);
    let copied = code.clone();
    view! {
        <p class="sr-only">"Code: "{spoken}</p>
        <p class="code" aria-hidden="true">{groups}</p>
        <div class="row"><CopyButton label="Kopieer code" text=Callback::new(move |()| copied.clone())/></div>
    }
}

/// `K, 7, M. 4, P, Q.`
fn spelled(code: &str) -> String {
    let group = |group: &str| group.chars().map(String::from).collect::<Vec<_>>().join(", ");
    code.split(' ').map(group).collect::<Vec<_>>().join(". ")
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_code_is_spelled_by_group() {
        assert_eq!(super::spelled("K7M 4PQ"), "K, 7, M. 4, P, Q");
    }
}
