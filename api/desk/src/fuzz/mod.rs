//! Every parser of input from outside in `shared` and `desk`, with almost valid input.
mod bodies;
mod headers;
mod stored;

use fuzz::{Form, Target};

/// A text target: input that is not UTF-8 never reaches its parser.
fn text(name: &str, seeds: &[String], parse: impl Fn(&str) -> bool) {
    let target = Target::new(name, Form::Bytes, seeds.iter().map(String::as_str));
    target.run(|input| std::str::from_utf8(input).is_ok_and(&parse));
}
