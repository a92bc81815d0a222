use shared::{
    audit::{AuditLine, Repeated},
    contract::OfficerView,
    moment::Moment,
};

/// The name of who did it, as far as there is one.
pub fn actor(line: &AuditLine, names: &[OfficerView]) -> String {
    let Some(id) = &line.actor else { return "niemand".into() };
    let known = names.iter().find(|one| one.id == *id);
    known.map_or_else(|| id.as_str().to_owned(), |one| one.name.as_str().to_owned())
}

/// The lines as a table for a spreadsheet (RFC 4180).
pub fn csv(lines: &[AuditLine], names: &[OfficerView]) -> String {
    let head = ["nummer", "op", "wie", "account", "wat", "waarop", "afloop", "herkomst", "reden", "spoor"];
    let head = [head.as_slice(), &["aantal", "eerste", "laatste"]].concat();
    let mut text = row(&head.into_iter().map(String::from).collect::<Vec<_>>());
    for line in lines {
        let account = line.actor.as_ref().map(|id| id.as_str().to_owned()).unwrap_or_default();
        let reason = line.reason.as_ref().map(|reason| reason.as_str().to_owned()).unwrap_or_default();
        let repeated = line.repeated.unwrap_or(Repeated::once(line.at));
        text += &row(&[
            line.number.to_string(),
            clock(line.at),
            actor(line, names),
            account,
            line.action.as_str().to_owned(),
            line.object.clone(),
            line.outcome.as_str().into(),
            line.origin.clone(),
            reason,
            line.trace.clone(),
            repeated.count.to_string(),
            clock(repeated.first),
            clock(repeated.last),
        ]);
    }
    text
}

fn clock(at: Moment) -> String {
    at.local().format("%Y-%m-%d %H:%M:%S").to_string()
}

/// Quoted, and never something that a spreadsheet would calculate.
fn row(cells: &[String]) -> String {
    let quoted = cells.iter().map(|cell| {
        let before = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
        format!("\"{before}{}\"", cell.replace('"', "\"\""))
    });
    quoted.collect::<Vec<String>>().join(",") + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::{
        audit::{AuditAction, Outcome},
        id::AccountId,
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
        assert!(head.ends_with("\"spoor\",\"aantal\",\"eerste\",\"laatste\""), "{head}");
        let moment = clock(line.at);
        assert!(once.ends_with(&format!("\"ab\",\"1\",\"{moment}\",\"{moment}\"")), "{once}");
        let many = Repeated { count: 7, first: line.at, last: line.at.plus_seconds(60) };
        let many = csv(&[AuditLine { repeated: Some(many), ..line.clone() }], &names);
        assert!(many.contains("\"7\"") && many.contains(&clock(line.at.plus_seconds(60))), "{many}");
        assert_eq!(actor(&AuditLine { actor: None, ..line }, &names), "niemand");
    }
}
