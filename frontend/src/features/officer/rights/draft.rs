use super::super::parts::Check;
use crate::ui::FieldError;
use shared::{
    case::rights::{
        RightsCommand, RightsKind,
        notes::{
            Advice, AtRequestOf, Correction, Deferral, Ground, Informed, Part, Request, Right, TakenOver, Told,
            Verdict, Why,
        },
    },
    moment::Day,
    report::YesNo,
};

/// What was typed in one of these dialogs; each kind uses its own part of it.
#[derive(Clone)]
pub struct Draft {
    pub kind: RightsKind,
    pub today: Day,
    pub reason: String,
    pub wrong: String,
    pub right: String,
    pub part: Option<Part>,
    pub at_request_of: Option<AtRequestOf>,
    pub asked: Option<Right>,
    pub day: String,
    pub identified: Option<YesNo>,
    /// Which open request, counted among those that can be advised on.
    pub request: Option<usize>,
    /// Their places among all requests.
    pub open: Vec<usize>,
    pub verdict: Option<Verdict>,
    pub ground: Option<Ground>,
    pub until: String,
    pub how: Option<Told>,
    pub system: String,
}

impl Draft {
    /// Untouched.
    pub fn new(kind: RightsKind, today: Day, open: Vec<usize>) -> Self {
        let request = (open.len() == 1).then_some(0);
        Self {
            kind,
            today,
            reason: String::new(),
            wrong: String::new(),
            right: String::new(),
            part: None,
            at_request_of: None,
            asked: None,
            day: today.to_string(),
            identified: None,
            request,
            open,
            verdict: None,
            ground: None,
            until: String::new(),
            how: None,
            system: String::new(),
        }
    }

    /// The command, or everything that is wrong.
    pub fn build(&self) -> Result<RightsCommand, Vec<FieldError>> {
        let mut check = Check::of("rechten");
        let built = match self.kind {
            RightsKind::Correct => self.correction(&mut check).map(RightsCommand::Correct),
            RightsKind::Hold => self.why(&mut check).map(RightsCommand::Hold),
            RightsKind::ProposeLift => self.why(&mut check).map(RightsCommand::ProposeLift),
            RightsKind::AgreeLift => Some(RightsCommand::AgreeLift),
            RightsKind::Restrict => self.why(&mut check).map(RightsCommand::Restrict),
            RightsKind::LiftRestriction => self.why(&mut check).map(RightsCommand::LiftRestriction),
            RightsKind::ReceiveRequest => self.request(&mut check).map(RightsCommand::ReceiveRequest),
            RightsKind::AdviseRequest => self.advice(&mut check).map(RightsCommand::AdviseRequest),
            RightsKind::Inform => self.informed(&mut check).map(RightsCommand::Inform),
            RightsKind::DeferInforming => self.deferral(&mut check).map(RightsCommand::DeferInforming),
            RightsKind::TakeOver => self.taken_over(&mut check).map(RightsCommand::TakeOver),
        };
        check.finish(built)
    }

    fn why(&self, check: &mut Check) -> Option<Why> {
        check.prose("reden", &self.reason, "Schrijf op waarom.").map(|reason| Why { reason })
    }

    fn correction(&self, check: &mut Check) -> Option<Correction> {
        let part = check.chosen("onderdeel", self.part, "Kies waar het over gaat.");
        let wrong = check.prose("onjuist", &self.wrong, "Schrijf op wat niet klopt.");
        let right = check.prose("juist", &self.right, "Schrijf op wat het moet zijn.");
        let at_request_of = check.chosen("verzoek-van", self.at_request_of, "Kies wie erom vroeg.");
        let (part, wrong, right, at_request_of) = (part?, wrong?, right?, at_request_of?);
        Some(Correction { part, wrong, right, at_request_of })
    }

    fn request(&self, check: &mut Check) -> Option<Request> {
        let right = check.chosen("recht", self.asked, "Kies wat de persoon vraagt.");
        let received = check.past_day("datum", &self.day, self.today);
        let identified = check.chosen("identiteit", self.identified, "Kies of je weet wie het vraagt.");
        let (right, received, identified) = (right?, received?, identified?);
        Some(Request { right, received, identified })
    }

