use http::{HeaderMap, HeaderValue, header};
use kit::web::headers;

/// The content security policy: only our own scripts, styles, pictures and API, without exception.
const CSP: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
     font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; \
     form-action 'self'; frame-ancestors 'none'";

/// Adds the security headers to every answer of this component.
pub fn secure(all: &mut HeaderMap, https: bool) {
    headers::secure(all, CSP, https);
    all.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-cache"));
}
