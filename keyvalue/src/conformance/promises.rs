//! Where stores differ, and what each of them promises.

/// What a swap that expects no value does when there is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CreatingSwap {
    /// It is refused: one of two creators wins.
    OneWins,
    /// It overwrites: two creators both succeed.
    Overwrites,
}

/// Whether a swap says what it did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SwapAnswer {
    /// It does.
    True,
    /// It always says that it lost. Who swaps values that differ from all others can see by reading.
    AlwaysLost,
}

/// What becomes of asking for many values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GetMany {
    /// Those that are there, in any order.
    Answered,
    /// It is an error as soon as one is there.
    Refused,
}

/// What becomes of adding to something that is no counter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrongCounter {
    /// An error, and nothing changes.
    Refused,
    /// An error, and from then on for everybody.
    EndsTheStore,
}

/// What becomes of a counter at the end of an `i64`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CounterEnd {
    /// An error, and nothing changes.
    Refused,
    /// It goes on from the other end.
    Wraps,
}

/// What stands there when a counter is read as a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CounterForm {
    /// 8 bytes, little-endian.
    Bytes,
    /// Decimal text.
    Text,
}

/// Whether keys and values that are too long for some store are refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limits {
    /// Before anything is written.
    Kept,
    /// They are stored.
    None,
}

/// What one store promises where stores differ. What is not here is promised by all: see [`super::RULES`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Promises {
    /// A swap that creates.
    pub creating_swap: CreatingSwap,
    /// What a swap says.
    pub swap_answer: SwapAnswer,
    /// Many values at once.
    pub get_many: GetMany,
    /// Adding to what is no counter.
    pub wrong_counter: WrongCounter,
    /// A counter at its end.
    pub counter_end: CounterEnd,
    /// A counter as a value.
    pub counter_form: CounterForm,
    /// Long keys and values.
    pub limits: Limits,
}

impl Promises {
    /// Our own stores.
    pub const OURS: Self = Self {
        creating_swap: CreatingSwap::OneWins,
        swap_answer: SwapAnswer::True,
        get_many: GetMany::Answered,
        wrong_counter: WrongCounter::Refused,
        counter_end: CounterEnd::Refused,
        counter_form: CounterForm::Bytes,
        limits: Limits::Kept,
    };
    /// Spin's over SQLite.
    pub const SPIN_SQLITE: Self = Self {
        creating_swap: CreatingSwap::Overwrites,
        wrong_counter: WrongCounter::EndsTheStore,
        counter_end: CounterEnd::Wraps,
        limits: Limits::None,
        ..Self::OURS
    };
    /// Spin's over Redis.
    pub const SPIN_REDIS: Self = Self {
        swap_answer: SwapAnswer::AlwaysLost,
        get_many: GetMany::Refused,
        counter_form: CounterForm::Text,
        limits: Limits::None,
        ..Self::OURS
    };
}
