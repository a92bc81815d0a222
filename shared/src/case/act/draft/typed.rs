//! How one value is typed, and how it is read from that.
use crate::{
    answer::{Known, YesNo},
    case::{
        ActKind,
        notes::{
            AgeGroup, Assessment, EarlyReason, KmtKind, KmtQuestion, Means, MeldcodePart, NoContactReason, PersonRole,
            PlaceKind, ReferralTarget, Roles, Ruling, SafetyFact, TypedNumber, Way,
            rights::{AtRequestOf, Ground, Part as CasePart, Right, Told, Verdict},
        },
    },
    id::{AccountId, FunctionId},
    indicators::ExploitationForm,
    moment::{Day, Moment, read_day},
    report::{FindingCode, Subject},
    text::{Line, Prose, TextError},
};

/// A value of a note, as one field of a draft holds it.
pub trait Typed: Sized {
    /// The typed form: a text, or a choice that may not have been made yet.
    type Raw: Clone + Default;
    /// The most characters, where that is a matter.
    const MAX: Option<usize> = None;

    /// Reads what was typed.
    ///
    /// # Errors
    /// The finding for this field.
    fn read(raw: &Self::Raw) -> Result<Self, FindingCode>;

    /// The value as somebody would type it.
    fn raw(&self) -> Self::Raw;

    /// What was typed, if it is words of one's own.
    #[must_use]
    fn words(_raw: &Self::Raw) -> Option<&str> {
        None
    }
}

macro_rules! typed_text {
    ($($text:ident),+) => { $(
        impl Typed for $text {
            type Raw = String;
            const MAX: Option<usize> = Some($text::MAX);
            fn read(raw: &String) -> Result<Self, FindingCode> {
                Ok(Self::parse(raw)?)
            }
            fn raw(&self) -> String {
                self.as_str().to_owned()
            }
            fn words(raw: &String) -> Option<&str> {
                Some(raw)
            }
        }

        impl Typed for Option<$text> {
            type Raw = Option<String>;
            const MAX: Option<usize> = Some($text::MAX);
            fn read(raw: &Option<String>) -> Result<Self, FindingCode> {
                match $text::parse(raw.as_deref().unwrap_or_default()) {
                    Ok(text) => Ok(Some(text)),
                    Err(TextError::Empty) => Ok(None),
                    Err(error @ (TextError::TooLong | TextError::BadCharacter | TextError::BadShape)) => {
                        Err(error.into())
                    }
                }
            }
            fn raw(&self) -> Option<String> {
                self.as_ref().map(Typed::raw)
            }
            fn words(raw: &Option<String>) -> Option<&str> {
                raw.as_deref()
            }
        }
    )+ };
}
typed_text!(Line, Prose);

macro_rules! typed_choice {
    ($($choice:ty),+ $(,)?) => { $(
        impl Typed for $choice {
            type Raw = Option<$choice>;
            fn read(raw: &Option<$choice>) -> Result<Self, FindingCode> {
                (*raw).ok_or(FindingCode::Required)
            }
            fn raw(&self) -> Option<$choice> {
                Some(*self)
            }
        }
    )+ };
}
typed_choice!(
    AgeGroup,
    Assessment,
    AtRequestOf,
    CasePart,
    EarlyReason,
    Ground,
    Known,
    KmtKind,
    Means,
    MeldcodePart,
    NoContactReason,
    ReferralTarget,
    Right,
    Subject,
    SafetyFact,
    Told,
    Verdict,
    YesNo,
    // the place of something in a list, counted from 0
    usize,
);

/// A choice that may be left open.
macro_rules! typed_open_choice {
    ($($choice:ty),+ $(,)?) => { $(
        impl Typed for Option<$choice> {
            type Raw = Self;
            fn read(raw: &Self) -> Result<Self, FindingCode> {
                Ok(*raw)
            }
            fn raw(&self) -> Self {
                *self
            }
        }
    )+ };
}
typed_open_choice!(PlaceKind, Way, ActKind, YesNo, usize, u64);

