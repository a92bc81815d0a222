//! What an AF writes down: the content of commands and of the events that follow from them.
use crate::{
    moment::Day,
    report::{Known, YesNo, choice},
    text::{Line, Prose},
};
use serde::{Deserialize, Serialize};

macro_rules! note {
    ($(#[$doc:meta])* $name:ident { $($(#[$fdoc:meta])* $field:ident: $type:ty),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields)]
        pub struct $name { $($(#[$fdoc])* pub $field: $type),+ }
    };
}

choice!(
    /// How the AF and the melder spoke.
    Means {
        /// Telefoon.
        Phone = "telefoon",
        /// Gesprek.
        InPerson = "gesprek",
        /// Beeldbellen.
        Video = "beeldbellen",
    }
);
choice!(
    /// The role a person seems to have; may change, and somebody may be both.
    PersonRole {
        /// Onbekend.
        Unknown = "onbekend",
        /// Mogelijk slachtoffer (on screen to a melder: "de persoon").
        PossibleVictim = "mogelijk-slachtoffer",
        /// Mogelijk dader (on screen to a melder: "de ander").
        PossibleOffender = "mogelijk-dader",
        /// Getuige.
        Witness = "getuige",
    }
);
choice!(
    /// Age in groups.
    AgeGroup {
        /// Onbekend: counts as minor.
        Unknown = "onbekend",
        /// Jonger dan 12.
        Under12 = "0-11",
        /// 12 tot en met 17.
        From12To17 = "12-17",
        /// 18 tot en met 26.
        From18To26 = "18-26",
        /// 27 en ouder.
        From27 = "27+",
    }
);
choice!(
    /// Two kinds of KMT check (domain §3).
    KmtKind {
        /// Advies zonder namen.
        Advice = "advies",
        /// Bekend bij KMT? By phone, with a ground.
        Known = "bekend",
    }
);
choice!(
    /// What the AFs think, in the words of the form.
    Assessment {
        /// Waarschijnlijk mensenhandel.
        Likely = "waarschijnlijk",
        /// Onduidelijk.
        Unclear = "onduidelijk",
        /// Nu te weinig aanwijzingen.
        TooLittle = "te-weinig-aanwijzingen",
    }
);
choice!(
    /// Where a decision leads (vervolgstap) [seed and design, domain §3].
    ReferralTarget {
        /// Kenniscentrum Mensenhandel Twente.
        Kmt = "kmt",
        /// Veilig Thuis Twente (meldcode).
        Vtt = "vtt",
        /// Regie WMO.
        WmoRegie = "regie-wmo",
        /// Lokaal ondermijningsoverleg.
        Ondermijning = "ondermijningsoverleg",
        /// RIEC (ondermijning).
        Riec = "riec",
        /// Casustafel mensenhandel van het RIEC.
        Casustafel = "casustafel",
        /// Dadertafel van KMT.
        Dadertafel = "dadertafel",
        /// Integraal casusoverleg met een procesmanager van KMT.
        Casusoverleg = "casusoverleg",
        /// Persoonsgerichte aanpak.
        PersonalApproach = "persoonsgerichte-aanpak",
        /// Politie/AVIM.
        Police = "politie",
        /// Nederlandse Arbeidsinspectie.
        Nla = "arbeidsinspectie",
        /// CoMensha/zorgcoördinator.
        Comensha = "comensha",
        /// Nu te weinig aanwijzingen: nothing is shared.
        TooLittle = "nu-te-weinig",
    }
);
choice!(
    /// Why a case ends before the decision.
    EarlyReason {
        /// Vergissing.
        Mistake = "vergissing",
        /// Dubbel: al in een ander dossier.
        Duplicate = "dubbel",
        /// Geen mensenhandel.
        NotTrafficking = "geen-mensenhandel",
        /// Kwaadwillig: somebody was reported against better knowledge. Needs two AFs.
        Malicious = "kwaadwillig",
    }
);

note!(
    /// A try to reach the melder that did not succeed (poging). It does not stop the clock.
    Attempt {
        /// What happened, if anything is worth noting.
        note: Option<Line>,
    }
);
note!(
    /// The real contact with the melder. It stops the clock.
    ContactNote {
        /// How.
        #[serde(rename = "wijze")]
        means: Means,
        /// What was said and agreed.
        #[serde(rename = "verslag")]
        summary: Prose,
    }
);
note!(
    /// Somebody on the meldingsformulier.
    Person {
        /// Role, as it seems now.
        #[serde(rename = "rol")]
        role: PersonRole,
        /// Age group.
        #[serde(rename = "leeftijd")]
        age: AgeGroup,
        /// Who it is or how to recognise them.
        #[serde(rename = "omschrijving")]
        description: Option<Line>,
        /// Languages.
        #[serde(rename = "talen")]
        languages: Option<Line>,
        /// Whether an interpreter is needed.
        #[serde(rename = "tolk")]
        interpreter: Known,
        /// What makes this person vulnerable.
        #[serde(rename = "kwetsbaarheid")]
        vulnerability: Option<Line>,
    }
);
note!(
    /// Het meldingsformulier: AF and melder fill it in together; every version is kept in the timeline.
    FormSheet {
        /// Persons concerned, up to twenty.
        #[serde(rename = "personen")]
        #[cfg_attr(feature = "schema", schemars(length(max = 20)))]
        persons: Vec<Person>,
        /// How safe it is now.
        #[serde(rename = "veiligheid")]
        safety: Prose,
        /// Household with children.
        #[serde(rename = "kinderenInHuis")]
        children: Known,
        /// Means of control.
        #[serde(rename = "dwangmiddelen")]
        control: Option<Prose>,
        /// Place or business.
        #[serde(rename = "plek")]
        place: Option<Prose>,
        /// Vehicles.
        #[serde(rename = "voertuigen")]
        vehicles: Option<Prose>,
        /// Telephone numbers.
        #[serde(rename = "telefoons")]
        phones: Option<Prose>,
        /// Weet de persoon van de melding?
        #[serde(rename = "weetVanMelding")]
        knows: Known,
        /// Wat wil de persoon zelf?
        #[serde(rename = "wens")]
        wishes: Option<Prose>,
        /// What the melder will do.
        #[serde(rename = "melderDoet")]
        reporter_does: Option<Prose>,
    }
);
note!(
    /// What the investigation is to answer, and until when; agreed with the melder [seed: "De duur wordt onderling
    /// afgestemd"].
    Plan {
        /// The written question.
        #[serde(rename = "vraag")]
        question: Prose,
        /// Agreed end date.
        #[serde(rename = "einddatum")]
        until: Day,
    }
);
note!(
    /// A source that was consulted. The ground follows from the gemeente's profile; a source it does not name is refused.
    SourceNote {
        /// Which, by the profile's name.
        #[serde(rename = "bron")]
        source: Line,
        /// When.
        #[serde(rename = "datum")]
        day: Day,
        /// What came of it.
        #[serde(rename = "resultaat")]
        result: Prose,
    }
);
note!(
    /// A check with KMT [seed: "Check bij het KMT"].
    KmtCheck {
        /// Which kind.
        #[serde(rename = "soortCheck")]
        kind: KmtKind,
        /// What was asked.
        #[serde(rename = "vraag")]
        question: Prose,
        /// The summary without names that went along; required for advice.
        #[serde(rename = "samenvatting")]
        summary: Option<Prose>,
        /// The ground; required for "bekend bij KMT?".
        #[serde(rename = "grondslag")]
        ground: Option<Line>,
        /// Who was asked.
        #[serde(rename = "gevraagdAan")]
        asked_of: Line,
        /// When.
        #[serde(rename = "datum")]
        day: Day,
        /// The answer or advice.
        #[serde(rename = "antwoord")]
        answer: Prose,
    }
);
note!(
    /// One outcome of the decision.
    Referral {
        /// Where to.
        #[serde(rename = "naar")]
        to: ReferralTarget,
        /// Who receives it there: a function.
        #[serde(rename = "ontvanger")]
        receiver: Option<Line>,
        /// The ground (grondslag). No ground, no sending.
        #[serde(rename = "grondslag")]
        ground: Option<Line>,
        /// When.
        #[serde(rename = "datum")]
        day: Day,
        /// What was shared.
        #[serde(rename = "gedeeld")]
        shared: Option<Prose>,
        /// The answer to "Kan deze persoon gedwongen zijn?". It is there when a possible victim is named to somebody who
        /// looks for offenders, and nowhere else.
        #[serde(rename = "kanGedwongenZijn", default, skip_serializing_if = "Option::is_none")]
        coerced: Option<Prose>,
    }
);
note!(
    /// The decision of the werkoverleg.
    Ruling {
        /// Duiding: "Wat denken we dat er speelt?"
        #[serde(rename = "duiding")]
        meaning: Prose,
        /// How likely.
        #[serde(rename = "inschatting")]
        assessment: Assessment,
        /// Whether the melder was heard before the decision.
        #[serde(rename = "melderGehoord")]
        heard: YesNo,
        /// Why the melder was not heard; required when not.
        #[serde(rename = "waaromNietGehoord")]
        why_not_heard: Option<Prose>,
        /// At least one, up to ten.
        #[serde(rename = "vervolgstappen")]
        #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 10)))]
        referrals: Vec<Referral>,
    }
);
note!(
    /// That a receiver confirmed receipt.
    Confirmation {
        /// Which referral, counted from 0.
        #[serde(rename = "vervolgstap")]
        referral: usize,
        /// When it was confirmed.
        #[serde(rename = "datum")]
        day: Day,
    }
);
note!(
    /// What the melder was told (terugkoppeling).
    FeedbackNote {
        /// How.
        #[serde(rename = "wijze")]
        means: Means,
        /// What was said.
        #[serde(rename = "tekst")]
        text: Prose,
        /// When.
        #[serde(rename = "datum")]
        day: Day,
    }
);
note!(
    /// Closing before the decision.
    EarlyEnd {
        /// Why.
        #[serde(rename = "reden")]
        reason: EarlyReason,
        /// In words.
        #[serde(rename = "toelichting")]
        explanation: Prose,
        /// What the melder was told.
        #[serde(rename = "terugkoppeling")]
        feedback: FeedbackNote,
    }
);
note!(
    /// A reason in words.
    Reason {
        /// The words.
        #[serde(rename = "reden")]
        reason: Prose,
    }
);
note!(
    /// Something to remember: a question, an answer, an agreement.
    Remark {
        /// The words.
        #[serde(rename = "tekst")]
        text: Prose,
    }
);
