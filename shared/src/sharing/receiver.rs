use crate::choice::choice;

choice!(
    /// The receiver of a decision (vervolgstap) [seed and design, domain §3].
    ReferralTarget {
        /// Kenniscentrum Mensenhandel, advice without names.
        Kmt = "kmt",
        /// KMT and the Zorg- en Veiligheidshuis, with a case.
        KmtCase = "kmt-casus",
        /// Veilig Thuis (meldcode).
        Vtt = "vtt",
        /// Regie WMO.
        WmoRegie = "regie-wmo",
        /// Lokaal ondermijningsoverleg.
        Ondermijning = "ondermijningsoverleg",
        /// RIEC (ondermijning).
        Riec = "riec",
        /// Casustafel mensenhandel van het RIEC.
        Casustafel = "casustafel",
        /// Dadertafel van KMT.
        Dadertafel = "dadertafel",
        /// Integraal casusoverleg met een procesmanager van KMT.
        Casusoverleg = "casusoverleg",
        /// Persoonsgerichte aanpak.
        PersonalApproach = "persoonsgerichte-aanpak",
        /// Politie/AVIM.
        Police = "politie",
        /// Nederlandse Arbeidsinspectie.
        Nla = "arbeidsinspectie",
        /// CoMensha/zorgcoördinator.
        Comensha = "comensha",
        /// Nu te weinig aanwijzingen: nothing is shared.
        TooLittle = "nu-te-weinig",
    }
);

impl ReferralTarget {
    /// All to whom something is sent.
    pub fn receivers() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|to| *to != Self::TooLittle)
    }

    /// Whether it is a table that meets on certain days: it can be put on the agenda of a day to come.
    #[must_use]
    pub fn is_table(self) -> bool {
        match self {
            Self::Ondermijning | Self::Casustafel | Self::Dadertafel | Self::Casusoverleg => true,
            Self::Kmt
            | Self::KmtCase
            | Self::Vtt
            | Self::WmoRegie
            | Self::Riec
            | Self::PersonalApproach
            | Self::Police
            | Self::Nla
            | Self::Comensha
            | Self::TooLittle => false,
        }
    }

    /// Whether offenders are looked for there. Who may be forced to offend needs more care then [domain §3].
    #[must_use]
    pub fn looks_for_offenders(self) -> bool {
        match self {
            Self::Police | Self::Nla | Self::Ondermijning | Self::Riec | Self::Casustafel | Self::Dadertafel => true,
            Self::Kmt
            | Self::KmtCase
            | Self::Vtt
            | Self::WmoRegie
            | Self::Casusoverleg
            | Self::PersonalApproach
            | Self::Comensha
            | Self::TooLittle => false,
        }
    }
}
