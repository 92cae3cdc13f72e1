//! Adding up what went over the wire, from what the browser's debugger says about it.

use std::collections::HashMap;

use serde_json::Value;
use thirtyfour::WebDriver;

use super::Traffic;
use crate::failure::Failure;

/// Of everything that this browser asked for since it was started. `usable_at` is in milliseconds
/// of the clock on the wall.
pub(crate) async fn traffic(browser: &WebDriver, usable_at: f64) -> Result<Traffic, Failure> {
    let log = browser.get_log("performance").await?;
    let told = log
        .iter()
        .filter_map(|entry| serde_json::from_str::<Value>(&entry.message).ok());
    Ok(added_up(
        told.map(|mut it| it["message"].take()),
        usable_at / 1000.0,
    ))
}

/// The debugger's clock is another one than the wall's: each request says both times.
fn added_up(told: impl Iterator<Item = Value>, usable_at_s: f64) -> Traffic {
    let mut traffic = Traffic::default();
    let mut apart: HashMap<String, f64> = HashMap::new();
    for message in told {
        let about = &message["params"];
        let id = about["requestId"].as_str().unwrap_or_default();
        match message["method"].as_str() {
            Some("Network.requestWillBeSent") => {
                if let (Some(wall), Some(own)) =
                    (about["wallTime"].as_f64(), about["timestamp"].as_f64())
                {
                    apart.insert(id.to_owned(), wall - own);
                }
            }
            Some("Network.loadingFinished") => {
                let bytes = about["encodedDataLength"].as_f64().unwrap_or_default();
                let ended = about["timestamp"].as_f64().zip(apart.get(id));
                let in_time = ended.is_some_and(|(own, apart)| own + apart <= usable_at_s);
                traffic.add(bytes, in_time.into());
            }
            _ => (),
        }
    }
    traffic
}

impl Traffic {
    fn add(&mut self, bytes: f64, until_usable: u64) {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a count of bytes, which JSON has as a number"
        )]
        let bytes = bytes.max(0.0) as u64;
        self.bytes += bytes;
        self.answers += 1;
        self.bytes_until_usable += bytes * until_usable;
        self.answers_until_usable += until_usable;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn asked(id: &str) -> Value {
        json!({ "method": "Network.requestWillBeSent",
            "params": { "requestId": id, "wallTime": 1000.0, "timestamp": 10.0 } })
    }

    fn answered(id: &str, at: f64, bytes: u32) -> Value {
        json!({ "method": "Network.loadingFinished",
            "params": { "requestId": id, "timestamp": at, "encodedDataLength": bytes } })
    }

    #[test]
    fn what_arrives_after_the_first_input_is_not_what_a_payer_waited_for() {
        let told = [
            asked("a"),
            asked("b"),
            answered("a", 11.0, 700),
            answered("b", 13.0, 90_000),
        ];
        let expected = Traffic {
            bytes_until_usable: 700,
            answers_until_usable: 1,
            bytes: 90_700,
            answers: 2,
        };
        assert_eq!(added_up(told.into_iter(), 1002.0), expected);
    }
}
