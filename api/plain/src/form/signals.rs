//! The signals, folded by group, each with how it is known. A group with a tick in it is open.
use super::{
    fields::Fields,
    read::{ORIGIN, wire},
};
use maud::{Markup, html};
use shared::{
    indicators::{Indicator, Origin},
    report::Field,
};
use words::field_id;

/// The list, in its groups.
pub fn signals(fields: &Fields) -> Markup {
    let mut groups: Vec<(&str, Vec<&Indicator>)> = Vec::new();
    for one in &fields.place.instance.indicators.indicators {
        match groups.iter_mut().find(|(name, _)| *name == one.group) {
            Some((_, signals)) => signals.push(one),
            None => groups.push((&one.group, vec![one])),
        }
    }
    let list = html! {
        @for (name, signals) in groups {
            @let open = signals.iter().any(|one| origin_of(fields, one).is_some());
            details open[open] {
                summary { (name) " (" (signals.len()) ")" }
                ul.tick-list {
                    @for one in signals { li { (signal(fields, one, origin_of(fields, one))) } }
                }
            }
        }
    };
    fields.group(Field::Ticks, &list)
}

fn origin_of(fields: &Fields, one: &Indicator) -> Option<Origin> {
    fields.draft.ticks.iter().find(|tick| tick.id == one.id).map(|tick| tick.origin)
}

fn signal(fields: &Fields, one: &Indicator, origin: Option<Origin>) -> Markup {
    let id = format!("signaal-{}", one.id);
    let place = fields.place;
    let how = format!("{ORIGIN}{}", one.id);
    html! {
        div.tick {
            label.option for=(id) {
                input type="checkbox" id=(id) name=(field_id(Field::Ticks)) value=(one.id) checked[origin.is_some()];
                span { (one.sentence) @if let Some(example) = &one.example { small.soft { (example) } } }
            }
            div.how {
                label for=(how) { (place.say("Hoe weet je dit?", "How do you know this?")) span.sr-only { " " (one.sentence) } }
                " "
                select id=(how) name=(how) {
                    option value="" { (place.say("Kies als je wilt", "Choose if you like")) }
                    @for one in Origin::OFFERED {
                        option value=(wire(&one)) selected[origin == Some(one)] { (place.language.words(one)) }
                    }
                }
            }
        }
    }
}
