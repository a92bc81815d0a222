//! After somebody may have seen the keys. Whoever has the old secret and can write in the stores could make everything
//! that it opens: an account, a hold that is gone, a case key. So after resealing it opens nothing of that any more: it
//! is marked in the key file, where no store reaches. It still opens reports that wait, and backups.
//!
//! With the secret went every second factor. So nobody keeps a log-in of Meldroute, and sessions are over; two people
//! whom the administrator knows get an invitation and let the others in.
use super::{Reason, UNDER_WAY, reseal_then};
use crate::{
    anew::{self, TwoHands},
    stores::{Instance, Stores, explain},
};
use anyhow::Result;
use desk::{
    Desk,
    account::{self, Recalled, Why},
    instance,
};
use kit::store::cell::Kind;
use std::{path::Path, time::Duration};

/// What was done.
pub struct Done {
    /// How many values were sealed again.
    pub records: usize,
    /// What became of the accounts; none where that was done by an earlier run.
    pub recalled: Option<Recalled>,
    /// Whether the older keys are marked in the key file.
    pub marked: bool,
}

/// Does all of it and says what to do next.
pub fn run(profiles: &Path, instance: &Instance, two_hands: &TwoHands) -> Result<()> {
    let done = after_leak(profiles, instance, two_hands, UNDER_WAY)?;
    println!("{} waarden opnieuw verzegeld; een tweede ronde vond niets ouds meer", done.records);
    done.recalled.iter().for_each(anew::print);
    println!("Doe nu dit, in deze volgorde:");
    if !done.marked {
        println!(
            "- Zet in SPIN_VARIABLE_SEALING_SECRETS bij elke sleutel na de eerste `uitgelekt` in plaats van `geheim`."
        );
    }
    println!(
        "- Start de dienst opnieuw. Pas daarna opent de oude sleutel alleen nog wachtende meldingen en reservekopieën.\n\
         - Draai `meldroute controle`. Noemt die een waarde die niet te lezen is, dan kan iemand haar hebben gemaakt.\n\
         - Kijk op /af/toegang en in de lijst van accounts of je iedereen kent.\n\
         - Maak meteen een reservekopie, en druk nieuwe delen van de sleutel af. Vernietig de oude delen.\n\
         - Geef melders van open dossiers een nieuwe code als iemand de dossiers had.\n\
         - Haal de oude sleutel over 30 dagen uit het bestand.\n\
         Wie de opslag en de sleutel allebei kopieerde, heeft de inhoud van toen: volg het draaiboek voor een inbreuk."
    );
    Ok(())
}

/// Reseals, lets everybody in anew, begins the audit anew, and marks the older keys. It can be repeated: an
/// interruption leaves the old key trusted, and the next run goes on.
pub fn after_leak(profiles: &Path, instance: &Instance, two_hands: &TwoHands, under_way: Duration) -> Result<Done> {
    let (_stores, desk) = instance.open(profiles)?;
    desk::key_check::check_whole(&desk).map_err(|failure| explain(&failure))?;
    let is_unfinished = instance::is_unfinished(&desk).map_err(|failure| explain(&failure))?;
    let named = if is_unfinished { two_hands.named(&desk)? } else { Vec::new() };
    let mut recalled = None;
    let records = reseal_then(profiles, instance, Reason::Compromised { under_way }, |stores, desk| {
        recalled = Some(account::recall(desk, Why::Leaked, &named).map_err(|failure| explain(&failure))?);
        end_sessions(stores, desk)
    })?;
    let marked = instance.keys.demote()?;
    Ok(Done { records, recalled, marked })
}

/// They are over by the accounts already; what is left of them goes too.
fn end_sessions(stores: &Stores, _desk: &Desk) -> Result<()> {
    let names = stores.raw().cases.keys()?;
    let sessions: Vec<String> = names.into_iter().filter(|name| Kind::Session.end_of(name).is_some()).collect();
    Ok(stores.raw().cases.delete_many(&sessions)?)
}

#[cfg(test)]
mod tests;
