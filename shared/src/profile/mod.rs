//! The gemeente's profile: everything that differs between the 14, as data read at run time.
mod contacts;
mod named;
mod register;
mod texts;

pub use contacts::{Backup, Contact, Contacts};
pub use named::{Domain, Function, Source};
pub use register::{Processor, Register};
pub use texts::standard_texts;

use crate::{
    calendar::Calendar, flood::USUAL_MOST, indicators::IndicatorList, minutes::Minutes, moment::Day, retention::Terms,
    sharing::Sharing,
};
use serde::{Deserialize, Serialize};

/// The step that figures are rounded down to where a profile names none (domain §8: five).
pub const USUAL_STEP: u8 = 5;
/// The steps that a gemeente can choose: the usual one and its multiples. With others a count can follow from numbers
/// that belong together: with six, from a signal and the five outcomes that did not go on. A test has a solver look.
pub const STEPS: [u8; 5] = [5, 10, 15, 20, 25];

/// The few tokens a gemeente may set; everything else of the look is the same everywhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Brand {
    /// Buttons, links, completed steps: `#rrggbb`, at least 4.5:1 on white.
    #[serde(rename = "kleur")]
    pub colour: String,
    /// Text on that colour.
    #[serde(rename = "tekstOpKleur")]
    pub on_colour: String,
    /// A pale wash of it, behind what is chosen.
    #[serde(rename = "licht")]
    pub wash: String,
}

/// The settings of one gemeente.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// File name without ending, kebab-case.
    pub id: String,
    /// The name as shown: `Hengelo`.
    #[serde(rename = "naam")]
    pub name: String,
    /// Colours.
    #[serde(rename = "huisstijl")]
    pub brand: Brand,
    /// Telephone numbers.
    #[serde(rename = "contact")]
    pub contacts: Contacts,
    /// Where to report a vulnerability, a `mailto:` or `https:` address; published in security.txt.
    #[serde(rename = "beveiligingscontact", default, skip_serializing_if = "Option::is_none")]
    pub security_contact: Option<String>,
    /// Who is told when nobody opens a report in time (achterwacht). A browser does not get it.
    #[serde(rename = "achterwacht", default, skip_serializing_if = "Option::is_none")]
    pub backup: Option<Backup>,
    /// Where external professionals and residents report, an https address.
    #[serde(rename = "kmtSite")]
    pub kmt_site: String,
    /// Days on which this gemeente is closed.
    #[serde(rename = "sluitingsdagen", default)]
    pub closed: Vec<Day>,
    /// Names of sources for which this gemeente has named a ground; the others cannot be chosen.
    #[serde(rename = "bronnen")]
    pub sources: Vec<Source>,
    /// The functions that AFs have here, for a melder to choose who may not see a report. Public, and no names.
    #[serde(rename = "functies", default)]
    pub functions: Vec<Function>,
    /// What of a case may go where, by receiver; a profile without it gets an example [check with FG, KMT and ZVH].
    #[serde(rename = "delen", default, skip_serializing_if = "Sharing::is_example")]
    pub sharing: Sharing,
    /// What an AF can choose to tell the melder at the end (standaardteksten).
    #[serde(rename = "teksten", default = "standard_texts", skip_serializing_if = "texts::is_standard")]
    pub texts: Vec<String>,
    /// The file with the list of signals.
    #[serde(rename = "signalenlijst")]
    pub indicator_list: String,
    /// The most reports in an hour that are usual here. With more, AF and FG are told, and a report costs computing.
    #[serde(rename = "meldingenPerUur", default = "usual_most", skip_serializing_if = "is_usual_most")]
    #[cfg_attr(feature = "schema", schemars(range(min = 1)))]
    pub usual_most: u32,
    /// The step that every figure is rounded down to: a smaller number is not shown.
    #[serde(rename = "cijfersAfrondenOp", default = "usual_step", skip_serializing_if = "is_usual_step")]
    #[cfg_attr(feature = "schema", schemars(range(min = 5, max = 25), extend("multipleOf" = 5)))]
    pub figures_step: u8,
    /// Whether an investigation names other open cases with the same address, telephone number or number plate (wenk).
    #[serde(rename = "wenkZelfdeAdres", default, skip_serializing_if = "std::ops::Not::not")]
    pub hint: bool,
    /// Whether a melder who leaves an e-mail address is told by mail that there is news, and never what.
    #[serde(rename = "mailAanMelder", default, skip_serializing_if = "std::ops::Not::not")]
    pub mails: bool,
    /// Whether a melder can add photos.
    #[serde(rename = "fotos", default, skip_serializing_if = "std::ops::Not::not")]
    pub photos: bool,
    /// How many minutes an AF usually needs for what is next.
    #[serde(rename = "minuten", default, skip_serializing_if = "Minutes::is_usual")]
    pub minutes: Minutes,
    /// How long closed cases are kept; a profile without terms gets examples [check with FG].
    #[serde(rename = "bewaartermijnen", default)]
    pub retention: Terms,
    /// What only the gemeente knows of its line in the register of processing activities (AVG 30).
    #[serde(rename = "register", default, skip_serializing_if = "Register::is_empty")]
    pub register: Register,
    /// Who processes data for the gemeente (verwerkers, AVG 28).
    #[serde(rename = "verwerkers", default, skip_serializing_if = "Vec::is_empty")]
    pub processors: Vec<Processor>,
}

