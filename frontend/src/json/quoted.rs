/// A text between quotation marks.
pub(super) fn quoted(to: &mut String, text: &str) {
    to.push('"');
    for sign in text.chars() {
        match sign {
            '"' | '\\' => to.extend(['\\', sign]),
            '\n' => to.push_str("\\n"),
            '\0'..' ' => {
                to.push_str("\\u00");
                to.extend([16, 1].map(|place| char::from_digit(u32::from(sign) / place % 16, 16).unwrap_or('0')));
            }
            _other => to.push(sign),
        }
    }
    to.push('"');
}
