//! One step after the other.

use super::options::Options;
use super::steps::{STEPS, Step};
use crate::failure::Failure;
use crate::repo::Repo;
use crate::say;
use crate::stopwatch::Stopwatch;

/// `cargo xtask test`.
pub(crate) fn run(repo: &Repo, options: &Options) -> Result<(), Failure> {
    let steps = chosen(&options.only)?;
    let whole = Stopwatch::start();
    for step in steps {
        say::heading(&format!("{}: {}", step.name, step.heading));
        let watch = Stopwatch::start();
        (step.run)(repo)?;
        say::done(step.name, watch.elapsed());
    }
    say::done("everything", whole.elapsed());
    Ok(())
}

fn chosen(only: &[String]) -> Result<Vec<&'static Step>, Failure> {
    if let Some(name) = only.iter().find(|name| find(name).is_none()) {
        let known: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
        return Err(Failure::UnknownStep {
            name: name.clone(),
            known: known.join(", "),
        });
    }
    let wanted = |step: &&Step| only.is_empty() || only.iter().any(|name| name == step.name);
    Ok(STEPS.iter().filter(wanted).collect())
}

fn find(name: &str) -> Option<&'static Step> {
    STEPS.iter().find(|step| step.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_that_is_misspelt_runs_nothing() {
        assert!(chosen(&["host".to_owned(), "journies".to_owned()]).is_err());
        assert_eq!(chosen(&["host".to_owned()]).unwrap().len(), 1);
        assert_eq!(chosen(&[]).unwrap().len(), STEPS.len());
    }
}
