//! The tasks of this repository: `cargo xtask demo`, `cargo xtask test`, `cargo xtask bench`.
//!
//! Rooms, in reading order:
//!
//! - [`repo`] knows where things lie, [`say`] how a task speaks, [`failure`] how it ends badly,
//!   [`stopwatch`] how long it took.
//! - [`command`] runs other programs.
//! - [`tools`] finds or installs what a task needs, one file for each tool.
//! - [`build`] makes the widget and the binaries.
//! - [`demo`] starts the server and the shop.
//! - [`package`] makes the Debian package, and tries it.
//! - [`screens`] takes pictures of what payers see.
//! - [`addresses`] derives the table of the world's addresses.
//! - [`sizes`], [`tidy`], [`mod@test`], [`mod@bench`], [`load`], [`chaos`] and [`fuzz`] judge the result.
//!
//! To add a task: give it a room, add a variant to [`Task`], and call the room from [`run`].

mod repo;
mod say;
mod failure;
mod stopwatch;
mod command;
mod tools;
mod build;
mod demo;
mod sizes;
mod screens;
mod tidy;
mod test;
mod bench;
mod load;
mod chaos;
mod fuzz;
mod package;
mod addresses;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::failure::Failure;
use crate::repo::Repo;

/// The tasks of this repository.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Install what is missing, build, start, and print the addresses.
    Demo(demo::Options),
    /// Install what is missing and run every test.
    Test(test::Options),
    /// Measure speed and size; print a table and write bench/results.json.
    Bench(bench::Options),
    /// Measure how much one server carries; print a table and write bench/load.json.
    Load(load::Options),
    /// Make trouble while payments go on; print the counts and what broke.
    Chaos(chaos::Options),
    /// Feed our readers with what nobody thought of, under libFuzzer; needs nightly.
    Fuzz(fuzz::Options),
    /// Build the Debian package into target/debian/.
    Package,
    /// Derive the table of the world's addresses anew.
    Addresses,
    /// Take a picture of every state of the payer's page, into docs/screens/.
    Screens,
    /// Build the widget into dist/.
    Build,
    /// Measure sizes against their bounds.
    Sizes,
    /// Check the rules of the house that no compiler knows.
    Tidy,
}

fn main() -> ExitCode {
    match run(Arguments::parse().task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            say::failure(&failure);
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<(), Failure> {
    let repo = Repo::find()?;
    match task {
        Task::Demo(options) => demo::run(&repo, &options),
        Task::Test(options) => test::run(&repo, &options),
        Task::Bench(options) => bench::run(&repo, &options),
        Task::Load(options) => load::run(&repo, &options),
        Task::Chaos(options) => chaos::run(&repo, &options),
        Task::Fuzz(options) => fuzz::run(&repo, &options),
        Task::Package => package::run(&repo),
        Task::Addresses => addresses::run(&repo),
        Task::Screens => screens::run(&repo),
        Task::Build => build::widget(&repo).map(drop),
        Task::Sizes => sizes::run(&repo),
        Task::Tidy => tidy::run(&repo),
    }
}
