//! The signs of a JSON text, one after the other (RFC 8259).
use super::Wrong;
use std::borrow::Cow;

/// How deep arrays and objects may lie in each other, so that no text ends the page for lack of stack.
const DEEPEST: u8 = 128;

/// A text, and how far it was read.
pub(super) struct Lexer<'a> {
    text: &'a str,
    at: usize,
    depth: u8,
}

/// A whole number.
pub(super) enum Number {
    /// Below zero.
    Below(i64),
    /// Zero or more.
    Above(u64),
}

impl<'a> Lexer<'a> {
    /// At the beginning.
    pub fn of(text: &'a str) -> Self {
        Self { text, at: 0, depth: 0 }
    }

    /// The next sign that is no space, without taking it; 0 at the end.
    pub fn peek(&mut self) -> u8 {
        while matches!(self.here(), b' ' | b'\n' | b'\r' | b'\t') {
            self.at += 1;
        }
        self.here()
    }

    fn here(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or_default()
    }

    /// Takes this sign if it is the next one.
    pub fn takes(&mut self, sign: u8) -> bool {
        let there = self.peek() == sign;
        self.at += usize::from(there);
        there
    }

    /// This sign comes next.
    pub fn sign(&mut self, sign: u8) -> Result<(), Wrong> {
        if self.takes(sign) { Ok(()) } else { Err(Wrong) }
    }

    /// An array or object begins.
    pub fn open(&mut self, sign: u8) -> Result<(), Wrong> {
        self.sign(sign)?;
        self.depth += 1;
        if self.depth < DEEPEST { Ok(()) } else { Err(Wrong) }
    }

    /// An array or object ends.
    pub fn close(&mut self, sign: u8) -> Result<(), Wrong> {
        self.depth -= 1;
        self.sign(sign)
    }

    /// Whether another element comes, in what ends with this sign.
    pub fn more(&mut self, first: &mut bool, end: u8) -> Result<bool, Wrong> {
        let more = self.peek() != end;
        if more && !std::mem::take(first) {
            self.sign(b',')?;
        }
        Ok(more)
    }

    /// Nothing but spaces comes any more.
    pub fn end(&mut self) -> Result<(), Wrong> {
        self.peek();
        if self.at == self.text.len() { Ok(()) } else { Err(Wrong) }
    }

    /// This word comes next.
    pub fn word(&mut self, word: &str) -> Result<(), Wrong> {
        self.peek();
        if !self.text.as_bytes()[self.at..].starts_with(word.as_bytes()) {
            return Err(Wrong);
        }
        self.at += word.len();
        Ok(())
    }

    /// `true` or `false`.
    pub fn boolean(&mut self) -> Result<bool, Wrong> {
        let yes = self.peek() == b't';
        self.word(if yes { "true" } else { "false" })?;
        Ok(yes)
    }

    /// A whole number.
    pub fn number(&mut self) -> Result<Number, Wrong> {
        let below = self.takes(b'-');
        let begin = self.at;
        let mut number = 0_u64;
        while self.here().is_ascii_digit() {
            let digit = u64::from(self.here() - b'0');
            number = number.checked_mul(10).and_then(|number| number.checked_add(digit)).ok_or(Wrong)?;
            self.at += 1;
        }
        let digits = &self.text.as_bytes()[begin..self.at];
        let whole = !matches!(self.here(), b'.' | b'e' | b'E');
        if digits.is_empty() || (digits.len() > 1 && digits[0] == b'0') || !whole {
            return Err(Wrong);
        }
        match (below, number) {
            (false, _) | (true, 0) => Ok(Number::Above(number)),
            (true, _) => 0_i64.checked_sub_unsigned(number).map(Number::Below).ok_or(Wrong),
        }
    }

    /// A text between quotation marks; a piece of the whole where nothing in it is written in another way.
    pub fn string(&mut self) -> Result<Cow<'a, str>, Wrong> {
        self.sign(b'"')?;
        let text = self.text;
        let mut read = String::new();
        let mut begin = self.at;
        loop {
            let sign = self.here();
            if sign < 0x20 {
                return Err(Wrong);
            }
            let end = self.at;
            self.at += 1;
            // both are ASCII: a piece never ends inside a character
            match sign {
                b'"' if read.is_empty() => return Ok(Cow::Borrowed(&text[begin..end])),
                b'"' => return Ok(Cow::Owned(read + &text[begin..end])),
                b'\\' => {
                    read.push_str(&text[begin..end]);
                    read.push(self.escaped()?);
                    begin = self.at;
                }
                _other => {}
            }
        }
    }

    fn escaped(&mut self) -> Result<char, Wrong> {
        let sign = self.here();
        // anything but ASCII is wrong here, and is not taken
        self.at += usize::from(sign.is_ascii());
        Ok(match sign {
            b'"' | b'\\' | b'/' => char::from(sign),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.unicode(),
            _other => return Err(Wrong),
        })
    }

    /// `\u` and four digits; twice, for a character outside the first 65,536.
    fn unicode(&mut self) -> Result<char, Wrong> {
        let first = self.four()?;
        if !(0xd800..0xdc00).contains(&first) {
            return char::from_u32(first).ok_or(Wrong);
        }
        if self.here() != b'\\' || self.text.as_bytes().get(self.at + 1) != Some(&b'u') {
            return Err(Wrong);
        }
        self.at += 2;
        let second = self.four()?;
        if !(0xdc00..0xe000).contains(&second) {
            return Err(Wrong);
        }
        char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00)).ok_or(Wrong)
    }

    fn four(&mut self) -> Result<u32, Wrong> {
        let mut number = 0;
        for _digit in 0..4 {
            let digit = char::from(self.here()).to_digit(16).ok_or(Wrong)?;
            number = number * 16 + digit;
            self.at += 1;
        }
        Ok(number)
    }
}
