use leptos::prelude::*;

/// What a published number says: at least so many, and less than one step more. None is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// At least so many.
    pub least: Option<u32>,
    /// The step.
    pub step: u8,
}

impl Range {
    /// At most so many.
    pub fn most(self) -> Option<u32> {
        Some(self.least? + u32::from(self.step) - 1)
    }

    /// `5–9`.
    pub fn shown(self) -> String {
        self.least.zip(self.most()).map_or_else(|| "–".into(), |(least, most)| format!("{least}–{most}"))
    }

    /// `5 tot en met 9`.
    pub fn spoken(self) -> String {
        let shown = self.least.zip(self.most());
        shown.map_or_else(|| "niet getoond".into(), |(least, most)| format!("{least} tot en met {most}"))
    }
}

/// It as text: a dash for the eye, words for the ear.
#[component]
pub fn RangeText(range: Range) -> impl IntoView {
    view! { <span aria-hidden="true">{range.shown()}</span><span class="sr-only">{range.spoken()}</span> }
}

/// It as a bar beside others, of which the longest is `longest`: full up to what it is at least, pale up to what it may
/// be. The number stands beside it, so nobody has to read it.
#[component]
pub fn Bar(range: Range, longest: u32) -> impl IntoView {
    let (least, most) = (range.least.unwrap_or_default(), range.most().unwrap_or_default());
    view! {
        <svg class="bar" viewBox=format!("0 0 {} 1", longest.max(1)) preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect class="bar-most" width=most.to_string() height="1"/>
            <rect class="bar-least" width=least.to_string() height="1"/>
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_says_between_what_it_is() {
        let table =
            [(Some(0), "0–4", "0 tot en met 4"), (Some(15), "15–19", "15 tot en met 19"), (None, "–", "niet getoond")];
        for (least, shown, spoken) in table {
            let range = Range { least, step: 5 };
            assert_eq!((range.shown().as_str(), range.spoken().as_str()), (shown, spoken));
        }
    }
}
