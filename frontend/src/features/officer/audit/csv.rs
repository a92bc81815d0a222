use shared::{audit::AuditLine, contract::OfficerView};

/// The name of who did it, as far as there is one.
pub fn actor(line: &AuditLine, names: &[OfficerView]) -> String {
    let Some(id) = &line.actor else { return "niemand".into() };
    let known = names.iter().find(|one| one.id == *id);
    known.map_or_else(|| id.as_str().to_owned(), |one| one.name.as_str().to_owned())
}

/// The lines as a table for a spreadsheet (RFC 4180).
pub fn csv(lines: &[AuditLine], names: &[OfficerView]) -> String {
    let head = ["nummer", "op", "wie", "account", "wat", "waarop", "afloop", "herkomst", "reden", "spoor"];
    let mut text = row(&head.map(String::from));
    for line in lines {
        let account = line.actor.as_ref().map(|id| id.as_str().to_owned()).unwrap_or_default();
        let reason = line.reason.as_ref().map(|reason| reason.as_str().to_owned()).unwrap_or_default();
        let at = line.at.local().format("%Y-%m-%d %H:%M:%S").to_string();
        text += &row(&[
            line.number.to_string(),
            at,
            actor(line, names),
            account,
            line.action.clone(),
            line.object.clone(),
            line.outcome.as_str().into(),
            line.origin.clone(),
            reason,
            line.trace.clone(),
        ]);
    }
    text
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
    use shared::{audit::Outcome, id::AccountId, moment::Moment, text::Line};

    #[test]
    fn a_name_is_no_formula_and_a_quote_no_end() {
        let id = AccountId::from_bytes(&[1; 16]);
        let line = AuditLine {
            number: 7,
            at: Moment::from_millis(1_777_000_000_000),
            actor: Some(id.clone()),
            action: "Case".into(),
            object: "dossiers".into(),
            outcome: Outcome::Done,
            origin: "review GET /dossiers/{id}".into(),
            reason: Line::parse("zei \"nu\"").ok(),
            trace: "ab".into(),
        };
        let names = [OfficerView { id, name: Line::parse("=SOM(A1)").unwrap(), active: true }];
        let text = csv(std::slice::from_ref(&line), &names);
        assert_eq!(text.lines().count(), 2);
        assert!(text.contains("\"'=SOM(A1)\"") && text.contains("\"zei \"\"nu\"\"\""), "{text}");
        assert_eq!(actor(&AuditLine { actor: None, ..line }, &names), "niemand");
    }
}
