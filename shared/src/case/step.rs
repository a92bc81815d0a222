use crate::choice::choice;

choice!(
    /// A step of the route, without the data of it.
    Step {
        /// 1 Gemeld.
        Received = "gemeld",
        /// 2 Contact.
        InContact = "contact",
        /// 3 Onderzoek.
        Investigation = "onderzoek",
        /// 4 Beslismoment.
        Decision = "beslismoment",
        /// Doorgezet.
        Referred = "doorgezet",
        /// Afgerond.
        Closed = "afgerond",
    }
);
