//! Retention, restriction, correction, and the rights of the people a case is about.
use crate::{
    answer::YesNo,
    choice::choice,
    moment::Day,
    text::{Line, Prose},
};

choice!(
    /// Which part of the case a correction is about: it is shown beside that part.
    Part {
        /// De melding.
        Report = "melding",
        /// Het meldingsformulier.
        Form = "formulier",
        /// Het onderzoek.
        Investigation = "onderzoek",
        /// De beslissing.
        Decision = "beslissing",
    }
);
choice!(
    /// The person or body that asked for it (op verzoek van).
    AtRequestOf {
        /// Wie het betreft.
        Subject = "betrokkene",
        /// Wie ten onrechte is beschuldigd, in een kwaadwillige melding.
        Accused = "beschuldigde",
        /// De melder.
        Reporter = "melder",
        /// De AF zelf zag het.
        Officer = "af",
    }
);
choice!(
    /// A right of somebody whose data are in the case.
    Right {
        /// Inzage (AVG 15).
        Access = "inzage",
        /// Rectificatie (AVG 16).
        Rectification = "rectificatie",
        /// Wissing (AVG 17).
        Erasure = "wissing",
        /// Beperking (AVG 18).
        Restriction = "beperking",
        /// Bezwaar (AVG 21).
        Objection = "bezwaar",
    }
);
choice!(
    /// The decision of AF and FG on a request.
    Verdict {
        /// Toewijzen.
        Give = "toewijzen",
        /// Uitstellen.
        Defer = "uitstellen",
        /// Weigeren.
        Refuse = "weigeren",
    }
);
choice!(
    /// The ground of a decision.
    Ground {
        /// The request is well-founded: the article of the right itself.
        Founded = "avg-15-21",
        /// Beperking van rechten: safety, prevention and prosecution of crime, protection of the subject or others
        /// [law: AVG 23, UAVG 41].
        Limited = "uavg-41",
        /// Recht van een ander, also the melder's [law: AVG 15 lid 4].
        Others = "avg-15-4",
        /// Kept for a legal duty or a legal claim [law: AVG 17 lid 3].
        Needed = "avg-17-3",
        /// Manifestly unfounded or excessive [law: AVG 12 lid 5].
        Excessive = "avg-12-5",
        /// One month extended by two because it is complex [law: AVG 12 lid 3].
        Complex = "avg-12-3",
    }
);
choice!(
    /// The means of informing somebody.
    Told {
        /// Brief.
        Letter = "brief",
        /// Gesprek.
        InPerson = "gesprek",
        /// Telefoon.
        Phone = "telefoon",
        /// Door een ander die er toch al was, such as the police or a care provider.
        ByOther = "via-ander",
    }
);

note!(
    /// A correction. The original text stays as it was; the correction is added to it.
    Correction {
        /// About which part.
        #[serde(rename = "onderdeel")]
        part: Part,
        /// The incorrect data.
        #[serde(rename = "onjuist")]
        wrong: Prose,
        /// The correct data.
        #[serde(rename = "juist")]
        right: Prose,
        /// The person or body that asked for it.
        #[serde(rename = "opVerzoekVan")]
        at_request_of: AtRequestOf,
    }
);
note!(
    /// A reason in words.
    Why {
        /// The words.
        #[serde(rename = "reden")]
        reason: Prose,
    }
);
note!(
    /// The record that another system keeps the case from this day on.
    TakenOver {
        /// The day it confirmed.
        #[serde(rename = "op")]
        day: Day,
        /// The other system.
        #[serde(rename = "systeem")]
        system: Line,
    }
);
note!(
    /// A data subject's request, with as little as possible about the person: letters stay in the gemeente's own
    /// register.
    Request {
        /// The right.
        #[serde(rename = "recht")]
        right: Right,
        /// The day it came in; one month is counted from it.
        #[serde(rename = "ontvangenOp")]
        received: Day,
        /// Whether the identity of the person who asks was established.
        #[serde(rename = "identiteitVastgesteld")]
        identified: YesNo,
    }
);
note!(
    /// The identity of the person who asks was established later than the request came in.
    Identified {
        /// Which request of this case, counted from 0.
        #[serde(rename = "verzoek")]
        request: usize,
        /// The day on which it was established.
        #[serde(rename = "vastgesteldOp")]
        day: Day,
    }
);
note!(
    /// An AF's advice on a request; the FG agrees or not, without seeing the case.
    Advice {
        /// Which request of this case, counted from 0.
        #[serde(rename = "verzoek")]
        request: usize,
        /// The advised decision.
        #[serde(rename = "besluit")]
        verdict: Verdict,
        /// The ground.
        #[serde(rename = "grond")]
        ground: Ground,
        /// Why, for the file. The FG does not see it.
        #[serde(rename = "motivering")]
        reason: Prose,
        /// The last day of postponement (uitstellen).
        #[serde(rename = "tot")]
        until: Option<Day>,
        /// Who asks for an inzage: which person of the meldingsformulier as it is now, counted from 0. None: somebody
        /// who is not on it. The copy is for this person.
        #[serde(rename = "persoon", default, skip_serializing_if = "Option::is_none")]
        person: Option<usize>,
    }
);
note!(
    /// The FG's word on an AF's advice.
    RequestDecision {
        /// Which request, counted from 0.
        #[serde(rename = "verzoek")]
        request: usize,
        /// Akkoord, or back to the AF.
        #[serde(rename = "akkoord")]
        agreed: YesNo,
    }
);
note!(
    /// Somebody was informed that data about them are processed here [law: AVG 14].
    Informed {
        /// The means of informing.
        #[serde(rename = "wijze")]
        how: Told,
        /// The day of informing.
        #[serde(rename = "datum")]
        day: Day,
    }
);
note!(
    /// Telling somebody is put off [law: AVG 14 lid 5, UAVG 41].
    Deferral {
        /// The ground.
        #[serde(rename = "grond")]
        ground: Ground,
        /// The reasons.
        #[serde(rename = "motivering")]
        reason: Prose,
        /// The day on which the postponement is reviewed.
        #[serde(rename = "opnieuwBekijkenOp")]
        review: Day,
    }
);
