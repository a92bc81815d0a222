//! A whole HTTP request from text, as a component gets it.
use http::Request;

/// Reads `METHOD PATH`, lines `name: value`, an empty line, the body. `None` for a request that no host would pass on.
#[must_use]
pub fn request(input: &[u8]) -> Option<Request<Vec<u8>>> {
    let end = input.windows(2).position(|two| two == b"\n\n").unwrap_or(input.len());
    let (head, body) = input.split_at_checked(end)?;
    let mut lines = head.split(|byte| *byte == b'\n');
    let mut first = lines.next()?.splitn(2, |byte| *byte == b' ');
    let (method, path) = (first.next()?, first.next()?);
    let mut builder = Request::builder().method(method).uri(path);
    for line in lines {
        let colon = line.iter().position(|byte| *byte == b':')?;
        let (name, value) = line.split_at_checked(colon)?;
        builder = builder.header(name, value.get(1..)?.trim_ascii());
    }
    builder.body(body.get(2..).unwrap_or_default().to_vec()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_becomes_a_request() {
        let made = request(b"POST /a?b=c\nx: y\nX: z\n\nbody\n\nmore").unwrap();
        assert_eq!((made.method().as_str(), made.uri().query()), ("POST", Some("b=c")));
        assert_eq!(made.headers().get_all("x").iter().collect::<Vec<_>>(), ["y", "z"]);
        assert_eq!(made.body(), b"body\n\nmore");
        for none in [&b""[..], b"GET", b"GET /\nx", b"G T /", b"GET / \nx y: z"] {
            assert!(request(none).is_none(), "{none:?}");
        }
    }
}
