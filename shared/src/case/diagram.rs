use super::{CommandKind, Step, targets};
use std::fmt::Write;

/// The route as a Mermaid state diagram, drawn from [`targets`]: `docs/route.md` holds it and a test keeps it so.
/// Commands that stay in their step are listed in it.
#[must_use]
pub fn mermaid() -> String {
    let mut text = String::from("stateDiagram-v2\n    [*] --> gemeld: melding\n");
    for step in Step::ALL {
        let stays: Vec<&str> = CommandKind::ALL
            .iter()
            .filter(|kind| targets(*step, **kind).contains(step))
            .map(|kind| kind.as_str())
            .collect();
        let _ = writeln!(text, "    {0}: {0} ({1})", step.as_str(), stays.join(", "));
        for kind in CommandKind::ALL {
            for to in targets(*step, *kind).iter().filter(|to| *to != step) {
                let _ = writeln!(text, "    {} --> {}: {}", step.as_str(), to.as_str(), kind.as_str());
            }
        }
    }
    text.push_str("    afgerond --> [*]\n");
    text
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_document_shows_the_code() {
        let document = include_str!("../../../docs/route.md");
        assert!(
            document.contains(&super::mermaid()),
            "docs/route.md does not hold the diagram of the code; it should hold:\n{}",
            super::mermaid()
        );
    }
}
