//! What one row of the table of kinds makes: the kind, and the function or constant that gives its cells.

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident $byte:literal $area:ident $name:literal $layout:ident$(($length:literal))? $make:ident $word:literal;)+) => {
        /// A kind of stored value, with the byte that a sealed one is bound to.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum Kind {
            $($(#[$doc])* $kind = $byte,)+
        }

        impl Kind {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$kind),+];

            /// The start of its keys.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$kind => $name,)+
                }
            }

            /// Its name in the log: safe there, unlike the key.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$kind => $word,)+
                }
            }

            /// The rest of its keys.
            #[must_use]
            pub const fn layout(self) -> Layout {
                match self {
                    $(Self::$kind => Layout::$layout$(($length))?,)+
                }
            }

            /// Which store it is in.
            #[must_use]
            pub const fn store(self) -> StoreName {
                match self {
                    $(Self::$kind => <$area as Area>::STORE,)+
                }
            }

            /// How it is sealed.
            #[must_use]
            pub const fn sealing(self) -> Sealing {
                match self {
                    $(Self::$kind => <$area as Area>::SEALING,)+
                }
            }
        }

        $(kinds!(@$layout [$(#[$doc])*] $kind $area $name $make);)+
    };
    (@Alone [$($doc:tt)*] $kind:ident $area:ident $name:literal $make:ident) => {
        $($doc)*
        #[must_use]
        pub const fn $make<T>() -> Cell<$area, T> {
            Cell::new(Kind::$kind, Cow::Borrowed($name))
        }
    };
    (@Counter [$($doc:tt)*] $kind:ident $area:ident $name:literal $make:ident) => {
        $($doc)*
        pub const $make: Cell<$area, super::Count> = Cell::new(Kind::$kind, Cow::Borrowed($name));
    };
    (@Number [$($doc:tt)*] $kind:ident $area:ident $name:literal $make:ident) => {
        $($doc)*
        #[must_use]
        pub fn $make<T>(number: impl Into<i64>) -> Cell<$area, T> {
            Cell::new(Kind::$kind, Cow::Owned(format!("{}:{}", $name, number.into())))
        }
    };
    (@Case [$($doc:tt)*] $kind:ident $area:ident $name:literal $make:ident) => {
        $($doc)*
        #[must_use]
        pub fn $make<T>(id: &CaseId) -> Cell<$area, T> {
            Cell::new(Kind::$kind, Cow::Owned(format!("{}:{id}", $name)))
        }
    };
    (@Hex [$($doc:tt)*] $kind:ident $area:ident $name:literal $make:ident) => {
        $($doc)*
        #[must_use]
        pub fn $make<T>(hex: &str) -> Cell<$area, T> {
            Cell::new(Kind::$kind, Cow::Owned(format!("{}:{hex}", $name)))
        }
    };
    (@Tally [$($doc:tt)*] $kind:ident $area:ident $name:literal $make:ident) => {
        $($doc)*
        #[must_use]
        pub fn $make(hex: &str) -> Cell<$area, super::Count> {
            Cell::new(Kind::$kind, Cow::Owned(format!("{}:{hex}", $name)))
        }
    };
}
pub(super) use kinds;
