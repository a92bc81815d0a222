use crate::choice::choice;

choice!(
    /// Who reads a message.
    Reader {
        /// Een aandachtsfunctionaris, of de achterwacht.
        Officer = "af",
        /// De melder.
        Reporter = "melder",
    }
);

impl Reader {
    /// The message, in full. It holds no content, number, name or count, whoever reads it over somebody's shoulder.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Officer => "Er is iets te doen in Meldroute",
            Self::Reporter => "Er is nieuws voor je in Meldroute",
        }
    }

    /// Where that is, below the address of the instance.
    #[must_use]
    pub fn page(self) -> &'static str {
        match self {
            Self::Officer => "",
            Self::Reporter => "/mijn-melding",
        }
    }
}
