//! `meldroute uitnodigen`: a new invitation for an account, from the server. It is for when nobody is left to confirm:
//! everyone lost app and recovery codes, or the only AF left. Whoever has the instance's secret could read everything
//! anyway. To keep its use visible, it is in the audit and on the start page of every AF.
use crate::{
    anew::until,
    stores::{Instance, explain},
};
use anyhow::{Result, anyhow};
use clap::Args;
use desk::{account, audit, key_check};
use shared::{audit::AuditAction, contract::Endpoint, text::Login};
use std::path::Path;

/// The person to invite, and the instance.
#[derive(Args)]
pub struct Options {
    /// De inlognaam
    #[arg(value_name = "INLOGNAAM")]
    login: String,
    #[command(flatten)]
    pub instance: Instance,
}

/// Makes the invitation and prints its link.
pub fn run(profiles: &Path, options: &Options) -> Result<()> {
    let login = Login::parse(&options.login).map_err(|_| anyhow!("dit is geen inlognaam"))?;
    let (_stores, desk) = options.instance.open(profiles)?;
    let made =
        key_check::check(&desk).and_then(|()| account::access::invite_on_server(&desk, &login)).and_then(|done| {
            audit::note_on_server(&desk, Endpoint::CommandAccount, AuditAction::InviteAgain, &done.account.id)?;
            Ok(done)
        });
    let done = made.map_err(|failure| explain(&failure))?;
    let Some(invitation) = done.invitation else {
        println!("{} kan weer inloggen met het werkaccount.", login.as_str());
        return Ok(());
    };
    println!("Geef deze link zelf aan {}. Hij werkt één keer{}.", login.as_str(), until(&invitation));
    println!("Zet er het adres van deze omgeving voor:\n  /af/uitnodiging#{}", invitation.word);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seed::tests::{profiles, seeded};

    #[test]
    fn an_account_gets_an_invitation_that_the_others_see_and_a_name_that_nobody_has_gets_none() {
        let folder = tempfile::tempdir().unwrap();
        let (stores, seed) = seeded(folder.path());
        let instance = |_: &str| Instance {
            runtime_config: seed.runtime_config.clone(),
            keys: seed.keys.clone(),
            gemeente: "hengelo".into(),
        };
        let options = |login: &str| Options { login: login.into(), instance: instance(login) };
        run(profiles(), &options("Mo.Fictief")).unwrap();
        assert!(run(profiles(), &options("niemand")).unwrap_err().to_string().contains("niet"));
        let desk = stores.kit_now(profiles(), "hengelo");
        key_check::check(&desk).unwrap();
        let accounts = account::all(&desk).unwrap();
        let [fleur, mo] = ["fleur.voorbeeld", "mo.fictief"]
            .map(|login| accounts.iter().find(|account| account.login.as_str() == login).unwrap());
        assert!(mo.view().invited_until.is_some() && mo.can_log_in(), "the old way holds until it is used");
        let given = account::access::page(&desk, &fleur.id).unwrap().given;
        assert!(given.len() == 1 && given[0].name == mo.name && given[0].asked_by.is_none());
        let lines = audit::list(&desk, &audit::Filter { object: Some(mo.id.as_str().into()), ..Default::default() });
        assert_eq!(lines.unwrap().lines.len(), 1);
    }
}