    fn advice(&self, check: &mut Check) -> Option<Advice> {
        let request = check.chosen("welk", self.request.and_then(|at| self.open.get(at).copied()), "Kies het verzoek.");
        let verdict = check.chosen("besluit", self.verdict, "Kies wat je adviseert.");
        let ground = check.chosen("grond", self.ground, "Kies op welke grond.");
        let reason = check.prose("reden", &self.reason, "Schrijf op waarom.");
        let until = match verdict {
            Some(Verdict::Defer) => Some(self.later(check)?),
            Some(Verdict::Give | Verdict::Refuse) | None => None,
        };
        let (request, verdict, ground, reason) = (request?, verdict?, ground?, reason?);
        Some(Advice { request, verdict, ground, reason, until })
    }

    fn later(&self, check: &mut Check) -> Option<Day> {
        let day = check.day("tot", &self.until)?;
        if day <= self.today {
            check.wrong("tot", "Kies een dag na vandaag.");
        }
        Some(day)
    }

    fn informed(&self, check: &mut Check) -> Option<Informed> {
        let how = check.chosen("wijze", self.how, "Kies hoe.");
        let day = check.past_day("datum", &self.day, self.today);
        how.zip(day).map(|(how, day)| Informed { how, day })
    }

    fn deferral(&self, check: &mut Check) -> Option<Deferral> {
        let ground = check.chosen("grond", self.ground, "Kies op welke grond.");
        let reason = check.prose("reden", &self.reason, "Schrijf op waarom.");
        let review = self.later(check);
        let (ground, reason, review) = (ground?, reason?, review?);
        Some(Deferral { ground, reason, review })
    }

    fn taken_over(&self, check: &mut Check) -> Option<TakenOver> {
        let system = check.line("systeem", &self.system, "Vul in welk systeem.");
        let day = check.past_day("datum", &self.day, self.today);
        system.zip(day).map(|(system, day)| TakenOver { day, system })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(kind: RightsKind) -> Draft {
        Draft::new(kind, "2026-05-04".parse().unwrap(), vec![2])
    }

    #[test]
    fn every_kind_asks_for_what_belongs_to_it() {
        let ids = |kind| -> Vec<String> {
            draft(kind).build().err().unwrap_or_default().into_iter().map(|error| error.id).collect()
        };
        assert_eq!(ids(RightsKind::Hold), ["rechten-reden"]);
        let correction = ["rechten-onderdeel", "rechten-onjuist", "rechten-juist", "rechten-verzoek-van"];
        assert_eq!(ids(RightsKind::Correct), correction);
        assert_eq!(ids(RightsKind::ReceiveRequest), ["rechten-recht", "rechten-identiteit"]);
        assert_eq!(ids(RightsKind::AdviseRequest), ["rechten-besluit", "rechten-grond", "rechten-reden"]);
        assert_eq!(ids(RightsKind::DeferInforming), ["rechten-grond", "rechten-reden", "rechten-tot"]);
        assert_eq!(ids(RightsKind::AgreeLift), Vec::<String>::new());
    }

    #[test]
    fn an_advice_names_the_place_of_the_request_and_a_day_only_when_it_is_put_off() {
        let full = Draft {
            verdict: Some(Verdict::Defer),
            ground: Some(Ground::Limited),
            reason: "Verzonnen".into(),
            until: "2026-06-01".into(),
            ..draft(RightsKind::AdviseRequest)
        };
        let Ok(RightsCommand::AdviseRequest(advice)) = full.build() else { panic!("an advice") };
        assert_eq!((advice.request, advice.until), (2, "2026-06-01".parse().ok()));
        let Ok(RightsCommand::AdviseRequest(advice)) = (Draft { verdict: Some(Verdict::Refuse), ..full }).build()
        else {
            panic!("an advice")
        };
        assert_eq!(advice.until, None);
    }
}
