use super::ActKind;
use crate::case::Step;
use std::fmt::Write;

/// The route as a Mermaid state diagram, drawn from the table of acts: `docs/route.md` holds it and a test keeps it so.
/// Acts that stay in their step are listed in it; those outside the route are not drawn.
#[must_use]
pub fn mermaid() -> String {
    let mut text = String::from("stateDiagram-v2\n    [*] --> gemeld: melding\n    [*] --> contact: signaal van KMT\n");
    let route = || ActKind::ALL.iter().filter(|kind| kind.is_of_the_route());
    for step in Step::ALL {
        let stays: Vec<&str> =
            route().filter(|kind| kind.targets(*step).contains(step)).map(|kind| kind.as_str()).collect();
        let _ = writeln!(text, "    {0}: {0} ({1})", step.as_str(), stays.join(", "));
        for kind in route() {
            for to in kind.targets(*step).iter().filter(|to| *to != step) {
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
        let document = include_str!("../../../../docs/route.md");
        assert!(
            document.contains(&super::mermaid()),
            "docs/route.md does not hold the diagram of the code; it should hold:\n{}",
            super::mermaid()
        );
    }
}
