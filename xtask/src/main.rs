//! Tasks for developers: set-up, bundle, build, serve, test, bench. It calls other programs and builds nothing itself.

mod build;
mod bundle;
mod check;
mod command;
mod day;
mod fuzz;
mod lighthouse;
mod mutants;
mod native;
mod project;
mod release;
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
    /// Install what building and testing need: WebAssembly targets, npm packages, tools, a browser
    Setup,
    /// Make dist/ from the frontend
    Bundle {
        /// For everyday work: builds quickly, loads slowly
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
    /// Run every check and test
    Test,
    /// Fuzz every parser with nearly valid input, at length; `test` has a short run
    Fuzz {
        /// Inputs for each target
        #[arg(long, default_value_t = fuzz::MANY)]
        count: u64,
    },
    /// Change the rules one thing at a time and see whether a test notices; takes days, in parts
    Mutants(mutants::Options),
    /// Look at the melder's pages with Lighthouse, as on a slow phone, beside a page with text only
    Lighthouse,
    /// Test the API against its own description with schemathesis; needs Python
    Schemathesis {
        /// Requests for each endpoint and each kind of user
        #[arg(long, default_value_t = 50)]
        examples: u32,
    },
    /// Check only third-party packages: licences, sources, security advisories; part of `test`
    Audit,
    /// Write only the SBOM, the list of packages in Meldroute; part of `build`
    Sbom,
    /// Build a release: one file for a server, its SBOM, checksums and signature
    Release(release::Options),
    /// Measure speed, beside the same work done natively
    Bench {
        /// How many reports the flood has; fewer than 200,000 take less time
        #[arg(long, value_name = "REPORTS")]
        flood: Option<u32>,
        /// Measure only what a flood does to lists and reports: minutes in the place of half an hour
        #[arg(long)]
        only_flood: bool,
        /// How many open cases and how many closed ones are measured with; fewer than 100,000 take less time
        #[arg(long, value_name = "CASES")]
        many: Option<u32>,
        /// Measure only lists and searching with many cases
        #[arg(long, conflicts_with = "only_flood")]
        only_many: bool,
    },
    /// The WebAssembly builds, which `test` starts beside its other phases
    #[command(hide = true)]
    Wasm,
    /// The part of `serve` that prints when the host answers
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
        Task::Release(options) => release::run(&project, &options)?,
        Task::Sbom => sbom::write(&project)?,
        Task::Schemathesis { examples } => schemathesis::run(&project, examples)?,
        Task::Lighthouse => lighthouse::run(&project)?,
        Task::Mutants(options) => mutants::run(&project, &options)?,
        Task::Fuzz { count } => fuzz::run(&project, count)?,
        Task::Wasm => build::wasm(&project)?,
        Task::Bench { flood, only_flood, many, only_many } => {
            let only = only_flood.then_some("--only-flood").or(only_many.then_some("--only-many"));
            let unsealed = if only.is_some() { None } else { Some(build::unsealed(&project)?) };
            build::everything(&project, false)?;
            native::build(&project, &["bench"])?;
            let mut bench = command::program(project.native("bench"));
            bench.args(only);
            if let Some(folder) = unsealed {
                bench.arg("--unsealed").arg(folder);
            }
            for (name, count) in [("--flood", flood), ("--many", many)] {
                bench.args(count.into_iter().flat_map(|count| [name.to_owned(), count.to_string()]));
            }
            command::run(&mut bench)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
