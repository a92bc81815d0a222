use super::known::Known;
use shared::{
    indicators::IndicatorList,
    report::{self, Draft, Field, Finding, FindingCode},
};

/// The findings of the draft, with what the server told that we don't find ourselves. As long as the list of signals
/// has not been read, the signals are taken as they are.
pub fn found(draft: &Draft, instance: Option<&Known>, told: &[Finding]) -> Vec<Finding> {
    let unread = IndicatorList { version: String::new(), indicators: Vec::new() };
    let list = instance.map_or(&unread, |instance| &instance.indicators);
    let mut findings = report::check(draft, list).findings;
    findings.extend(instance.and_then(|instance| report::check_functions(draft, instance.functions())));
    let no_list_yet = Finding { field: Field::List, code: FindingCode::Required };
    findings.retain(|finding| instance.is_some() || *finding != no_list_yet);
    let new: Vec<Finding> = told.iter().filter(|finding| !findings.contains(finding)).copied().collect();
    findings.extend(new);
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::contract::examples;

    #[test]
    fn without_a_list_a_draft_is_not_blamed_for_it() {
        let draft = Draft { list: String::new(), ticks: Vec::new(), ..examples::draft() };
        assert_eq!(found(&draft, None, &[]), []);
    }

    #[test]
    fn what_the_server_tells_is_added_once() {
        let told = Finding { field: Field::Story, code: FindingCode::Required };
        assert_eq!(found(&examples::draft(), None, &[told]), [told]);
        let draft = Draft { story: String::new(), ..examples::draft() };
        assert_eq!(found(&draft, None, &[told]), [told]);
    }
}
