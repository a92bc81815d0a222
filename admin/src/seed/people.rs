//! The made-up colleagues.
use desk::{Desk, account};
use kit::instance::PRACTICE_FACTOR;
use kit::{Failure, totp::TotpKey};
use shared::{
    access::Role,
    contract::{NewAccount, ProblemKind},
    id::{AccountId, FunctionId},
    text::{Line, Login},
};

/// Everybody's password in a practice instance. It is printed, so it protects nothing, and needs to protect nothing.
const PASSWORD: &str = "oefenen met meldroute";

/// Log-in name, name, role.
const PEOPLE: [(&str, &str, Role); 5] = [
    ("fleur.voorbeeld", "Fleur Voorbeeld", Role::Officer),
    ("mo.fictief", "Mo Fictief", Role::Officer),
    ("bo.beheer", "Bo Beheer", Role::Administrator),
    ("faye.gegevens", "Faye Gegevens", Role::PrivacyOfficer),
    ("cas.cijfers", "Cas Cijfers", Role::Analyst),
];

/// Makes the accounts; answers the two AFs.
pub fn make(desk: &Desk) -> Result<[AccountId; 2], Failure> {
    let wrong = |_| Failure::of(ProblemKind::Internal, "een naam van de oefengegevens klopt niet");
    let mut accounts = Vec::new();
    for (login, name, role) in PEOPLE {
        let (login, name) = (Login::parse(login).map_err(wrong)?, Line::parse(name).map_err(wrong)?);
        accounts.push(NewAccount { login, name, role, function: function(role, accounts.len())? });
    }
    let accounts = account::first_enrolled(desk, accounts, PASSWORD, TotpKey::from_bytes(*PRACTICE_FACTOR))?;
    Ok([accounts[0].id.clone(), accounts[1].id.clone()])
}

/// The functions that the two AFs have, by the profiles' names.
const FUNCTIONS: [&str; 2] = ["regisseur-wmo", "zorg-en-veiligheid"];

fn function(role: Role, at: usize) -> Result<Option<FunctionId>, Failure> {
    let wrong = |_| Failure::of(ProblemKind::Internal, "een functie van de oefengegevens klopt niet");
    let name = FUNCTIONS.get(at).filter(|_| role == Role::Officer);
    name.map(|id| FunctionId::parse(id).map_err(wrong)).transpose()
}

/// The text for the person who practises.
pub fn card() -> String {
    let line = |(login, name, role): &(&str, &str, Role)| {
        let role = match role {
            Role::Officer => "aandachtsfunctionaris",
            Role::Administrator => "functioneel beheerder",
            Role::PrivacyOfficer => "functionaris gegevensbescherming",
            Role::Analyst => "beleidsadviseur",
            Role::Adviser => "adviseur KMT",
        };
        format!("  {login:<18} {name}, {role}")
    };
    let lines: Vec<String> = PEOPLE.iter().map(line).collect();
    let key = TotpKey::from_bytes(*PRACTICE_FACTOR).base32();
    format!(
        "Accounts (wachtwoord voor alle: {PASSWORD}; de code staat op de inlogpagina, of zet {key} in je app):\n{}\n",
        lines.join("\n")
    )
}
