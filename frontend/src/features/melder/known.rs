use serde::Deserialize;
use shared::{
    indicators::IndicatorList,
    profile::{Contact, DeviceKey, Function},
};

/// The part of `GET profiel` ([`shared::profile::Instance`]) that this entry needs: the signals, the name and two
/// telephone numbers. The first screen already contains its numbers, and parsing the rest would cost a phone four
/// kilobytes of code.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Known {
    #[serde(rename = "profiel")]
    profile: Contacted,
    #[serde(rename = "signalen")]
    indicators: IndicatorList,
    #[serde(rename = "verzegelen", default)]
    sealing: Option<DeviceKey>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
struct Contacted {
    naam: String,
    contact: Confidant,
    #[serde(rename = "functies", default)]
    functions: Vec<Function>,
}

#[derive(Debug, Clone, PartialEq, Deserialize)]
struct Confidant {
    kmt: Contact,
    vertrouwenspersoon: Contact,
}

impl Known {
    /// The gemeente's name: the beheerder may have changed it since the first screen was written.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.profile.naam
    }

    /// The KMT: the beheerder may have changed it since the first screen was written.
    #[must_use]
    pub fn kmt(&self) -> &Contact {
        &self.profile.contact.kmt
    }

    /// The key that a report is sealed to, where the gemeente has one.
    #[must_use]
    pub fn sealing(&self) -> Option<&DeviceKey> {
        self.sealing.as_ref()
    }

    /// The signals, the functions of the AFs, and the contact for a report about a colleague.
    #[must_use]
    pub fn parts(self) -> (IndicatorList, Vec<Function>, Contact) {
        (self.indicators, self.profile.functions, self.profile.contact.vertrouwenspersoon)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::profile::Instance;

    const PROFILE: &str = include_str!("../../../../gemeenten/hengelo.json");
    const LIST: &str = include_str!("../../../../gemeenten/lijsten/signalen-2026-1.json");

    #[test]
    fn it_is_read_from_what_the_api_sends() {
        let instance = Instance {
            profile: serde_json::from_str(PROFILE).unwrap(),
            indicators: serde_json::from_str(LIST).unwrap(),
            decreed: Vec::new(),
            demo: true,
            practice_code: None,
            log_in: Default::default(),
            sealing: Some(DeviceKey { id: "ab".into(), key: "cd".into(), gemeente: "hengelo".into() }),
        };
        let known: Known = serde_json::from_str(&serde_json::to_string(&instance).unwrap()).unwrap();
        assert_eq!((known.name(), known.kmt()), (instance.profile.name.as_str(), &instance.profile.contacts.kmt));
        assert_eq!(known.sealing(), instance.sealing.as_ref());
        let (indicators, functions, confidant) = known.parts();
        assert_eq!(confidant, instance.profile.contacts.confidant);
        assert_eq!(functions, instance.profile.functions);
        assert_eq!(indicators, instance.indicators);
    }
}
