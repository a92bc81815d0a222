use super::super::{request::Request, session::Session};
use crate::client::{Call, Failure};
use leptos::prelude::*;
use shared::{
    access::Role,
    answer::YesNo,
    case::{
        OpenExclusion, OpenRequest, RequestPage,
        destruction::{DestructionCommand, DestructionGround},
        notes::rights::{RequestDecision, Right, Verdict},
    },
    contract::{CertificatePage, Endpoint, RetentionDone, RetentionPage},
    id::{AccountId, CaseId, CaseNumber},
};

/// The page as read, and the request that is under way.
#[derive(Clone, Copy)]
pub struct Keeping {
    /// Due cases, and proposals that wait.
    pub page: RwSignal<Option<RetentionPage>>,
    /// Requests of data subjects.
    pub requests: RwSignal<Option<RequestPage>>,
    /// The declarations so far, newest first.
    pub certificates: RwSignal<Option<CertificatePage>>,
    /// A destruction that was pressed and is to be confirmed.
    pub sure: RwSignal<Option<(CaseId, CaseNumber)>>,
    /// The request in flight; it keeps a text on the last result.
    pub request: Request<String>,
    session: Session,
}

impl Keeping {
    /// Nothing yet. Once per page.
    #[must_use]
    pub fn new() -> Self {
        Self {
            page: RwSignal::new(None),
            requests: RwSignal::new(None),
            certificates: RwSignal::new(None),
            sure: RwSignal::new(None),
            request: Request::new(),
            session: Session::here(),
        }
    }

    /// The viewer.
    #[must_use]
    pub fn me(self) -> Option<AccountId> {
        self.session.account()
    }

    /// Whether an AF looks: only an AF proposes, only the FG decides on requests.
    #[must_use]
    pub fn is_officer(self) -> bool {
        self.session.who().is_some_and(|who| who.role == Role::Officer)
    }

    /// Reads everything, from the first page.
    pub fn read(self) {
        self.run(String::new(), async move { self.fetch().await });
    }

    async fn fetch(self) -> Result<(), Failure> {
        let page = Call::to(Endpoint::Retention).ask().await?.body;
        let requests = Call::to(Endpoint::Requests).ask().await?.body;
        let certificates = Call::to(Endpoint::Certificates).ask().await?.body;
        self.page.try_set(Some(page));
        self.requests.try_set(Some(requests));
        self.certificates.try_set(Some(certificates));
        Ok(())
    }

    /// Reads the next page of what is due, behind what there is.
    pub fn more(self) {
        let Some(next) = self.page.with_untracked(|page| page.as_ref().and_then(|page| page.next_page)) else { return };
        self.run(String::new(), async move {
            let read: RetentionPage = Call::to(Endpoint::Retention).query(&format!("pagina={next}")).ask().await?.body;
            self.page.try_update(|page| {
                if let Some(page) = page {
                    page.due.extend(read.due);
                    page.next_page = read.next_page;
                }
            });
            Ok(())
        });
    }

    /// Reads older declarations.
    pub fn older(self) {
        let next = self.certificates.with_untracked(|page| page.as_ref().and_then(|page| page.next));
        let Some(next) = next else { return };
        self.run(String::new(), async move {
            let read: CertificatePage =
                Call::to(Endpoint::Certificates).query(&format!("voor={next}")).ask().await?.body;
            self.certificates.try_update(|page| {
                if let Some(page) = page {
                    page.certificates.extend(read.certificates);
                    page.next = read.next;
                }
            });
            Ok(())
        });
    }

    /// Proposes the destruction of a case whose term is over.
    pub fn propose(self, id: CaseId, number: CaseNumber) {
        let command = DestructionCommand::Propose { ground: DestructionGround::Term };
        self.ask(id, command, format!("Vernietigen van {number} is voorgesteld."));
    }

    /// Agrees: it is destroyed.
    pub fn approve(self, id: CaseId, number: CaseNumber) {
        self.sure.set(None);
        self.ask(id, DestructionCommand::Approve, format!("Dossier {number} is vernietigd."));
    }

    /// Takes a proposal back, or does not agree.
    pub fn reject(self, id: CaseId, number: CaseNumber) {
        self.ask(id, DestructionCommand::Reject, format!("Het voorstel voor {number} is weg."));
    }

    fn ask(self, id: CaseId, command: DestructionCommand, said: String) {
        self.change(said, async move {
            Call::on(Endpoint::CommandRetention, id.as_str()).send::<_, RetentionDone>(&command).await.map(drop)
        });
    }

    /// The FG's answer to an AF's advice.
    pub fn decide(self, request: OpenRequest, agreed: YesNo) {
        let said = match agreed {
            YesNo::Yes if grants_erasure(&request) => {
                "Je ging akkoord: er mag gewist worden. De AF stelt nu voor het dossier te vernietigen."
            }
            YesNo::Yes => "Je ging akkoord met het advies.",
            YesNo::No => "Het verzoek gaat terug naar de AF.",
        };
        let decision = RequestDecision { request: request.request, agreed };
        self.change(said.into(), async move {
            let call = Call::on(Endpoint::DecideRequest, request.case.as_str()).if_match(request.revision);
            call.send::<_, RequestPage>(&decision).await.map(drop)
        });
    }

    /// The FG confirms an exclusion.
    pub fn confirm_exclusion(self, one: OpenExclusion) {
        let said = format!("Je ging akkoord met de uitsluiting in {}.", one.number);
        self.change(said, async move {
            let call = Call::on(Endpoint::ConfirmExclusion, one.case.as_str()).if_match(one.revision);
            call.ask::<RequestPage>().await.map(drop)
        });
    }

    /// Sends a command and reads everything again, also after a refusal, because the list has then changed.
    fn change(self, said: String, work: impl Future<Output = Result<(), Failure>> + 'static) {
        self.run(said, async move {
            let done = work.await;
            let read = self.fetch().await;
            done.and(read)
        });
    }

    fn run(self, said: String, work: impl Future<Output = Result<(), Failure>> + 'static) {
        self.request.run(work, move |()| said);
    }
}

fn grants_erasure(request: &OpenRequest) -> bool {
    request.right == Right::Erasure && request.advice.is_some_and(|advice| advice.verdict == Verdict::Give)
}
