//! Compresses answers made at run time; the bundle's files are compressed already.
use axum::response::{IntoResponse, Response};
use flate2::{Compression, write::GzEncoder};
use http::{HeaderMap, HeaderValue, header};
use std::io::Write;

/// Whether a request accepts this encoding.
pub fn accepts(headers: &HeaderMap, name: &str) -> bool {
    let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    accepted.split(',').any(|part| part.split(';').next().unwrap_or_default().trim() == name)
}

/// An answer of this kind, compressed if the request accepts that.
pub fn made(request: &HeaderMap, kind: &'static str, bytes: Vec<u8>) -> Response {
    let small = if accepts(request, "gzip") { gzip(&bytes) } else { None };
    let encoded = small.is_some();
    let mut response = small.unwrap_or(bytes).into_response();
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

    #[test]
    fn only_clients_that_accept_gzip_get_it() {
        let mut wants = HeaderMap::new();
        let body = || vec![b'a'; 400];
        assert!(!made(&wants, "text/css", body()).headers().contains_key(header::CONTENT_ENCODING));
        wants.insert(header::ACCEPT_ENCODING, HeaderValue::from_static("br, gzip;q=0.8"));
        assert_eq!(made(&wants, "text/css", body()).headers()[header::CONTENT_ENCODING], "gzip");
    }
}
