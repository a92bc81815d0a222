//! Compresses answers made at run time; the bundle's files are compressed already.
use axum::response::{IntoResponse, Response};
use flate2::{Compression, write::GzEncoder};
use http::{HeaderMap, HeaderValue, header};
use std::io::Write;

/// Whether a request accepts this encoding: it names it, or everything that it does not name, and not with the weight
/// zero (RFC 9110 §12.5.3).
#[must_use]
pub fn accepts(headers: &HeaderMap, name: &str) -> bool {
    let lines = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    let members: Vec<(String, bool)> = lines.flat_map(|line| line.split(',')).map(member).collect();
    let of = |name: &str| members.iter().find(|(coding, _)| coding == name).map(|(_, wanted)| *wanted);
    of(name).or_else(|| of("*")).unwrap_or(false)
}

/// A coding in small letters, and whether it is wanted. A weight that is no number is no wish.
fn member(text: &str) -> (String, bool) {
    let mut parts = text.split(';').map(|part| part.trim().to_ascii_lowercase());
    let coding = parts.next().unwrap_or_default();
    let weight = parts.find_map(|part| part.strip_prefix("q=").map(str::to_owned));
    let wanted = weight.is_none_or(|weight| weight.parse::<f32>().is_ok_and(|weight| weight > 0.0));
    // an older name of the same (RFC 9110 §8.4.1.3)
    (if coding == "x-gzip" { "gzip".to_owned() } else { coding }, wanted)
}

/// An answer of this kind, compressed if the request accepts that.
#[must_use]
pub fn made(request: &HeaderMap, kind: &'static str, bytes: Vec<u8>) -> Response {
    match if accepts(request, "gzip") { gzip(&bytes) } else { None } {
        Some(small) => encoded(kind, small, true),
        None => encoded(kind, bytes, false),
    }
}

/// The same of bytes that were compressed at build time.
#[must_use]
pub fn ready(request: &HeaderMap, kind: &'static str, plain: &'static [u8], small: &'static [u8]) -> Response {
    if accepts(request, "gzip") { encoded(kind, small, true) } else { encoded(kind, plain, false) }
}

fn encoded(kind: &'static str, bytes: impl IntoResponse, encoded: bool) -> Response {
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if encoded {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    response
}

/// Smaller bytes, where they are smaller.
fn gzip(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::best());
    writer.write_all(bytes).ok()?;
    writer.finish().ok().filter(|small| small.len() < bytes.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn compression_keeps_the_content() {
        let text = "Eerst veilig. ".repeat(100);
        let small = gzip(text.as_bytes()).unwrap();
        let mut back = String::new();
        flate2::read::GzDecoder::new(small.as_slice()).read_to_string(&mut back).unwrap();
        assert!(back == text && small.len() * 3 < text.len());
        assert!(gzip(b"x").is_none());
    }

    fn asking(lines: &[&'static str]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append(header::ACCEPT_ENCODING, HeaderValue::from_static(line));
        }
        headers
    }

    /// RFC 9110 §12.5.3.
    #[test]
    fn a_request_says_what_it_accepts() {
        let table: [(&[&'static str], bool, bool); 15] = [
            (&[], false, false),
            (&[""], false, false),
            (&["gzip"], true, false),
            (&["gzip, br"], true, true),
            (&["gzip;q=0, identity"], false, false),
            (&["gzip; q=0.000"], false, false),
            (&["gzip;q=0.001"], true, false),
            (&["*"], true, true),
            (&["*;q=0"], false, false),
            (&["br;q=0, *"], true, false),
            (&["*;q=0, gzip"], true, false),
            (&["GZIP;Q=0.5"], true, false),
            (&["x-gzip"], true, false),
            (&["br", "gzip"], true, true),
            (&["gzip;q=nonsense"], false, false),
        ];
        for (lines, gzip, br) in table {
            let asked = asking(lines);
            assert_eq!((accepts(&asked, "gzip"), accepts(&asked, "br")), (gzip, br), "{lines:?}");
        }
    }

    #[test]
    fn only_clients_that_accept_gzip_get_it() {
        let mut wants = HeaderMap::new();
        let body = || vec![b'a'; 400];
        assert!(!made(&wants, "text/css", body()).headers().contains_key(header::CONTENT_ENCODING));
        wants.insert(header::ACCEPT_ENCODING, HeaderValue::from_static("br, gzip;q=0.8"));
        assert_eq!(made(&wants, "text/css", body()).headers()[header::CONTENT_ENCODING], "gzip");
    }
}
