//! Everybody is let in anew: who is named, and what is printed about the others. After a backup was put back, and after
//! somebody may have seen the keys.
use crate::stores::explain;
use anyhow::{Result, anyhow, bail};
use clap::Args;
use desk::{Desk, account};
use shared::{
    access::Role,
    contract::{AccountView, Invitation},
    text::Login,
};

/// The first people who get in again. Both see that they did, and let the others in.
#[derive(Args, Clone, Default)]
pub struct TwoHands {
    /// De inlognaam van de AF die als eerste weer binnenkomt
    #[arg(long = "af", value_name = "INLOGNAAM", requires = "fg")]
    pub af: Option<String>,
    /// De inlognaam van de FG die als eerste weer binnenkomt
    #[arg(long = "fg", value_name = "INLOGNAAM", requires = "af")]
    pub fg: Option<String>,
}

impl TwoHands {
    /// Their log-in names; none where nobody was named.
    ///
    /// # Errors
    /// For what is no log-in name, and where they are not an AF and an FG of this instance.
    pub fn logins(&self, desk: &Desk) -> Result<Vec<Login>> {
        let parse = |text: &String| Login::parse(text).map_err(|_| anyhow!("{text} is geen inlognaam"));
        let (Some(af), Some(fg)) = (&self.af, &self.fg) else { return Ok(Vec::new()) };
        let (af, fg) = (parse(af)?, parse(fg)?);
        account::are_two_hands(desk, &af, &fg).map_err(|failure| explain(&failure))?;
        Ok(vec![af, fg])
    }

    /// As [`TwoHands::logins`], where somebody has to be named.
    ///
    /// # Errors
    /// Also where nobody was, with who can be.
    pub fn named(&self, desk: &Desk) -> Result<Vec<Login>> {
        let logins = self.logins(desk)?;
        if logins.is_empty() {
            let all = account::all(desk).map_err(|failure| explain(&failure))?;
            let views: Vec<AccountView> = all.iter().map(account::StoredAccount::view).collect();
            let of = |role: Role| {
                let names = views.iter().filter(|one| one.role == role && !one.blocked).map(|one| one.login.as_str());
                names.collect::<Vec<_>>().join(", ")
            };
            bail!(
                "noem met --af en --fg twee mensen die je kent: zij krijgen een nieuwe uitnodiging en laten daarna de \
                 anderen binnen. AF: {}. FG: {}",
                of(Role::Officer),
                of(Role::PrivacyOfficer)
            );
        }
        Ok(logins)
    }
}

/// Until when an invitation works, after what is said of it.
pub fn until(invitation: &Invitation) -> String {
    invitation.until.map(|until| format!(", tot {}", until.day())).unwrap_or_default()
}

/// Prints who got an invitation, who waits, and who is out.
pub fn print(recalled: &account::Recalled) {
    for one in &recalled.closed {
        println!("  weer geblokkeerd: {} ({})", one.name.as_str(), one.login.as_str());
    }
    for done in &recalled.invited {
        let (name, login) = (done.account.name.as_str(), done.account.login.as_str());
        match &done.invitation {
            Some(invitation) => println!(
                "Geef deze link zelf aan {name} ({login}), en aan niemand anders; hij werkt één keer{}.\n\
                 Zet er het adres van deze omgeving voor:\n  /af/uitnodiging#{}",
                until(invitation),
                invitation.word
            ),
            None => println!("{name} ({login}) kan weer inloggen met het werkaccount."),
        }
    }
    for done in &recalled.waiting {
        let (name, login) = (done.account.name.as_str(), done.account.login.as_str());
        println!("Wacht op bevestiging door een AF of de FG, op /af/toegang: {name} ({login}).");
        if let Some(half) = &done.invitation {
            println!(
                "Geef deze helft zelf aan {name}; de andere komt van wie bevestigt:\n  /af/uitnodiging#{}",
                half.word
            );
        }
    }
    let names = |all: &[AccountView]| all.iter().map(|one| one.login.as_str()).collect::<Vec<_>>().join(", ");
    if !recalled.waiting.is_empty() && recalled.invited.is_empty() {
        println!("Laat eerst één AF en de FG binnen, elk met `meldroute uitnodigen INLOGNAAM`; zij doen de rest.");
    }
    if !recalled.out.is_empty() {
        println!("Kunnen niet meer inloggen: {}", names(&recalled.out));
        println!("Laat één beheerder binnen met `meldroute uitnodigen INLOGNAAM`; die nodigt de anderen uit.");
    }
}
