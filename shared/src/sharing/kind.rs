use crate::choice::choice;

choice!(
    /// A kind of data in a case (soort gegevens).
    DataKind {
        /// Aard: the form of exploitation and the signals.
        Nature = "aard",
        /// Leeftijden in groepen.
        Ages = "leeftijden",
        /// Plek of bedrijf, with its vehicles.
        Place = "plek",
        /// De persoon: who is possibly a victim.
        PossibleVictim = "mogelijk-slachtoffer",
        /// De ander: who is possibly an offender, with their telephone numbers.
        PossibleOffender = "mogelijk-dader",
        /// Anderen: witnesses, and people whose role is not clear.
        Others = "anderen",
        /// Veiligheid: danger, children in the house, Veilig Thuis.
        Safety = "veiligheid",
        /// Zorg en gezondheid, and what makes somebody vulnerable.
        Care = "zorg",
        /// What the person wants.
        Wishes = "wens",
    }
);

impl DataKind {
    /// Whether it points at somebody: a name, an address, a number.
    #[must_use]
    pub fn identifies(self) -> bool {
        match self {
            Self::Nature | Self::Ages => false,
            Self::Place
            | Self::PossibleVictim
            | Self::PossibleOffender
            | Self::Others
            | Self::Safety
            | Self::Care
            | Self::Wishes => true,
        }
    }
}
