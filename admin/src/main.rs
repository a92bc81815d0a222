//! `meldroute`: what the administrator of one gemeente's instance does on the server, beside the running host.
mod audit;
mod backup;
mod check;
mod deadline;
mod golive;
mod invite;
mod keys;
mod new;
mod reindex;
mod restore;
mod seed;
mod stores;
mod work_account_key;

use clap::{Parser, Subcommand};
use std::{path::PathBuf, process::ExitCode};

/// The administrator's command.
#[derive(Parser)]
#[command(name = "meldroute", version, about = "Beheert een omgeving van Meldroute")]
struct Arguments {
    /// The folder with the profiles and lists
    #[arg(long, global = true, default_value = "gemeenten")]
    profiles: PathBuf,
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Prints `DATE DEADLINE` for each day of receipt, to check the calendar with
    Deadline(deadline::Options),
    /// Makes the folder of a new instance with keys and settings, and says what to do next
    New(new::Options),
    /// Fills empty stores with fictional data and makes this a practice instance for good
    Seed(seed::Options),
    /// Makes, shows, splits and joins the keys of an instance
    #[command(subcommand)]
    Keys(keys::Task),
    /// Says whether the keys fit, and whether everything stored is there; run it before the service starts
    Check(check::Options),
    /// Writes content and keys to two sealed files, while the service runs, and reads them back
    Backup(backup::Options),
    /// Makes an instance in an empty folder from a backup
    Restore(restore::Options),
    /// Makes a new invitation for an account when nobody is left who can confirm one; all AFs see it
    Invite(invite::Options),
    /// Says whether the audit is as it was written
    #[command(subcommand)]
    Audit(audit::Task),
    /// Makes the key with which this instance proves who it is to the provider of work accounts
    WorkAccountKey(work_account_key::Options),
    /// Makes the worklists anew from the cases; stop the host first
    Reindex(stores::Instance),
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let done = match &arguments.task {
        Task::Deadline(options) => deadline::run(&arguments.profiles, options),
        Task::New(options) => new::run(&arguments.profiles, options),
        Task::Seed(options) => seed::run(&arguments.profiles, options),
        Task::Keys(task) => keys::run(task, &arguments.profiles),
        Task::Check(options) => check::run(&arguments.profiles, options),
        Task::Backup(options) => backup::run(&arguments.profiles, options),
        Task::Restore(options) => restore::run(&arguments.profiles, options),
        Task::Invite(options) => invite::run(&arguments.profiles, options),
        Task::Audit(task) => audit::run(&arguments.profiles, task),
        Task::WorkAccountKey(options) => work_account_key::run(options),
        Task::Reindex(options) => reindex::run(&arguments.profiles, options),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("meldroute: {error:#}");
            ExitCode::FAILURE
        }
    }
}
