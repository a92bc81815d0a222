//! The form of a draft, one row per field.

/// Writes down a draft (`$draft`) of a note (`$note`), its fields (`$place`), and how each is read. A row says the name
/// in the note, the type there, the name of the field, and the name on the wire: the one the note has. Parts that have
/// fields of their own are listed under `first` or `last`, where the form asks for them.
macro_rules! draft {
    (
        $(#[$doc:meta])* $draft:ident, $place:ident of $note:ident
        $(first { $($(#[$bdoc:meta])* $bname:ident: $btype:ty = $bfield:ident($bplace:ty) $bwire:literal),+ $(,)? })?
        fields { $($(#[$fdoc:meta])* $name:ident: $type:ty = $field:ident $wire:literal),* $(,)? }
        $(last { $($(#[$adoc:meta])* $aname:ident: $atype:ty = $afield:ident($aplace:ty) $awire:literal),+ $(,)? })?
    ) => {
        $(#[$doc])*
        #[derive(Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields, default)]
        pub struct $draft {
            $($($(#[$bdoc])* #[serde(rename = $bwire)] pub $bname: $btype,)+)?
            $($(#[$fdoc])* #[serde(rename = $wire)] pub $name: <$type as $crate::case::act::draft::Typed>::Raw,)*
            $($($(#[$adoc])* #[serde(rename = $awire)] pub $aname: $atype,)+)?
        }

        impl std::fmt::Debug for $draft {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($draft), "(…)"))
            }
        }

        #[doc = concat!("A field of [`", stringify!($draft), "`].")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $place {
            $($($(#[$bdoc])* $bfield($bplace),)+)?
            $($(#[$fdoc])* $field,)*
            $($($(#[$adoc])* $afield($aplace),)+)?
        }

        impl $crate::case::act::draft::DraftField for $place {
            fn pointer(self) -> String {
                match self {
                    $($(Self::$bfield(place) => format!(concat!("/", $bwire, "{}"), place.pointer()),)+)?
                    $(Self::$field => concat!("/", $wire).into(),)*
                    $($(Self::$afield(place) => format!(concat!("/", $awire, "{}"), place.pointer()),)+)?
                }
            }

            fn at(pointer: &str) -> Option<Self> {
                use $crate::case::act::draft::place::lies_in;
                $($(if let Some(rest) = lies_in(pointer, concat!("/", $bwire)) {
                    return <$bplace>::at(rest).map(Self::$bfield);
                })+)?
                $(if lies_in(pointer, concat!("/", $wire)).is_some() {
                    return Some(Self::$field);
                })*
                $($(if let Some(rest) = lies_in(pointer, concat!("/", $awire)) {
                    return <$aplace>::at(rest).map(Self::$afield);
                })+)?
                None
            }

            fn most(self) -> Option<usize> {
                use $crate::case::act::draft::Typed;
                match self {
                    $($(Self::$bfield(place) => place.most().or(<$btype as $crate::case::act::draft::Fields>::MOST),)+)?
                    $(Self::$field => <$type as Typed>::MAX,)*
                    $($(Self::$afield(place) => place.most().or(<$atype as $crate::case::act::draft::Fields>::MOST),)+)?
                }
            }

            fn item(self) -> Option<usize> {
                match self {
                    $($(Self::$bfield(place) => place.item(),)+)?
                    $(Self::$field => None,)*
                    $($(Self::$afield(place) => place.item(),)+)?
                }
            }

            fn all() -> Vec<Self> {
                let mut all = Vec::new();
                $($(all.extend(<$bplace>::all().into_iter().map(Self::$bfield));)+)?
                all.extend([$(Self::$field),*]);
                $($(all.extend(<$aplace>::all().into_iter().map(Self::$afield));)+)?
                all
            }
        }

        impl $draft {
            $($(
                #[doc = concat!("Where `", stringify!($bname), "` is in it.")]
                #[must_use]
                pub fn $bname() -> $crate::case::act::draft::Inner<Self, $btype, $place, $bplace> {
                    $crate::case::act::draft::Inner {
                        up: $place::$bfield,
                        down: |field| if let $place::$bfield(place) = field { Some(place) } else { None },
                        get: |draft| &draft.$bname,
                        get_mut: |draft| &mut draft.$bname,
                    }
                }
            )+)?
            $(
                #[doc = concat!("Where `", stringify!($name), "` is in it.")]
                #[must_use]
                pub fn $name() -> $crate::case::act::draft::Part<
                    Self, <$type as $crate::case::act::draft::Typed>::Raw, $place,
                > {
                    $crate::case::act::draft::Part {
                        field: $place::$field,
                        get: |draft| &draft.$name,
                        get_mut: |draft| &mut draft.$name,
                    }
                }
            )*
            $($(
                #[doc = concat!("Where `", stringify!($aname), "` is in it.")]
                #[must_use]
                pub fn $aname() -> $crate::case::act::draft::Inner<Self, $atype, $place, $aplace> {
                    $crate::case::act::draft::Inner {
                        up: $place::$afield,
                        down: |field| if let $place::$afield(place) = field { Some(place) } else { None },
                        get: |draft| &draft.$aname,
                        get_mut: |draft| &mut draft.$aname,
                    }
                }
            )+)?
        }

        impl From<&$note> for $draft {
            fn from(note: &$note) -> Self {
                use $crate::case::act::draft::Typed;
                Self {
                    $($($bname: $crate::case::act::draft::Fields::of(&note.$bname),)+)?
                    $($name: Typed::raw(&note.$name),)*
                    $($($aname: $crate::case::act::draft::Fields::of(&note.$aname),)+)?
                }
            }
        }

        impl $crate::case::act::draft::Drafted for $note {
            type Draft = $draft;
        }

        impl $crate::case::act::draft::Fields for $draft {
            type Field = $place;
            type Note = $note;

            fn of(note: &$note) -> Self {
                note.into()
            }

            fn read(
                &self,
                look: &mut $crate::report::Look<$place>,
                context: &$crate::case::act::draft::Context<'_>,
            ) -> Option<$note> {
                use $crate::case::act::draft::{Draft, Typed};
                let draft = self.clone().asked();
                $($(let $bname = look.inside($place::$bfield, |part| draft.$bname.read(part, context));)+)?
                $(let $name = <$type as Typed>::read(&draft.$name).map_err(|code| look.add($place::$field, code)).ok();)*
                $($(let $aname = look.inside($place::$afield, |part| draft.$aname.read(part, context));)+)?
                draft.rules(look, context);
                Some($note { $($($bname: $bname?,)+)? $($name: $name?,)* $($($aname: $aname?,)+)? })
            }

            fn warn(&self, look: &mut $crate::report::Look<$place>) {
                use $crate::case::act::draft::{Draft, Typed};
                let draft = self.clone().asked();
                $($(look.inside($place::$bfield, |part| draft.$bname.warn(part));)+)?
                $(if let Some(text) = <$type as Typed>::words(&draft.$name) {
                    look.warn_of_bsn($place::$field, text);
                })*
                $($(look.inside($place::$afield, |part| draft.$aname.warn(part));)+)?
            }
        }
    };
}
