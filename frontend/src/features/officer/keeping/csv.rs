use super::super::parts::{Table, csv_moment, name_or_id};
use shared::contract::{Certificate, OfficerView};

const HEAD: [&str; 11] = [
    "verklaring",
    "dossier",
    "afgerond",
    "uitkomst",
    "termijn om",
    "grond",
    "voorgesteld door",
    "op",
    "akkoord door",
    "op",
    "revisies",
];

/// The declarations as a table to paste into a spreadsheet.
pub fn csv(certificates: &[Certificate], names: &[OfficerView]) -> String {
    Table::Clipboard.of(HEAD, certificates.iter().map(|one| cells(one, names)))
}

fn cells(one: &Certificate, names: &[OfficerView]) -> [String; HEAD.len()] {
    [
        one.certificate.to_string(),
        one.number.to_string(),
        one.closed.to_string(),
        one.outcome.as_str().into(),
        one.due.to_string(),
        one.ground.as_str().into(),
        name_or_id(names, &one.proposed_by),
        csv_moment(one.proposed_at),
        name_or_id(names, &one.approved_by),
        csv_moment(one.approved_at),
        one.revisions.to_string(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::{id::AccountId, text::Line};

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
