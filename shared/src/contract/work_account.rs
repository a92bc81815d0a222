//! Logging in with a work account (OpenID Connect): how a failure is reported to the browser. The code is in the
//! address of the log-in page, `/af?inloggen=CODE`. It says which check failed and nothing about the person.
use crate::choice::choice;

choice!(
    /// Why logging in with a work account did not work.
    WorkAccountRefusal {
        /// This instance has no provider.
        Off = "uit",
        /// The settings of the instance are not complete or contradict each other.
        Settings = "instelling",
        /// The first set-up was not done yet.
        NotSetUp = "niet-ingericht",
        /// The provider did not answer.
        Unreachable = "onbereikbaar",
        /// The provider's metadata are not as expected.
        Provider = "aanbieder",
        /// The provider did not let this person through, or the person stopped.
        Cancelled = "afgebroken",
        /// This browser did not begin here, or lost its cookie.
        NotBegun = "niet-begonnen",
        /// `state` is not that of this browser's log-in.
        State = "state",
        /// Begun more than ten minutes ago.
        TooOld = "te-laat",
        /// This log-in was used before.
        Used = "al-gebruikt",
        /// The answer names another provider (RFC 9207), or none where one was promised.
        OtherIssuer = "antwoord-iss",
        /// The provider gave no token for the code.
        Code = "code",
        /// The token is not a token.
        Form = "token-vorm",
        /// Signed with an algorithm that is not allowed.
        Algorithm = "token-alg",
        /// Signed with a key that the provider does not publish.
        Key = "token-sleutel",
        /// The signature is not that of the key.
        Signature = "token-handtekening",
        /// `iss` is another.
        Issuer = "token-iss",
        /// `aud` is not us alone.
        Audience = "token-aud",
        /// `azp` is another.
        Party = "token-azp",
        /// `exp` has passed.
        Expired = "token-exp",
        /// `iat` or `nbf` is not of now.
        IssuedAt = "token-iat",
        /// `nonce` is not that of this browser's log-in.
        Nonce = "token-nonce",
        /// `at_hash` is not that of the access token.
        AccessToken = "token-at-hash",
        /// Somebody stands in for somebody else (`represents`).
        Represents = "token-namens",
        /// Not logged in as strongly as the gemeente demands (`acr`, `amr`).
        Strength = "sterkte",
        /// No role for this person.
        NoRole = "geen-rol",
        /// More than one role for this person.
        ManyRoles = "meer-rollen",
        /// The account is blocked.
        Blocked = "geblokkeerd",
        /// Nobody here is known to have this work account. It is linked to an account by logging in with that one's
        /// password, or a second person confirms that this is somebody new.
        Arrived = "nieuw-werkaccount",
        /// The claim gives another role than the account that this work account is linked to.
        OtherRole = "andere-rol",
        /// Too many log-ins that did not work, from this place.
        TooMany = "te-vaak",
        /// Something broke.
        Failure = "storing",
    }
);

impl WorkAccountRefusal {
    /// The refusal with this code in an address.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|refusal| refusal.as_str() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_fits_in_an_address_and_comes_back() {
        for refusal in WorkAccountRefusal::ALL {
            let code = refusal.as_str();
            assert!(code.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{code}");
            assert_eq!(WorkAccountRefusal::from_code(code), Some(*refusal), "every code is another");
        }
        assert_eq!(WorkAccountRefusal::from_code("<script>"), None);
    }
}
