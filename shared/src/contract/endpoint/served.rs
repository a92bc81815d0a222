//! The endpoints of each component, sorted by the column of the table.

/// Takes `component name;` of every row, and sorts the names into three lists.
macro_rules! served {
    ([$($intake:ident)*] [$($review:ident)*] [$($site:ident)*] Intake $name:ident; $($rest:tt)*) => {
        served!([$($intake)* $name] [$($review)*] [$($site)*] $($rest)*);
    };
    ([$($intake:ident)*] [$($review:ident)*] [$($site:ident)*] Review $name:ident; $($rest:tt)*) => {
        served!([$($intake)*] [$($review)* $name] [$($site)*] $($rest)*);
    };
    ([$($intake:ident)*] [$($review:ident)*] [$($site:ident)*] Site $name:ident; $($rest:tt)*) => {
        served!([$($intake)*] [$($review)*] [$($site)* $name] $($rest)*);
    };
    ([$($intake:ident)*] [$($review:ident)*] [$($site:ident)*]) => {
        served!(@one IntakeEndpoint "The endpoints of `intake`." $($intake)*);
        served!(@one ReviewEndpoint "The endpoints of `review`." $($review)*);
        served!(@one SiteEndpoint "The endpoints of `site`." $($site)*);

        /// An endpoint, under the component that serves it. So a component matches over its own endpoints only.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Served {
            /// By `intake`.
            Intake(IntakeEndpoint),
            /// By `review`.
            Review(ReviewEndpoint),
            /// By `site`.
            Site(SiteEndpoint),
        }

        impl Endpoint {
            /// The same, under the component that serves it.
            #[must_use]
            pub fn served(self) -> Served {
                match self {
                    $(Self::$intake => Served::Intake(IntakeEndpoint::$intake),)*
                    $(Self::$review => Served::Review(ReviewEndpoint::$review),)*
                    $(Self::$site => Served::Site(SiteEndpoint::$site),)*
                }
            }
        }
    };
    (@one $enum:ident $doc:literal $($name:ident)*) => {
        #[doc = $doc]
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $enum {
            $(
                #[doc = concat!("[`Endpoint::", stringify!($name), "`].")]
                $name,
            )*
        }
    };
}
