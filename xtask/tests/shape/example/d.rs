//! Used by all and using nobody, but for its tests.

pub struct PassedOn;

#[cfg(test)]
mod tests {
    use crate::a::A;

    fn not_counted(_: A) {}
}
