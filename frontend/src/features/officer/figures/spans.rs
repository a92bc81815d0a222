use super::range::{Range, RangeText};
use crate::messages::{Words, officer::counted_in};
use leptos::prelude::*;
use shared::figures::{FigureTable, Figures, Shown, Span};

/// The tables of how long cases were in a step.
const STEPS: [FigureTable; 5] = [
    FigureTable::ToContact,
    FigureTable::ToInquiry,
    FigureTable::ToDecision,
    FigureTable::ToRuling,
    FigureTable::ToEnd,
];

/// How long cases were in each step, in one table: a row for each step.
#[component]
pub fn Spans(figures: Figures) -> impl IntoView {
    let step = figures.step;
    let line = |shown: &Shown| {
        let cells = shown.rows.iter().map(|row| row.least);
        let cells = cells.map(|least| view! { <td><RangeText range=Range { least, step }/></td> }).collect_view();
        view! { <tr><th scope="row">{shown.table.words()}</th>{cells}</tr> }
    };
    let lines = STEPS.iter().filter_map(|table| figures.table(*table)).map(line).collect_view();
    let heads = Span::ALL.iter().map(|span| view! { <th scope="col">{span.words()}</th> }).collect_view();
    view! {
        <section class="figure">
            <h3>"Hoe lang duurt een stap?"</h3>
            <p class="soft">{counted_in(FigureTable::ToContact)}</p>
            <div class="figure-scroll" tabindex="0" role="group" aria-label="Hoe lang duurt een stap?">
                <table class="figures">
                    <thead><tr><td></td>{heads}</tr></thead>
                    <tbody>{lines}</tbody>
                </table>
            </div>
        </section>
    }
}
