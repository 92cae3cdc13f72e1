//! Flags, environment and file.

use crate::program::{Place, said};

#[test]
fn a_flag_wins_over_the_environment_and_that_over_the_file() {
    let place = Place::new();
    let file = "listen = \"127.0.0.1:1\"\nround_every = 1.5\nshutdown_time = 7\n\
                sandbox_ledger = true\nlog_format = \"text\"\n";
    place.write("kassa.toml", file);
    let mut command = place.command(&["config", "--config", "kassa.toml"]);
    command
        .args(["--listen", "127.0.0.1:3", "--sandbox-ledger=false"])
        .env("KASSA_LISTEN", "127.0.0.1:2")
        .env("KASSA_ROUND_EVERY", "2");
    let said = said(command);
    assert_eq!(said.code, Some(0), "{}", said.err);
    let lines: Vec<&str> = said.out.lines().collect();
    for line in [
        "listen = \"127.0.0.1:3\" # flag",
        "sandbox_ledger = \"false\" # flag",
        "round_every = \"2\" # environment",
        "shutdown_time = \"7\" # file",
        "log_format = \"text\" # file",
        "charge_time_limit = \"10\" # default",
        "# public_url is not set",
    ] {
        assert!(lines.contains(&line), "{line} in {}", said.out);
    }
}

#[test]
fn everything_wrong_with_the_settings_is_said_at_once() {
    let place = Place::new();
    let file = "lissten = \"127.0.0.1:1\"\n\n# A comment.\nlisten = \"nowhere\"\n\
                log_format = \"prose\"\n[listen_too]\n";
    place.write("kassa.toml", file);
    let mut command = place.command(&["serve", "--config", "kassa.toml"]);
    command
        .env("KASSA_ROUND_EVERY", "often")
        .env("KASSA_PUBLIC_URL", "pay.example");
    let said = said(command);
    assert_eq!(said.code, Some(1));
    let lines: Vec<&str> = said.err.lines().collect();
    let expected = [
        "KASSA_PUBLIC_URL: expected an origin: http or https, a host, and a port where it is not \
         the usual one",
        "KASSA_ROUND_EVERY: expected seconds",
        "kassa.toml:1: `lissten` is no setting",
        "kassa.toml:4: `listen`: invalid socket address syntax",
        "kassa.toml:5: `log_format`: expected one of text, json",
        "kassa.toml:6: `listen_too`: expected a text, a number, true, false or a list",
    ];
    assert_eq!(lines, expected);
}

#[test]
fn a_file_that_cannot_be_read_is_told_by_its_line() {
    let place = Place::new();
    place.write(
        "kassa.toml",
        "listen = \"127.0.0.1:1\"\ndatabase_url = \"hunter2\n",
    );
    let broken = place.run(&["check", "--config", "kassa.toml"]);
    assert_eq!(broken.code, Some(1));
    assert!(broken.err.starts_with("kassa.toml:2: "), "{}", broken.err);
    assert!(!broken.err.contains("hunter2"), "{}", broken.err);
    let missing = place.run(&["check", "--config", "elsewhere.toml"]);
    assert_eq!(missing.code, Some(1));
    assert!(
        missing.err.starts_with("elsewhere.toml cannot be read"),
        "{}",
        missing.err
    );
}

#[test]
fn a_secret_is_stars_wherever_settings_are_shown() {
    let place = Place::new();
    for arguments in [
        ["config", "--log=trace"],
        ["serve", "--help"],
        ["check", "--log=trace"],
    ] {
        let mut command = place.command(&arguments);
        command.env("DATABASE_URL", "postgres://kassa:hunter2@127.0.0.1:1/kassa");
        let said = said(command);
        let all = said.out + &said.err;
        assert!(!all.contains("hunter2"), "{all}");
        assert!(!all.is_empty());
    }
}
