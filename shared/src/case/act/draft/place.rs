//! The place of a value in a draft: for findings, for forms that read and write it, and in a JSON document.

/// A field of a draft.
pub trait DraftField: Copy + Ord + std::fmt::Debug + Send + Sync + 'static {
    /// Its JSON pointer (RFC 6901) in the draft: `/vraag`, `/personen/2/rol`.
    #[must_use]
    fn pointer(self) -> String;

    /// The field that a pointer names, or that contains it.
    #[must_use]
    fn at(pointer: &str) -> Option<Self>;

    /// The most characters, or the most items of a list, where that is a matter.
    #[must_use]
    fn most(self) -> Option<usize>;

    /// Which one of several it belongs to, counted from 0.
    #[must_use]
    fn item(self) -> Option<usize>;

    /// Every field; of a list the list itself and the fields of its first item.
    #[must_use]
    fn all() -> Vec<Self>;
}

/// A place in a list of drafts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Within<F> {
    /// The list as a whole.
    List,
    /// A field of one of them, counted from 0.
    Item(usize, F),
}

impl<F: DraftField> DraftField for Within<F> {
    fn pointer(self) -> String {
        match self {
            Self::List => String::new(),
            Self::Item(at, field) => format!("/{at}{}", field.pointer()),
        }
    }

    fn at(pointer: &str) -> Option<Self> {
        let Some((at, rest)) = pointer.strip_prefix('/').and_then(|path| path.split_once('/')) else {
            return Some(Self::List);
        };
        Some(Self::Item(at.parse().ok()?, F::at(&format!("/{rest}"))?))
    }

    fn most(self) -> Option<usize> {
        match self {
            Self::List => None,
            Self::Item(_, field) => field.most(),
        }
    }

    fn item(self) -> Option<usize> {
        match self {
            Self::List => None,
            Self::Item(at, _) => Some(at),
        }
    }

    fn all() -> Vec<Self> {
        let fields = F::all().into_iter().map(|field| Self::Item(0, field));
        std::iter::once(Self::List).chain(fields).collect()
    }
}

/// The rest of the pointer, if it names `place` or something inside it.
pub(crate) fn lies_in<'a>(pointer: &'a str, place: &str) -> Option<&'a str> {
    pointer.strip_prefix(place).filter(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// One field of a draft `D` with the value `V`: which field it is, and where its value is.
pub struct Part<D, V, F> {
    /// The field.
    pub field: F,
    /// Its value.
    pub get: fn(&D) -> &V,
    /// Its value, to change.
    pub get_mut: fn(&mut D) -> &mut V,
}

impl<D, V, F: Copy> Clone for Part<D, V, F> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<D, V, F: Copy> Copy for Part<D, V, F> {}

/// A part `V` of a draft `D` that has fields `P` of its own.
pub struct Inner<D, V, F, P> {
    /// Which field of the whole one of its fields is.
    pub up: fn(P) -> F,
    /// Which of its fields a field of the whole is.
    pub down: fn(F) -> Option<P>,
    /// Its value.
    pub get: fn(&D) -> &V,
    /// Its value, to change.
    pub get_mut: fn(&mut D) -> &mut V,
}

impl<D, V, F, P> Clone for Inner<D, V, F, P> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<D, V, F, P> Copy for Inner<D, V, F, P> {}
