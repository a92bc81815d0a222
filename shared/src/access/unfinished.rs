use super::Viewer;
use crate::{answer::YesNo, case::Exclusions, id::AccountId, report::Draft};

impl Viewer {
    /// Whether this AF may read and finish a report by phone that `of` began. Whoever stands in for them may, once the
    /// form says whom it is not for: until then it could be about the AF who stands in.
    #[must_use]
    pub fn may_finish(&self, of: &AccountId, draft: &Draft) -> bool {
        *of == self.me || (self.is_there_for(of) && self.is_for_me(draft))
    }

    /// Whether this AF stands in today, as arranged or with a reason.
    fn is_there_for(&self, of: &AccountId) -> bool {
        self.stands_in_for.contains(of) || self.covers_for.contains(of)
    }

    fn is_for_me(&self, draft: &Draft) -> bool {
        match draft.colleague {
            Some(YesNo::No) => true,
            Some(YesNo::Yes) => {
                let exclusions = Exclusions::of_functions(draft.excluded.clone());
                !draft.excluded.is_empty() && !self.keeps_out(&exclusions, &self.me)
            }
            None => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{access::Colleague, id::FunctionId};

    fn id(n: u8) -> AccountId {
        AccountId::from_bytes(&[n; 16])
    }

    fn function(name: &str) -> FunctionId {
        FunctionId::parse(name).unwrap()
    }

    /// AF 2, who is there for AF 1 in one of three ways.
    fn viewer(arranged: bool, with_reason: bool) -> Viewer {
        let mine = Colleague { id: id(2), function: Some(function("regisseur-wmo")), active: true };
        let of = |is_there: bool| if is_there { vec![id(1)] } else { vec![] };
        Viewer {
            me: id(2),
            today: crate::case::fixture::today(),
            officers: vec![mine],
            stands_in_for: of(arranged),
            covers_for: of(with_reason),
            succeeds: vec![id(1)],
            opened: vec![],
        }
    }

    fn about(colleague: Option<YesNo>, excluded: &[&str]) -> Draft {
        Draft { colleague, excluded: excluded.iter().map(|name| function(name)).collect(), ..Draft::default() }
    }

    #[test]
    fn who_stands_in_finishes_it_and_nobody_else_does() {
        let draft = about(Some(YesNo::No), &[]);
        for (arranged, with_reason) in [(true, false), (false, true)] {
            assert!(viewer(arranged, with_reason).may_finish(&id(1), &draft));
            assert!(!viewer(arranged, with_reason).may_finish(&id(3), &draft), "for somebody else");
        }
        assert!(!viewer(false, false).may_finish(&id(1), &draft));
        assert!(viewer(false, false).may_finish(&id(2), &about(None, &[])), "their own");
    }

    #[test]
    fn whoever_it_may_be_about_does_not_see_it() {
        let yes = Some(YesNo::Yes);
        let table = [
            (None, &[][..], false),
            (yes, &[], false),
            (yes, &["regisseur-wmo"], false),
            (yes, &["zorg-en-veiligheid"], true),
            // functions that were chosen before the answer became "nee" do not count
            (Some(YesNo::No), &["regisseur-wmo"], true),
        ];
        for (colleague, excluded, sees) in table {
            let draft = about(colleague, excluded);
            assert_eq!(viewer(true, true).may_finish(&id(1), &draft), sees, "{colleague:?} {excluded:?}");
        }
        let unknown = Viewer { officers: vec![], ..viewer(true, false) };
        let draft = about(yes, &["zorg-en-veiligheid"]);
        assert!(!unknown.may_finish(&id(1), &draft), "without a known function they could be the person meant");
    }
}
