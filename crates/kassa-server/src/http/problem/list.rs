//! Keeps `docs/errors.md` what the table says.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use kassa_wire::problem::{FieldCode, ProblemCode};

use super::{status, title};

const OPENING: &str = "# Errors

Every answer that is not a success is `application/problem+json` (RFC 9457). Decide by `code`: it \
never changes. `detail` is a sentence for you, not for payers; `request_id` finds the request in \
the server's log; `errors` names fields, where fields are to blame.

```json
{
  \"title\": \"A field cannot be taken\",
  \"status\": 422,
  \"code\": \"invalid_field\",
  \"detail\": \"Cannot be taken: amount.currency.\",
  \"request_id\": \"req_0123456789abcdef\",
  \"errors\": [{ \"field\": \"amount.currency\", \"code\": \"invalid\" }]
}
```

A 429 or a 503 says in `Retry-After` when to ask again, in seconds. After a 503, or no answer at \
all, send the same request with the same `Idempotency-Key`.

This list is written by `KASSA_WRITE_DOCS=1 cargo test -p kassa-server docs_errors`, from the \
server's own table; a test fails when it is old.
";

fn list() -> Result<String, std::fmt::Error> {
    let mut text = OPENING.to_owned();
    text.push_str("\n## Codes\n\n| status | code | title | meaning |\n|---|---|---|---|\n");
    let mut codes = ProblemCode::ALL.to_vec();
    codes.sort_by_key(|code| (status(*code), code.as_str()));
    for code in codes {
        let (status, name, title) = (status(code).as_u16(), code.as_str(), title(code));
        let meaning = code.meaning().trim();
        writeln!(text, "| {status} | `{name}` | {title} | {meaning} |")?;
    }
    text.push_str("\n## Codes of fields\n\n| code | meaning |\n|---|---|\n");
    for code in FieldCode::ALL {
        writeln!(text, "| `{}` | {} |", code.as_str(), code.meaning().trim())?;
    }
    Ok(text)
}

fn file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/errors.md")
}

#[test]
fn docs_errors_lists_every_code() {
    let list = list().unwrap();
    if env::var_os("KASSA_WRITE_DOCS").is_some() {
        fs::write(file(), &list).unwrap();
    }
    let written = fs::read_to_string(file()).unwrap_or_default();
    assert!(
        written == list,
        "docs/errors.md is old: KASSA_WRITE_DOCS=1 cargo test -p kassa-server docs_errors"
    );
}
