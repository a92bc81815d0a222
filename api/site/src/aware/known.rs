//! What the pages are made of.
use crate::html::escape;
use shared::{
    awareness::{Awareness, running},
    moment::Day,
    profile::Instance,
};

/// Where the pages begin.
pub const ROOT: &str = "/bewust";

/// What the pages are made of.
pub struct Known {
    /// The profile and the list of signals.
    pub instance: Instance,
    /// Texts and campaigns.
    pub awareness: Awareness,
    /// The day in the Netherlands.
    pub today: Day,
    /// The address of this instance as a browser knows it, without a slash at its end.
    pub address: Option<String>,
}

/// The campaign of this day, with the link to the pages where it has one and they are elsewhere.
pub fn campaign(all: &Awareness, today: Day, elsewhere: bool) -> String {
    let Some(one) = running(&all.campaigns, today) else { return String::new() };
    let link = if one.links && elsewhere {
        format!(" <a class=\"utrecht-link\" href=\"{ROOT}\">Lees meer</a>")
    } else {
        String::new()
    };
    format!("<p class=\"notice\">{}{link}</p>\n", escape(&one.text))
}
