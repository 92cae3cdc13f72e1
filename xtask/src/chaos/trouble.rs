//! What goes wrong with machines: servers are killed, PostgreSQL is restarted.

use std::sync::Arc;
use std::time::Duration;

use tokio::task::block_in_place;

use super::cluster::Restart;
use super::dice::Dice;
use super::ground::Ground;
use super::record::Record;
use crate::failure::Failure;
use crate::stopwatch::Stopwatch;

/// One thing that goes wrong.
#[derive(Clone, Copy, Debug)]
enum Trouble {
    KillOne,
    KillAll,
    RestartDatabase(Restart),
}

const TROUBLES: [(u64, Trouble); 4] = [
    (60, Trouble::KillOne),
    (15, Trouble::KillAll),
    (10, Trouble::RestartDatabase(Restart::Fast)),
    (15, Trouble::RestartDatabase(Restart::Immediate)),
];

/// Makes trouble for this long. What was killed is started again, sooner or later.
pub(crate) async fn make_trouble(
    ground: &mut Ground,
    mut dice: Dice,
    record: Arc<Record>,
    time: Duration,
) -> Result<(), Failure> {
    let watch = Stopwatch::start();
    while watch.elapsed() < time {
        pause(&mut dice, 300, 2_500).await;
        let trouble = dice.weighted(&TROUBLES).unwrap_or(Trouble::KillOne);
        happen(ground, trouble, &mut dice, &record)?;
        pause(&mut dice, 0, 800).await;
        let weather = Some(dice.below(u64::from(u32::MAX)));
        for _ in 0..ground.servers.start_all(weather)? {
            record.count("servers that ended where there was no database");
        }
    }
    Ok(())
}

fn happen(
    ground: &mut Ground,
    trouble: Trouble,
    dice: &mut Dice,
    record: &Record,
) -> Result<(), Failure> {
    match (trouble, &ground.cluster) {
        (Trouble::RestartDatabase(how), Some(cluster)) => {
            record.count(match how {
                Restart::Fast => "restarts of PostgreSQL, fast",
                Restart::Immediate => "restarts of PostgreSQL, immediate",
            });
            block_in_place(|| cluster.restart(how))
        }
        (Trouble::KillAll, _) => {
            for nth in 0..ground.servers.count() {
                ground.servers.kill(nth);
                record.count("servers killed");
            }
            Ok(())
        }
        (Trouble::KillOne | Trouble::RestartDatabase(_), _) => {
            let count = u64::try_from(ground.servers.count()).unwrap_or(1);
            ground
                .servers
                .kill(usize::try_from(dice.below(count)).unwrap_or_default());
            record.count("servers killed");
            Ok(())
        }
    }
}

async fn pause(dice: &mut Dice, least: u64, more: u64) {
    tokio::time::sleep(Duration::from_millis(least + dice.below(more))).await;
}
