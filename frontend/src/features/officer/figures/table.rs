use super::range::{Bar, Range, RangeText};
use crate::messages::{
    Words,
    officer::{counted_in, row_words},
};
use leptos::prelude::*;
use shared::figures::{FigureTable, Figures, Row, Rows, Shown};

/// One table of the figures.
#[component]
pub fn TableOf(figures: Figures, table: FigureTable) -> impl IntoView {
    let Some(shown) = figures.table(table).cloned() else { return ().into_any() };
    let step = figures.step;
    let on = (table == FigureTable::Signal).then(|| figures.table(FigureTable::SignalOn).cloned()).flatten();
    if shown.rows.is_empty() {
        let none = format!("Geen enkele rij heeft er {step} of meer.");
        return view! { <section class="figure"><Head table=table/><p>{none}</p></section> }.into_any();
    }
    let longest = shown.rows.iter().filter_map(|row| Range { least: row.least, step }.most()).max().unwrap_or(1);
    let total = shown.total.map(|least| view! { <Total range=Range { least: Some(least), step }/> });
    let further = on.is_some();
    let rows = shown.rows.iter().map(|row| {
        let range = Range { least: row.least, step };
        let further = on.as_ref().map(|on| view! { <td><RangeText range=Range { least: of(on, row), step }/></td> });
        view! {
            <tr>
                <th scope="row">{row_words(table, row)}</th>
                <td><RangeText range=range/></td>
                {further}
                <td class="bar-cell"><Bar range=range longest=longest/></td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <section class="figure">
            <Head table=table/>
            <table class="figures">
                <caption class="sr-only">{table.words()}</caption>
                <thead>
                    <tr>
                        <th scope="col"><span class:sr-only=!further>"Wat"</span></th>
                        <th scope="col"><span class:sr-only=!further>"Aantal"</span></th>
                        {further.then(|| view! { <th scope="col">{FigureTable::SignalOn.words()}</th> })}
                        <td></td>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
                {total}
            </table>
            <p class="soft">{cost(&shown, step)}</p>
            <p class="soft">{silent(&shown, step)}</p>
        </section>
    }
    .into_any()
}

/// The number of the same row in another table; one that is not there is less than a step.
fn of(other: &Shown, row: &Row) -> Option<u32> {
    other.rows.iter().find(|one| one.code == row.code).map_or(Some(0), |one| one.least)
}

/// The heading, and what is counted.
#[component]
pub fn Head(table: FigureTable) -> impl IntoView {
    view! { <h3>{table.words()}</h3><p class="soft">{counted_in(table)}</p> }
}

#[component]
fn Total(range: Range) -> impl IntoView {
    view! { <tfoot><tr><th scope="row">"Samen"</th><td><RangeText range=range/></td><td class="bar-cell"></td></tr></tfoot> }
}

/// What rounding down cost in this table: how many cases can be missing from the rows at most. Where a case can be in
/// several rows, and where a row is not shown, there is no such number.
fn cost(shown: &Shown, step: u8) -> Option<String> {
    let least = shown.total.filter(|_| shown.table.rows() == Rows::One)?;
    let most = Range { least: Some(least), step }.most()?;
    let seen: Vec<u32> = shown.rows.iter().map(|row| row.least).collect::<Option<_>>()?;
    let room = u32::try_from(seen.len()).ok()? * (u32::from(step) - 1);
    let missing = most.saturating_sub(seen.into_iter().sum()).min(room);
    Some(format!("Door het afronden kunnen er in de rijen samen {missing} ontbreken."))
}

/// The kinds of team from which hardly anything comes: whom a presentation may help.
fn silent(shown: &Shown, step: u8) -> Option<String> {
    let few = |row: &&Row| row.least == Some(0) && row.name.is_some();
    let teams: Vec<String> = shown.rows.iter().filter(few).map(|row| row_words(shown.table, row)).collect();
    let is_of_teams = shown.table == FigureTable::Team && !teams.is_empty();
    is_of_teams.then(|| format!("Niets gemeld, of minder dan {step} keer: {}.", teams.join("; ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(code: &str, name: Option<&str>, least: Option<u32>) -> Row {
        Row { code: code.into(), name: name.map(str::to_owned), least }
    }

    #[test]
    fn what_rounding_cost_is_said_where_rows_add_up() {
        let rows = vec![row("persoon", None, Some(5)), row("plek", None, Some(0))];
        let shown = Shown { table: FigureTable::Subject, total: Some(10), rows };
        assert_eq!(cost(&shown, 5).unwrap(), "Door het afronden kunnen er in de rijen samen 8 ontbreken.");
        assert_eq!(cost(&Shown { table: FigureTable::Form, ..shown.clone() }, 5), None);
        assert_eq!(silent(&shown, 5), None);
    }

    #[test]
    fn teams_from_which_hardly_anything_comes_are_named() {
        let rows = vec![
            row("balie", Some("Balie"), Some(5)),
            row("zorg", Some("Zorg"), Some(0)),
            row("jeugd", Some("Jeugd"), Some(0)),
            row("anders", None, Some(0)),
        ];
        let shown = Shown { table: FigureTable::Team, total: Some(5), rows };
        assert_eq!(silent(&shown, 5).unwrap(), "Niets gemeld, of minder dan 5 keer: Zorg; Jeugd.");
    }

    #[test]
    fn a_signal_that_went_on_less_than_a_step_has_no_row_of_its_own() {
        let on = Shown { table: FigureTable::SignalOn, total: None, rows: vec![row("a", None, Some(5))] };
        assert_eq!([of(&on, &row("a", None, Some(10))), of(&on, &row("b", None, Some(10)))], [Some(5), Some(0)]);
    }
}
