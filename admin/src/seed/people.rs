//! The made-up colleagues.
use kit::{Failure, Kit, account};
use shared::{
    access::Role,
    contract::{NewAccount, ProblemKind},
    id::AccountId,
    text::{Line, Login},
};

/// Everybody's password in a practice instance. It is printed, so it protects nothing, and needs to protect nothing.
const PASSWORD: &str = "oefenen met meldroute";

/// Log-in name, name, role.
const PEOPLE: [(&str, &str, Role); 4] = [
    ("fleur.voorbeeld", "Fleur Voorbeeld", Role::Officer),
    ("mo.fictief", "Mo Fictief", Role::Officer),
    ("bo.beheer", "Bo Beheer", Role::Administrator),
    ("faye.gegevens", "Faye Gegevens", Role::PrivacyOfficer),
];

/// Makes the accounts; answers the two AFs.
pub fn make(kit: &Kit) -> Result<[AccountId; 2], Failure> {
    let wrong = |_| Failure::of(ProblemKind::Internal, "een naam van de oefengegevens klopt niet");
    let mut accounts = Vec::new();
    for (login, name, role) in PEOPLE {
        let (login, name) = (Login::parse(login).map_err(wrong)?, Line::parse(name).map_err(wrong)?);
        accounts.push(account::make(NewAccount { login, name, role, password: PASSWORD.into() }, "")?);
    }
    account::add(kit, &accounts, true)?;
    Ok([accounts[0].id.clone(), accounts[1].id.clone()])
}

/// What to tell the one who practises.
pub fn card() -> String {
    let line = |(login, name, role): &(&str, &str, Role)| {
        let role = match role {
            Role::Officer => "aandachtsfunctionaris",
            Role::Administrator => "functioneel beheerder",
            Role::PrivacyOfficer => "functionaris gegevensbescherming",
        };
        format!("  {login:<18} {name}, {role}")
    };
    let lines: Vec<String> = PEOPLE.iter().map(line).collect();
    format!("Accounts (wachtwoord voor alle: {PASSWORD}):\n{}\n", lines.join("\n"))
}
