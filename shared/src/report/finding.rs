use crate::{choice::choice, text::TextError};
use serde::{Deserialize, Serialize};

choice!(
    /// A field of the melding. Its text form is a JSON pointer (RFC 6901) into the draft.
    Field {
        /// Version of the list.
        List = "/lijst",
        /// Persoon of plek.
        Subject = "/onderwerp",
        /// Vormen.
        Forms = "/vormen",
        /// Signalen.
        Ticks = "/signalen",
        /// Het verhaal.
        Story = "/verhaal",
        /// Wanneer.
        When = "/wanneer",
        /// Waar.
        Place = "/waar",
        /// Wat je weet.
        Known = "/bekend",
        /// Over een collega.
        Colleague = "/collega",
        /// Wie het niet mag zien.
        Excluded = "/nietVoor",
        /// Jonger dan 18.
        Minor = "/minderjarig",
        /// Nu onveilig.
        Acute = "/acuut",
        /// 112 gebeld.
        Called112 = "/gebeld112",
        /// Veilig Thuis: wat is gedaan.
        VttState = "/veiligThuis/stand",
        /// Veilig Thuis: wie meldde.
        VttWho = "/veiligThuis/wie",
        /// Veilig Thuis: wanneer.
        VttWhen = "/veiligThuis/wanneer",
        /// Veilig Thuis: kenmerk.
        VttReference = "/veiligThuis/kenmerk",
        /// Veilig Thuis: waarom nog niet.
        VttWhy = "/veiligThuis/waarom",
        /// Naam van de melder.
        Name = "/naam",
        /// Team van de melder.
        Team = "/team",
        /// Werktelefoon van de melder.
        Phone = "/telefoon",
        /// E-mail van de melder.
        Email = "/email",
        /// Wanneer bereikbaar.
        Reachable = "/bereikbaar",
        /// De collega die het zag.
        ColleagueName = "/namens/naam",
        /// Telefoon van die collega.
        ColleaguePhone = "/namens/telefoon",
        /// Wie eerst wordt gebeld.
        CallFirst = "/namens/eerstBellen",
        /// Hoe het binnenkomt.
        Way = "/weg",
        /// Wie bij KMT.
        KmtWho = "/kmt/wie",
        /// De dag waarop KMT het doorgaf.
        KmtDay = "/kmt/dag",
        /// Kenmerk van KMT.
        KmtReference = "/kmt/kenmerk",
    }
);

choice!(
    /// The error of a field. Its text is in the frontend's messages.
    FindingCode {
        /// Has to be filled in.
        Required = "verplicht",
        /// More characters than fit.
        TooLong = "te-lang",
        /// A character that cannot be here.
        BadCharacter = "verkeerd-teken",
        /// Not the shape asked for.
        BadShape = "verkeerde-vorm",
        /// A signal that is not on the list.
        UnknownIndicator = "onbekend-signaal",
        /// The same choice twice.
        Duplicate = "dubbel",
        /// "Weet ik niet" together with something else.
        Contradiction = "tegenstrijdig",
        /// A function that the profile does not name.
        UnknownFunction = "onbekende-functie",
        /// Then nobody would read it.
        NobodyLeft = "niemand-over",
        /// More of them than fit.
        TooMany = "te-veel",
        /// A day or moment on which something was done is still to come.
        InFuture = "datum-in-toekomst",
        /// Something of a case was done before the report was received.
        BeforeReceipt = "voor-ontvangst",
        /// The end date is in the past.
        EndDateInPast = "einddatum-voorbij",
        /// Has to be a day after today.
        LaterDayNeeded = "latere-datum-nodig",
        /// A planned day is too far away: more than a year, or half a year for the end of an investigation.
        TooFarAhead = "te-ver-vooruit",
        /// Nobody works on that day.
        NotAWorkingDay = "geen-werkdag",
        /// Something of a case was done long before the report was received.
        TooLongAgo = "te-lang-geleden",
        /// The profile names no ground for this source.
        SourceWithoutGround = "bron-zonder-grondslag",
        /// This ground does not go with this decision.
        WrongGround = "grond-past-niet",
        /// A name, number or place of the case that may not go along.
        HoldsNames = "namen-erin",
        /// Less or more than may be.
        OutOfBounds = "buiten-de-grens",
        /// It is still in use.
        InUse = "in-gebruik",
        /// It was another thing before.
        UsedBefore = "eerder-gebruikt",
        /// A list of signals that is not there.
        UnknownList = "onbekende-lijst",
        /// A signal about a trait of a person, such as an origin.
        PersonalTrait = "kenmerk-van-een-persoon",
        /// The text holds a number that looks like a BSN. A warning: it does not stop the melding.
        LooksLikeBsn = "lijkt-op-bsn",
    }
);

impl FindingCode {
    /// Whether the melding can be sent all the same.
    #[must_use]
    pub fn is_warning(self) -> bool {
        self == Self::LooksLikeBsn
    }
}

impl From<TextError> for FindingCode {
    fn from(error: TextError) -> Self {
        match error {
            TextError::Empty => Self::Required,
            TextError::TooLong => Self::TooLong,
            TextError::BadCharacter => Self::BadCharacter,
            TextError::BadShape => Self::BadShape,
        }
    }
}

/// A finding at one field of the melding or of an act's draft. It repeats nothing of the input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Finding<F = Field> {
    /// The field.
    #[serde(rename = "veld")]
    pub field: F,
    /// The code of the finding.
    #[serde(rename = "code")]
    pub code: FindingCode,
}
