//! Views for the page on retention and destruction.
use crate::{
    access::OfficerView,
    case::{
        Step,
        destruction::{DestructionGround, ProposedDestruction},
    },
    id::{AccountId, CaseId, CaseNumber},
    moment::{Day, Moment},
    retention::{Due, Kept, Outcome},
};
use serde::{Deserialize, Serialize};

view!(
    /// A case that is due, without anything of its content.
    DueCase {
        /// The case's id.
        #[serde(rename = "dossier")]
        case: CaseId,
        /// Its number.
        #[serde(rename = "nummer")]
        number: CaseNumber,
        /// Its step: afgerond.
        #[serde(rename = "stap")]
        step: Step,
        /// Closed when, and how; not of a colleague's case.
        #[serde(rename = "afronding")]
        kept: Option<Kept>,
        /// When it may, should and must go.
        #[serde(rename = "termijn")]
        due: Due,
    }
);
view!(
    /// Answer to `GET bewaren`.
    RetentionPage {
        /// Cases that are due and not yet proposed, longest due first within a page.
        #[serde(rename = "dossiers")]
        due: Vec<DueCase>,
        /// The page after this one, if there is more.
        #[serde(rename = "volgendePagina")]
        next_page: Option<u32>,
        /// Proposals that wait for a second person.
        #[serde(rename = "voorstellen")]
        proposals: Vec<ProposedDestruction>,
        /// The facts beside these proposals that matter to the second person.
        #[serde(rename = "feiten", default)]
        about: Vec<ProposalFacts>,
        /// Destructions that were agreed to and stopped half-way; due work finishes them.
        #[serde(rename = "onderweg")]
        under_way: Vec<CaseNumber>,
        /// When the gemeente established its terms; not yet when none.
        #[serde(rename = "termijnenVastgesteldOp")]
        established: Option<Day>,
        /// The day it is at the server.
        #[serde(rename = "vandaag")]
        today: Day,
        /// Names of everybody with an account.
        #[serde(rename = "namen")]
        names: Vec<OfficerView>,
    }
);
view!(
    /// How the case of a proposal came to its end, without anything of its content: for the FG, who agrees by number.
    ProposalFacts {
        /// The case's id.
        #[serde(rename = "dossier")]
        case: CaseId,
        /// The number of people who decided how it ended. 0: closed by a version that did not count them.
        #[serde(rename = "afgerondDoor")]
        ended_by: usize,
        /// The AFs who may not know of it.
        #[serde(rename = "uitgesloten")]
        excluded: Vec<AccountId>,
        /// The AFs who opened it with a reason in the last ninety days.
        #[serde(rename = "noodtoegang")]
        opened: Vec<AccountId>,
    }
);
view!(
    /// A declaration of destruction (verklaring van vernietiging). It holds nothing of the case.
    Certificate {
        /// Its own number, from 1 without gaps.
        #[serde(rename = "verklaring")]
        certificate: i64,
        /// The number the case had.
        #[serde(rename = "dossiernummer")]
        number: CaseNumber,
        /// The day it was closed.
        #[serde(rename = "afgerondOp")]
        closed: Day,
        /// The outcome of the case.
        #[serde(rename = "uitkomst")]
        outcome: Outcome,
        /// The day it was due.
        #[serde(rename = "termijnVerstreekOp")]
        due: Day,
        /// The ground for destroying it.
        #[serde(rename = "grond")]
        ground: DestructionGround,
        /// The AF who proposed it.
        #[serde(rename = "voorgesteldDoor")]
        proposed_by: AccountId,
        /// The moment of the proposal.
        #[serde(rename = "voorgesteldOp")]
        proposed_at: Moment,
        /// The person who agreed.
        #[serde(rename = "akkoordDoor")]
        approved_by: AccountId,
        /// The moment of the agreement; from then on nothing could be done with the case.
        #[serde(rename = "akkoordOp")]
        approved_at: Moment,
        /// How often the case had been written.
        #[serde(rename = "revisies")]
        revisions: u64,
    }
);
view!(
    /// Answer to `GET verklaringen`.
    CertificatePage {
        /// Newest first.
        #[serde(rename = "verklaringen")]
        certificates: Vec<Certificate>,
        /// The value of `?voor=` for the next page, if there is more.
        #[serde(rename = "volgende")]
        next: Option<i64>,
        /// Names of everybody with an account.
        #[serde(rename = "namen")]
        names: Vec<OfficerView>,
    }
);
view!(
    /// Answer to `POST bewaren/{id}/opdrachten`.
    RetentionDone {
        /// The declaration, when it was destroyed now.
        #[serde(rename = "verklaring")]
        certificate: Option<Certificate>,
    }
);
