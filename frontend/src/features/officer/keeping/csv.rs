use shared::{contract::OfficerView, id::AccountId, retention::Certificate};

/// The name of an account, or its id when nobody has it any more.
pub fn name_of(names: &[OfficerView], id: &AccountId) -> String {
    let known = names.iter().find(|one| one.id == *id);
    known.map_or_else(|| id.as_str().to_owned(), |one| one.name.as_str().to_owned())
}

/// The declarations as a table for a spreadsheet (RFC 4180).
pub fn csv(certificates: &[Certificate], names: &[OfficerView]) -> String {
    let head = "verklaring,dossier,afgerond,uitkomst,termijn om,grond,voorgesteld door,op,akkoord door,op,revisies\r\n";
    let moment = |at: shared::moment::Moment| at.local().format("%Y-%m-%d %H:%M:%S").to_string();
    let row = |one: &Certificate| {
        let cells = [
            one.certificate.to_string(),
            one.number.to_string(),
            one.closed.to_string(),
            one.outcome.as_str().into(),
            one.due.to_string(),
            one.ground.as_str().into(),
            name_of(names, &one.proposed_by),
            moment(one.proposed_at),
            name_of(names, &one.approved_by),
            moment(one.approved_at),
            one.revisions.to_string(),
        ];
        cells.map(|cell| quoted(&cell)).join(",") + "\r\n"
    };
    head.to_owned() + &certificates.iter().map(row).collect::<String>()
}

/// Quoted, and never something that a spreadsheet would calculate.
fn quoted(cell: &str) -> String {
    let before = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    format!("\"{before}{}\"", cell.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::text::Line;

    #[test]
    fn a_declaration_is_a_row_and_a_name_no_formula() {
        let text = r#"{"verklaring":1,"dossiernummer":{"jaar":2026,"volgnummer":1},"afgerondOp":"2026-05-01",
            "uitkomst":"vergissing","termijnVerstreekOp":"2026-06-01","grond":"termijn",
            "voorgesteldDoor":"01010101010101010101010101010101","voorgesteldOp":"2026-06-02T10:00:00.000Z",
            "akkoordDoor":"02020202020202020202020202020202","akkoordOp":"2026-06-03T10:00:00.000Z","revisies":3}"#;
        let certificate: Certificate = serde_json::from_str(text).unwrap();
        let who =
            OfficerView { id: AccountId::from_bytes(&[1; 16]), name: Line::parse("=SOM(A1)").unwrap(), active: true };
        let table = csv(&[certificate], &[who]);
        assert_eq!(table.lines().count(), 2);
        assert!(table.contains("\"2026-001\"") && table.contains("\"'=SOM(A1)\""), "{table}");
        assert!(table.contains(&"02".repeat(16)), "who has no account any more is named by the id");
    }
}
