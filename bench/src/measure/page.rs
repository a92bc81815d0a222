//! The files that a page refers to, and that a browser loads because of it.

/// Addresses on the same site that the browser loads for this page: of `link`, `script` and `img`, in order, once each.
pub fn references(html: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for tag in html.split('<').skip(1).filter_map(|rest| rest.split('>').next()) {
        let attribute = match tag.split_whitespace().next() {
            Some("link") => "href=",
            Some("script" | "img") => "src=",
            Some(_) | None => continue,
        };
        let address = tag.split_whitespace().find_map(|word| word.strip_prefix(attribute));
        let address = address.map(|value| value.trim_matches(['"', '\'', '/', ' ']));
        if let Some(address) = address.filter(|address| !address.is_empty() && !address.contains(':')) {
            let address = format!("/{address}");
            if !found.contains(&address) {
                found.push(address);
            }
        }
    }
    found
}

/// Whether a module still has its names: only `bundle --fast` leaves them in.
pub fn has_names(wasm: &[u8]) -> bool {
    let mut rest = wasm.get(8..).unwrap_or_default();
    while let Some((&kind, after)) = rest.split_first() {
        let Some((size, body)) = number(after) else { return false };
        let Some((section, next)) = body.split_at_checked(size) else { return false };
        if kind == 0 && number(section).is_some_and(|(length, name)| name.get(..length) == Some(b"name")) {
            return true;
        }
        rest = next;
    }
    false
}

/// An unsigned LEB128 number and what follows it.
fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut value = 0;
    for (at, byte) in bytes.iter().enumerate().take(5) {
        value |= usize::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            return Some((value, &bytes[at + 1..]));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loaded_files_are_found_and_links_are_not() {
        let html = r#"<link rel="stylesheet" href="/assets/a.css"><link href='/assets/a.css'><script src="/b.js"></script>
            <script type="module" src="/assets/c.js"></script><a href="/melden">x</a><img src="/d.svg" alt="">
            <link rel="author" href="https://voorbeeld.example/"><br>"#;
        assert_eq!(references(html), ["/assets/a.css", "/b.js", "/assets/c.js", "/d.svg"]);
    }

    #[test]
    fn names_in_a_module_are_found() {
        let head = b"\0asm\x01\0\0\0";
        let module = |sections: &[u8]| [&head[..], sections].concat();
        assert!(!has_names(&module(b"")));
        assert!(!has_names(&module(b"\x01\x02ab\x00\x05\x03abcd")));
        assert!(has_names(&module(b"\x01\x02ab\x00\x06\x04namex")));
        assert!(!has_names(&module(b"\x00\xff")));
    }
}
