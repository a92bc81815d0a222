use std::hash::{BuildHasher, Hasher, RandomState};

/// Choices that can be repeated: xorshift from a seed.
pub struct Luck(u64);

impl Luck {
    /// From `MELDROUTE_SEED`, or a new seed every time, which is printed so that a failure can be repeated.
    #[must_use]
    pub fn new(what: &str) -> Self {
        let given = std::env::var("MELDROUTE_SEED").ok().and_then(|seed| seed.parse().ok());
        let seed = given.unwrap_or_else(|| RandomState::new().build_hasher().finish() >> 16);
        println!("{what}: MELDROUTE_SEED={seed}");
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number from `from` up to, not including, `to`.
    pub fn between(&mut self, from: u64, to: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        from + (self.0 >> 11) % (to - from)
    }
}

/// A secret as a client makes it: 32 hex digits, always a new one.
#[must_use]
pub fn fresh_key() -> String {
    let half = || RandomState::new().build_hasher().finish();
    format!("{:016x}{:016x}", half(), half())
}
