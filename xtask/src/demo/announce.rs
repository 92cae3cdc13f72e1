//! Telling where everything is, to a person or to a script.

use serde_json::json;

use super::api::DemoSession;
use super::stage::Stage;
use crate::failure::Failure;
use crate::say;

/// One line of JSON.
pub(crate) fn to_script(stage: &Stage, session: &DemoSession) -> Result<(), Failure> {
    let line = json!({
        "server": stage.server_url,
        "shop": stage.shop_url,
        "api_key": stage.api_key,
        "session": { "id": session.id, "url": session.url },
        "database": stage.database,
    });
    say::result(&line.to_string())
}

/// A few lines to click on.
pub(crate) fn to_person(stage: &Stage, session: &DemoSession) -> Result<(), Failure> {
    say::result(&format!(
        "
Kassa is ready.

  A pretend shop      {shop}
  A hosted checkout   {url}
  The same in a frame {shop}/iframe?session={id}
  Your colours on it  {shop}/brand
  The server          {server}
  Its API key         {key}
  Its database        {database}
  The sandbox's books {server}/sandbox/ledger

Cards that work: 4242 4242 4242 4242, with a challenge: 4000 0000 0000 3220,
declined: 4000 0000 0000 0002. Any later month, any three digits. Ctrl-C ends it.
",
        shop = stage.shop_url,
        url = session.url,
        id = session.id,
        server = stage.server_url,
        key = stage.api_key,
        database = stage.database.display(),
    ))
}