fn usual_most() -> u32 {
    USUAL_MOST
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_usual_most(most: &u32) -> bool {
    *most == USUAL_MOST
}

fn usual_step() -> u8 {
    USUAL_STEP
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_usual_step(step: &u8) -> bool {
    *step == USUAL_STEP
}

/// How somebody can log in here (inloggen). The melder never does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LogInWays {
    /// Whether one can log in with a password and code of Meldroute.
    #[serde(rename = "wachtwoord")]
    pub password: bool,
    /// Whether one can log in with the work account, at the gemeente's own provider.
    #[serde(rename = "werkaccount")]
    pub work_account: bool,
}

impl Default for LogInWays {
    fn default() -> Self {
        Self { password: true, work_account: false }
    }
}

/// The facts about this instance that a browser needs, in one answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Instance {
    /// The gemeente's own part.
    #[serde(rename = "profiel")]
    pub profile: Profile,
    /// The signals, in the version now in use.
    #[serde(rename = "signalen")]
    pub indicators: IndicatorList,
    /// Days equated by royal decree.
    #[serde(rename = "aangewezenDagen")]
    pub decreed: Vec<Day>,
    /// Whether this is a practice instance with fictional data (oefenomgeving).
    #[serde(rename = "oefenomgeving")]
    pub demo: bool,
    /// In a practice instance: the code that everybody's app would show now.
    #[serde(rename = "oefencode", default, skip_serializing_if = "Option::is_none")]
    pub practice_code: Option<String>,
    /// How somebody can log in.
    #[serde(rename = "inloggen", default)]
    pub log_in: LogInWays,
    /// The key that a browser seals a report to; none where the keys were made by an earlier version.
    #[serde(rename = "verzegelen", default, skip_serializing_if = "Option::is_none")]
    pub sealing: Option<DeviceKey>,
}

/// The public key that a browser seals a report to (DHKEM(X25519, HKDF-SHA256) of RFC 9180).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DeviceKey {
    /// The first 16 bytes of the SHA-256 of the key, in hex digits. A browser checks that.
    #[serde(rename = "sleutel")]
    pub id: String,
    /// 32 bytes, in base64.
    #[serde(rename = "openbaar")]
    pub key: String,
    /// The name of the gemeente that the report is bound to.
    pub gemeente: String,
}

impl Instance {
    /// The working days of this gemeente.
    #[must_use]
    pub fn calendar(&self) -> Calendar {
        Calendar { decreed: self.decreed.clone(), closed: self.profile.closed.clone() }
    }
}
