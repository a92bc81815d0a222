//! `meldroute`: the administrator's commands on the server of one gemeente's instance, beside the running host.
mod anew;
mod audit;
mod backup;
mod check;
mod deadline;
mod dutch;
mod gemeente;
mod golive;
mod invite;
mod keys;
mod new;
mod package;
mod profile;
mod region;
mod reindex;
mod relay;
mod restore;
mod seed;
mod stores;
mod units;
mod work_account_key;

use clap::{Parser, Subcommand};
use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

/// The administrator's command.
#[derive(Parser)]
#[command(name = "meldroute", version, about = "Beheert een omgeving van Meldroute")]
struct Arguments {
    /// De map met de profielen en lijsten; zonder is dat `profielen` naast de opslag, of anders `gemeenten`
    #[arg(long = "profielen", alias = "profiles", value_name = "MAP", global = true)]
    profiles: Option<PathBuf>,
    #[command(subcommand)]
    task: Task,
}

/// The doc comments on what follows, here and in each command's `Options`, are the help that an administrator reads. So
/// they are in Dutch, and so are the names. The English names of earlier versions keep working.
#[derive(Subcommand)]
enum Task {
    /// Drukt bij elke dag van ontvangst de laatste dag voor contact af, om de kalender na te kijken
    #[command(name = "termijn", alias = "deadline")]
    Deadline(deadline::Options),
    /// Maakt de map van een nieuwe omgeving met sleutels en instellingen, en zegt wat je daarna doet
    #[command(name = "nieuw", alias = "new")]
    New(new::Options),
    /// Vult een lege opslag met verzonnen gegevens; dit blijft daarna een oefenomgeving
    #[command(name = "oefenen", alias = "seed")]
    Seed(seed::Options),
    /// Maakt, toont, verdeelt, herstelt en vervangt de sleutels van een omgeving
    #[command(subcommand, name = "sleutels", alias = "keys")]
    Keys(keys::Task),
    /// Kijkt of de sleutels passen en of alles wat bewaard is er nog is; draai dit voordat de dienst start
    #[command(name = "controle", alias = "check")]
    Check(check::Options),
    /// Schrijft inhoud en sleutels naar twee verzegelde bestanden en leest ze terug; de dienst kan doorlopen
    #[command(name = "reservekopie", alias = "backup")]
    Backup(backup::Options),
    /// Maakt in een lege map een omgeving van een reservekopie
    #[command(name = "terugzetten", alias = "restore")]
    Restore(restore::Options),
    /// Kijkt het profiel en de lijsten na, en bewaart ze als laatste goede versie
    #[command(name = "profiel")]
    Profile(profile::Options),
    /// Maakt een nieuwe uitnodiging als niemand die meer kan bevestigen; alle AF's zien het
    #[command(name = "uitnodigen", alias = "invite")]
    Invite(invite::Options),
    /// Kijkt of het logboek nog is zoals het geschreven werd
    #[command(subcommand, name = "logboek", alias = "audit")]
    Audit(audit::Task),
    /// Maakt de sleutel waarmee deze omgeving zich bekendmaakt bij de aanbieder van werkaccounts
    #[command(name = "werkaccount-sleutel", alias = "work-account-key")]
    WorkAccountKey(work_account_key::Options),
    /// Geeft berichten door aan de mailserver van de gemeente; draait naast de dienst
    #[command(name = "relay")]
    Relay(relay::Options),
    /// Stuurt een proefbericht
    #[command(name = "bericht")]
    Message(relay::Trial),
    /// Telt de cijfers van gemeenten op, voor het KMT
    #[command(subcommand, name = "regio")]
    Region(region::Task),
    /// Kijkt een pakket voor het register na
    #[command(name = "overdracht")]
    Package(package::Options),
    /// Maakt de werklijsten opnieuw uit de dossiers; stop eerst de dienst
    #[command(name = "lijsten", alias = "reindex")]
    Reindex(stores::Instance),
}

impl Task {
    /// The file that names the stores, where the command is about an instance.
    fn instance(&self) -> Option<&Path> {
        match self {
            Self::Check(options) => Some(&options.instance.runtime_config),
            Self::Backup(options) => Some(&options.instance.runtime_config),
            Self::Profile(options) => Some(&options.runtime_config),
            Self::Invite(options) => Some(&options.instance.runtime_config),
            Self::Audit(audit::Task::Verify(options)) => Some(&options.instance.runtime_config),
            Self::Reindex(instance) | Self::Keys(keys::Task::Reseal { instance, .. }) => Some(&instance.runtime_config),
            Self::Keys(_)
            | Self::Deadline(_)
            | Self::New(_)
            | Self::Seed(_)
            | Self::Restore(_)
            | Self::Relay(_)
            | Self::Message(_)
            | Self::Region(_)
            | Self::Package(_)
            | Self::WorkAccountKey(_) => None,
        }
    }

    /// The profiles that the instance uses itself, if it has a folder of its own for them.
    fn profiles(&self) -> PathBuf {
        let own = self.instance().map(|file| file.with_file_name(new::PROFILES)).filter(|folder| folder.is_dir());
        own.unwrap_or_else(|| "gemeenten".into())
    }
}

fn main() -> ExitCode {
    let mut arguments: Arguments = dutch::parse();
    let profiles = arguments.profiles.take().unwrap_or_else(|| arguments.task.profiles());
    let done = match &arguments.task {
        Task::Deadline(options) => deadline::run(&profiles, options),
        Task::New(options) => new::run(&profiles, options),
        Task::Seed(options) => seed::run(&profiles, options),
        Task::Keys(task) => keys::run(task, &profiles),
        Task::Check(options) => check::run(&profiles, options),
        Task::Backup(options) => backup::run(&profiles, options),
        Task::Restore(options) => restore::run(&profiles, options),
        Task::Profile(options) => profile::run(&profiles, options),
        Task::Invite(options) => invite::run(&profiles, options),
        Task::Audit(task) => audit::run(&profiles, task),
        Task::WorkAccountKey(options) => work_account_key::run(options),
        Task::Relay(options) => relay::run(options),
        Task::Message(options) => relay::try_out(options),
        Task::Region(task) => region::run(&profiles, task),
        Task::Package(options) => package::run(options),
        Task::Reindex(options) => reindex::run(&profiles, options),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("meldroute: {error:#}");
            ExitCode::FAILURE
        }
    }
}
