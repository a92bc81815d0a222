//! The pages to read: what mensenhandel is, and one page per form.
use super::known::{Known, ROOT, campaign};
use crate::{
    html::{escape, h2, list, number, numbers, p, to},
    practice,
};
use shared::{
    awareness::Topic,
    indicators::{ExploitationForm, Indicator},
};

/// A signal is a guide and never a score [domain §5].
const GUIDE: &str = "Een signaal bewijst niets, het kan ook iets anders betekenen. Zie je er meer bij elkaar? Dan zegt dat \
    meer. Zie je er geen? Dan zegt dat ook niets zeker.";
/// Stands on every page about signals, whatever the texts say.
pub const NO_TRAIT: &str = "Waar iemand vandaan komt of wat iemand gelooft, is nooit een signaal.";

/// What a form is called.
pub fn name(topic: Topic) -> &'static str {
    match topic {
        Topic::Sexual => "Seksuele uitbuiting",
        Topic::Labour => "Arbeidsuitbuiting",
        Topic::Criminal => "Criminele uitbuiting",
        Topic::Organ => "Gedwongen orgaanverwijdering en draagmoederschap",
    }
}

/// What mensenhandel is, and where the rest is.
pub fn overview(known: &Known) -> String {
    let texts = &known.awareness.texts;
    let form = |topic: &Topic| {
        format!(
            "<li>{}<br>{}</li>\n",
            to(&format!("{ROOT}/{}", topic.as_str()), name(*topic)),
            escape(texts.of(*topic))
        )
    };
    let forms: String = Topic::ALL.iter().map(form).collect();
    [
        "<h1>Wat is mensenhandel?</h1>\n".to_owned(),
        campaign(&known.awareness, known.today, false),
        p(&texts.what),
        h2("Vier vormen"),
        format!("<ul class=\"links\">\n{forms}</ul>\n"),
        act(known),
        good_to_know(known),
        h2("Voor je team"),
        format!(
            "<ul class=\"links\">\n<li>{}</li>\n<li>{}</li>\n<li>{}</li>\n</ul>\n",
            to(practice::ROOT, "Oefen met melden"),
            to(&format!("{ROOT}/poster"), "Poster met QR-code"),
            to(&format!("{ROOT}/kaart"), "Kaart voor het teamoverleg")
        ),
    ]
    .concat()
}

/// One form: what it is, what one can see, what one does, and what one does not do.
pub fn form(topic: Topic, known: &Known) -> String {
    let others = Topic::ALL.iter().filter(|other| **other != topic);
    let links: String =
        others.map(|other| format!("<li>{}</li>\n", to(&format!("{ROOT}/{}", other.as_str()), name(*other)))).collect();
    [
        format!("<h1>{}</h1>\n", name(topic)),
        p(known.awareness.texts.of(topic)),
        h2("Wat kun je zien?"),
        p(GUIDE),
        p(NO_TRAIT),
        signals(topic.form(), &known.instance.indicators.indicators),
        act(known),
        good_to_know(known),
        format!(
            "<nav aria-label=\"Andere vormen\"><ul class=\"links\">\n<li>{}</li>\n{links}</ul></nav>\n",
            to(ROOT, "Wat is mensenhandel?")
        ),
    ]
    .concat()
}

/// The signals of a form, and then those of every form, under their headings. All of the list in use, in its order.
fn signals(form: ExploitationForm, all: &[Indicator]) -> String {
    let own = all.iter().filter(|signal| signal.forms.contains(&form));
    let general = all.iter().filter(|signal| signal.forms.is_empty());
    let mut groups: Vec<(&str, Vec<&Indicator>)> = Vec::new();
    for signal in own.chain(general) {
        match groups.iter_mut().find(|(name, _)| *name == signal.group) {
            Some((_, signals)) => signals.push(signal),
            None => groups.push((&signal.group, vec![signal])),
        }
    }
    let group = |(name, signals): (&str, Vec<&Indicator>)| {
        let items: String = signals.into_iter().map(signal).collect();
        format!("<h3>{}</h3>\n<ul>\n{items}</ul>\n", escape(name))
    };
    groups.into_iter().map(group).collect()
}

fn signal(one: &Indicator) -> String {
    let example = one.example.as_ref().map(|text| format!("<br><small class=\"soft\">{}</small>", escape(text)));
    format!("<li>{}{}</li>\n", escape(&one.sentence), example.unwrap_or_default())
}

/// What one does, with the numbers and the form, and what one does not do.
fn act(known: &Known) -> String {
    let texts = &known.awareness.texts;
    [
        h2("Wat doe je?"),
        list(&texts.steps),
        numbers(&known.instance),
        "<p><a class=\"utrecht-button utrecht-button--primary-action wide\" href=\"/melden\">Ik wil iets melden</a></p>\n"
            .to_owned(),
        h2("Wat doe je niet?"),
        list(&texts.never),
    ]
    .concat()
}

fn good_to_know(known: &Known) -> String {
    let (texts, contacts) = (&known.awareness.texts, &known.instance.profile.contacts);
    let call = number(&contacts.veilig_thuis);
    [
        h2("Goed om te weten"),
        format!(
            "<p>{} Bel dan altijd direct {}: {call}.</p>\n",
            escape(&texts.minors),
            escape(&contacts.veilig_thuis.name)
        ),
        p(&texts.smuggling),
    ]
    .concat()
}