impl Typed for Roles {
    type Raw = Self;
    fn read(raw: &Self) -> Result<Self, FindingCode> {
        let all = raw.all();
        match all {
            [] => Err(FindingCode::Required),
            _ if all.iter().enumerate().any(|(at, one)| all.iter().take(at).any(|two| one == two)) => {
                Err(FindingCode::Duplicate)
            }
            [_, ..] if all.len() > 1 && all.contains(&PersonRole::Unknown) => Err(FindingCode::Contradiction),
            [_, ..] => Ok(raw.clone()),
        }
    }
    fn raw(&self) -> Self {
        self.clone()
    }
}

/// Some of those that can be chosen: each once, and no more than can be.
macro_rules! typed_several {
    ($($choice:ty, at most $most:expr);+ $(;)?) => { $(
        impl Typed for Vec<$choice> {
            type Raw = Self;
            fn read(raw: &Self) -> Result<Self, FindingCode> {
                if raw.len() > $most {
                    return Err(FindingCode::TooMany);
                }
                let twice = raw.iter().enumerate().any(|(at, one)| raw.iter().take(at).any(|two| one == two));
                if twice { Err(FindingCode::Duplicate) } else { Ok(raw.clone()) }
            }
            fn raw(&self) -> Self {
                self.clone()
            }
        }
    )+ };
}
typed_several!(
    AccountId, at most Ruling::MOST_PEOPLE;
    FunctionId, at most Ruling::MOST_PEOPLE;
    ExploitationForm, at most KmtQuestion::MOST_CHOICES;
    AgeGroup, at most KmtQuestion::MOST_CHOICES;
    String, at most KmtQuestion::MOST_CHOICES;
);

/// A missing value is reported as missing; a value that is present must have the right form.
fn shaped<T, E>(raw: &str, parse: impl FnOnce(&str) -> Result<T, E>) -> Result<T, FindingCode> {
    match raw.trim() {
        "" => Err(FindingCode::Required),
        typed => parse(typed).map_err(|_| FindingCode::BadShape),
    }
}

impl Typed for Day {
    type Raw = String;
    fn read(raw: &String) -> Result<Self, FindingCode> {
        shaped(raw, |typed| read_day(typed).ok_or(()))
    }
    fn raw(&self) -> String {
        self.to_string()
    }
}

impl Typed for Option<Day> {
    type Raw = Option<String>;
    fn read(raw: &Option<String>) -> Result<Self, FindingCode> {
        let typed = raw.as_ref().filter(|raw| !raw.trim().is_empty());
        typed.map(Day::read).transpose()
    }
    fn raw(&self) -> Option<String> {
        self.map(|day| day.to_string())
    }
}

impl Typed for AccountId {
    type Raw = String;
    fn read(raw: &String) -> Result<Self, FindingCode> {
        shaped(raw, AccountId::parse)
    }
    fn raw(&self) -> String {
        self.to_string()
    }
}

impl Typed for Option<AccountId> {
    type Raw = Option<String>;
    fn read(raw: &Option<String>) -> Result<Self, FindingCode> {
        let typed = raw.as_ref().filter(|raw| !raw.trim().is_empty());
        typed.map(AccountId::read).transpose()
    }
    fn raw(&self) -> Option<String> {
        self.as_ref().map(ToString::to_string)
    }
}

impl Typed for TypedNumber {
    type Raw = String;
    fn read(raw: &String) -> Result<Self, FindingCode> {
        shaped(raw, TypedNumber::parse)
    }
    fn raw(&self) -> String {
        (*self).into()
    }
}

/// When something happened: RFC 3339, the form on the wire, or Dutch local time, the form of an input field
/// (`2026-04-30T14:05`).
impl Typed for Option<Moment> {
    type Raw = Option<String>;
    fn read(raw: &Option<String>) -> Result<Self, FindingCode> {
        let typed = raw.as_ref().filter(|raw| !raw.trim().is_empty());
        let read = |raw: &String| Moment::try_from(raw.clone()).ok().or_else(|| Moment::from_clock(raw));
        typed.map(|raw| read(raw).ok_or(FindingCode::BadShape)).transpose()
    }
    fn raw(&self) -> Option<String> {
        self.map(|moment| moment.to_string())
    }
}
