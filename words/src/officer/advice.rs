/// Writes the advice for the fields of drafts down, one row for each.
macro_rules! asks {
    ($($field:ident { $($variant:ident = $text:expr),+ $(,)? })+) => {
        $(impl Asks for $field {
            fn ask(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }
        })+
    };
}
pub(super) use asks;
