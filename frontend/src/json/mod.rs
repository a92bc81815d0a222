//! JSON, light: what the pages read and write of it needs no messages about what is wrong where, and no fractions. A
//! general reader has both, and was ten of the kilobytes that a melder's phone has to load.
//!
//! It reads what `serde_json` reads, with less: no number with a fraction or an exponent, a struct only from an object.
mod lexer;
mod quoted;
mod read;
#[cfg(test)]
mod tests;
mod write;
mod wrong;

use serde::{Serialize, de::DeserializeOwned};
pub use wrong::Wrong;

/// Reads a value from a JSON text.
///
/// # Errors
/// When it is no JSON, or JSON of something else.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, Wrong> {
    let mut lexer = lexer::Lexer::of(text);
    let value = T::deserialize(&mut lexer)?;
    lexer.end()?;
    Ok(value)
}

/// A value as JSON text.
///
/// # Errors
/// When it is something that JSON has no place for: an object whose keys are no texts, or a fraction.
pub fn write<T: Serialize + ?Sized>(value: &T) -> Result<String, Wrong> {
    let mut text = String::new();
    value.serialize(write::Writer::of(&mut text))?;
    Ok(text)
}
