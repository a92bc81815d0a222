use super::{Bound, live};
use leptos::prelude::*;

/// From how much of the room a text field says what is left.
const NEAR: usize = 9;

/// Under a text: how much still fits, once it is nearly full; and at once when it is too much, with where the rest
/// begins. Nothing is cut off.
#[component]
pub fn Counter(#[prop(into)] id: String, value: Bound<String>, most: usize) -> impl IntoView {
    let said = Memo::new(move |_| value.with(|text| room(text, most)));
    let over = Memo::new(move |_| said.with(|said| matches!(said, Some(Room::Over { .. }))));
    view! {
        <div id=id aria-live="polite">
            {live(move || said.get().map(|room| view! {
                <p class:warning=Signal::from(over) class:soft=Signal::derive(move || !over.get())>{in_words(&room)}</p>
            }))}
        </div>
    }
}

/// What there is to say about the length of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Room {
    /// So many characters still fit.
    Left(usize),
    /// So many are too many; these words are the first that do not fit.
    Over { by: usize, from: String },
}

/// Characters are counted as the check counts them: without spaces around the text.
fn room(text: &str, most: usize) -> Option<Room> {
    let text = text.trim();
    let length = text.chars().count();
    if length > most {
        let from: String = text.chars().skip(most).take(20).collect();
        return Some(Room::Over { by: length - most, from });
    }
    (length * 10 >= most * NEAR).then_some(Room::Left(most - length))
}

fn in_words(room: &Room) -> String {
    match room {
        Room::Left(1) => "Er past nog 1 teken bij.".into(),
        Room::Left(left) => format!("Er passen nog {left} tekens bij."),
        Room::Over { by: 1, from } => format!("1 teken te veel. Wat niet past, begint bij: ‘{from}’."),
        Room::Over { by, from } => format!("{by} tekens te veel. Wat niet past, begint bij: ‘{from}’."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_much_is_said_at_once_with_where_it_begins() {
        assert_eq!(room("kort", 100), None);
        assert_eq!(room(&"é".repeat(89), 100), None);
        assert_eq!(room(&"é".repeat(90), 100), Some(Room::Left(10)));
        assert_eq!(room(&format!("  {}  ", "é".repeat(100)), 100), Some(Room::Left(0)));
        let long = "x".repeat(100) + "ooievaar";
        let over = room(&long, 100).unwrap();
        assert_eq!(in_words(&over), "8 tekens te veel. Wat niet past, begint bij: ‘ooievaar’.");
    }
}
