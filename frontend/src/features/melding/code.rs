use leptos::prelude::*;

/// A receipt code, to write down or to read aloud: in its groups, three on a line, each character apart for a screen
/// reader.
#[component]
pub fn CodeShown(code: String) -> impl IntoView {
    let groups = code.split(' ').map(|group| view! { <span>{group.to_owned()}</span> }).collect_view();
    let spoken = spelled(&code);
    view! {
        <p class="sr-only">"Code: "{spoken}</p>
        <p class="code" aria-hidden="true">{groups}</p>
    }
}

/// `K, 7, M. 4, P, Q`
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
