//! For those who build: set-up, bundle, build, serve, test, bench. It only calls the other parts.

mod build;
mod bundle;
mod check;
mod command;
mod day;
mod fuzz;
mod native;
mod project;
mod sbom;
mod schemathesis;
mod serve;
mod setup;
mod step;

use anyhow::Result;
use clap::{Parser, Subcommand};
use project::Project;
use std::process::ExitCode;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Builds, runs and tests Meldroute", version)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Get what building needs: WASM targets, npm packages, a browser for the tests
    Setup,
    /// Make dist/ from the frontend
    Bundle {
        /// For everyday work: quick to build, heavy to load
        #[arg(long)]
        fast: bool,
    },
    /// Build everything that runs: bundle, components, host and the administrator's command
    Build {
        /// The bundle for everyday work
        #[arg(long)]
        fast: bool,
    },
    /// Build and run with fictional data
    Serve(serve::Options),
    /// Everything that must be green
    Test,
    /// Feed every parser what is nearly right: long; a short one is part of `test`
    Fuzz {
        /// Inputs for each target
        #[arg(long, default_value_t = fuzz::MANY)]
        count: u64,
    },
    /// Let schemathesis hold the API against its own description; needs Python
    Schemathesis {
        /// Requests for each endpoint and each kind of user
        #[arg(long, default_value_t = 50)]
        examples: u32,
    },
    /// Check the packages of others alone: licences, sources, security advisories; part of `test`
    Audit,
    /// Write the list of what is in Meldroute (SBOM) alone; part of `build`
    Sbom,
    /// Measure
    Bench,
    /// The WASM half of the builds, which `test` starts beside its other phases
    #[command(hide = true)]
    Wasm,
    /// The half of `serve` that says when the host answers
    #[command(hide = true)]
    Welcome(serve::Welcome),
}

fn main() -> ExitCode {
    match run(Arguments::parse().task) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\n{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<ExitCode> {
    let project = Project::find()?;
    match task {
        Task::Setup => setup::everything(&project)?,
        Task::Bundle { fast } => bundle::make(&project, &setup::for_building(&project)?, fast)?,
        Task::Build { fast } => {
            build::everything(&project, fast)?;
        }
        Task::Serve(options) => match serve::run(&project, &options)? {},
        Task::Welcome(welcome) => welcome.say(),
        Task::Test => return check::run(&project),
        Task::Audit => return check::packages(&project),
        Task::Sbom => sbom::write(&project)?,
        Task::Schemathesis { examples } => schemathesis::run(&project, examples)?,
        Task::Fuzz { count } => fuzz::run(&project, count)?,
        Task::Wasm => build::wasm(&project)?,
        Task::Bench => {
            let unsealed = build::unsealed(&project)?;
            build::everything(&project, false)?;
            native::build(&project, &["bench"])?;
            command::run(command::program(project.native("bench")).arg("--unsealed").arg(unsealed))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
