use super::super::parts::{Table, csv_moment, name_or_id};
use shared::{
    audit::{AuditLine, Repeated},
    contract::OfficerView,
};

const HEAD: [&str; 13] = [
    "nummer", "op", "wie", "account", "wat", "waarop", "afloop", "herkomst", "reden", "spoor", "aantal", "eerste",
    "laatste",
];

/// The name of whoever did it; `niemand` when nobody was logged in.
pub fn actor(line: &AuditLine, names: &[OfficerView]) -> String {
    line.actor.as_ref().map_or_else(|| "niemand".into(), |id| name_or_id(names, id))
}

/// The lines as a file for a spreadsheet.
pub fn csv(lines: &[AuditLine], names: &[OfficerView]) -> String {
    Table::File.of(HEAD, lines.iter().map(|line| cells(line, names)))
}

fn cells(line: &AuditLine, names: &[OfficerView]) -> [String; HEAD.len()] {
    let repeated = line.repeated.unwrap_or(Repeated::once(line.at));
    [
        line.number.to_string(),
        csv_moment(line.at),
        actor(line, names),
        line.actor.as_ref().map(ToString::to_string).unwrap_or_default(),
        line.action.as_str().to_owned(),
        line.object.clone(),
        line.outcome.as_str().into(),
        line.origin.clone(),
        line.reason.as_ref().map(|reason| reason.as_str().to_owned()).unwrap_or_default(),
        line.trace.clone(),
        repeated.count.to_string(),
        csv_moment(repeated.first),
        csv_moment(repeated.last),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::{
        audit::{AuditAction, Outcome},
        id::AccountId,
        moment::Moment,
        text::Line,
    };

    #[test]
    fn a_name_is_no_formula_and_a_quote_no_end() {
        let id = AccountId::from_bytes(&[1; 16]);
        let line = AuditLine {
            number: 7,
            at: Moment::from_millis(1_777_000_000_000),
            actor: Some(id.clone()),
            action: AuditAction::ViewCase,
            object: "dossiers".into(),
            outcome: Outcome::Done,
            origin: "review GET /dossiers/{id}".into(),
            reason: Line::parse("zei \"nu\"").ok(),
            trace: "ab".into(),
            repeated: None,
        };
        let names = [OfficerView { id, name: Line::parse("=SOM(A1)").unwrap(), active: true }];
        let text = csv(std::slice::from_ref(&line), &names);
        assert_eq!(text.lines().count(), 2);
        assert!(text.contains("\"'=SOM(A1)\"") && text.contains("\"zei \"\"nu\"\"\""), "{text}");
        let [head, once] = [0, 1].map(|at| text.lines().nth(at).unwrap_or_default().to_owned());
        assert!(head.ends_with("\"spoor\";\"aantal\";\"eerste\";\"laatste\""), "{head}");
        let moment = csv_moment(line.at);
        assert!(once.ends_with(&format!("\"ab\";\"1\";\"{moment}\";\"{moment}\"")), "{once}");
        let many = Repeated { count: 7, first: line.at, last: line.at.plus_seconds(60) };
        let many = csv(&[AuditLine { repeated: Some(many), ..line.clone() }], &names);
        assert!(many.contains("\"7\"") && many.contains(&csv_moment(line.at.plus_seconds(60))), "{many}");
        assert_eq!(actor(&AuditLine { actor: None, ..line }, &names), "niemand");
    }
}
