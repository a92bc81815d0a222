//! Pages (PDF) of a document, made by a component that has no store and no secret: `http://paper.spin.internal`.
use crate::Desk;
use kit::{Failure, web::fetch::Ask};
use shared::{contract::ProblemKind, document::Document};

/// Where it is reached, by the components of this application alone.
const PAPER: &str = "http://paper.spin.internal/";
/// Of an answer, in bytes. The fonts are in it.
const MOST: usize = 8 << 20;

/// The pages of a document.
///
/// # Errors
/// [`ProblemKind::NoPages`] when they cannot be made now.
pub fn pages(desk: &Desk, document: &Document) -> Result<Vec<u8>, Failure> {
    let body = serde_json::to_string(document).map_err(|_| Failure::Internal("a document is not written as JSON"))?;
    let ask =
        Ask { url: PAPER.to_owned(), headers: vec![("content-type", "application/json".into())], body: Some(body) };
    let whole = |pdf: &Vec<u8>| pdf.starts_with(b"%PDF-") && pdf.len() <= MOST;
    match (desk.fetch)(ask).filter(|reply| reply.status == 200).map(|reply| reply.body).filter(whole) {
        Some(pdf) => Ok(pdf),
        None => {
            eprintln!("error: the component paper made no pages");
            Err(Failure::of(ProblemKind::NoPages, "Probeer het opnieuw. Wat vastligt, blijft zoals het is."))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;
    use kit::web::fetch::Reply;
    use shared::moment::Moment;
    use std::sync::{Arc, Mutex};

    fn document() -> Document {
        let [title, header, footer, closing] = ["T", "K", "V", "S"].map(str::to_owned);
        Document { title, header, footer, at: Moment::from_millis(0), parts: Vec::new(), closing }
    }

    fn made(reply: Option<(u16, Vec<u8>)>) -> (Result<Vec<u8>, Failure>, Vec<String>) {
        let asked = Arc::new(Mutex::new(Vec::new()));
        let heard = Arc::clone(&asked);
        let desk =
            testing::desk(testing::stores(), || Moment::from_millis(0), &[5]).with_fetch(Arc::new(move |ask: Ask| {
                heard.lock().unwrap().push(format!("{} {}", ask.url, ask.body.unwrap_or_default()));
                reply.clone().map(|(status, body)| Reply { status, body })
            }));
        let made = pages(&desk, &document());
        let asked = asked.lock().unwrap().clone();
        (made, asked)
    }

    #[test]
    fn the_document_goes_to_the_component_and_a_pdf_comes_back() {
        let (made, asked) = made(Some((200, b"%PDF-1.7".to_vec())));
        assert_eq!(made.unwrap(), b"%PDF-1.7");
        assert_eq!(asked, [format!("{PAPER} {}", serde_json::to_string(&document()).unwrap())]);
    }

    #[test]
    fn anything_else_is_no_pdf() {
        let large = [&b"%PDF-"[..], &vec![0; MOST]].concat();
        for reply in [None, Some((500, b"%PDF-1.7".to_vec())), Some((200, b"<html>".to_vec())), Some((200, large))] {
            let failure = made(reply).0.unwrap_err();
            assert!(matches!(failure, Failure::Problem(ProblemKind::NoPages, ..)), "{failure:?}");
        }
    }
}
