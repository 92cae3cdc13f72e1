//! The refusals of an endpoint, described status by status.

use std::collections::{BTreeMap, BTreeSet};

use kassa_wire::problem::{Problem, ProblemCode};
use serde_json::json;
use utoipa::openapi::example::ExampleBuilder;
use utoipa::openapi::schema::{AllOfBuilder, ObjectBuilder, Type};
use utoipa::openapi::{Content, ContentBuilder, Header, Ref, RefOr, Response, ResponseBuilder};

use crate::http::problem::{status, title};

/// Names the refusals of an endpoint: whole groups, and its own codes.
macro_rules! refusals {
    ($name:ident: $group:ident $(+ $more:ident)* $(, $code:ident)* $(,)?) => {
        /// What this endpoint refuses with.
        pub(super) struct $name;

        impl utoipa::IntoResponses for $name {
            fn responses() -> std::collections::BTreeMap<
                String,
                utoipa::openapi::RefOr<utoipa::openapi::Response>,
            > {
                let shared = $crate::http::openapi::$group.iter().copied();
                let more = [$($crate::http::openapi::$more,)*];
                let own: &[kassa_wire::problem::ProblemCode] =
                    &[$(kassa_wire::problem::ProblemCode::$code),*];
                let all = shared.chain(more).chain([own]).flatten().copied();
                $crate::http::openapi::responses(all.collect())
            }
        }
    };
}
pub(in crate::http) use refusals;

/// The answers that tell of these codes: one for each status, naming every code that it can hold.
pub(in crate::http) fn responses(
    codes: BTreeSet<ProblemCode>,
) -> BTreeMap<String, RefOr<Response>> {
    let mut by_status = BTreeMap::<u16, Vec<ProblemCode>>::new();
    for code in codes {
        by_status
            .entry(status(code).as_u16())
            .or_default()
            .push(code);
    }
    by_status
        .into_iter()
        .map(|(status, codes)| (status.to_string(), RefOr::T(response(status, &codes))))
        .collect()
}

fn response(status: u16, codes: &[ProblemCode]) -> Response {
    let lines: Vec<String> = codes
        .iter()
        .map(|code| format!("- `{}`:{}", code.as_str(), code.meaning()))
        .collect();
    let response = ResponseBuilder::new()
        .description(lines.join("\n"))
        .content("application/problem+json", content(codes));
    match status {
        401 => response.header("WWW-Authenticate", text_header("`Bearer`")),
        429 | 503 => response.header("Retry-After", text_header("Seconds to wait.")),
        _ => response,
    }
    .build()
}

/// A problem whose code is one of these.
fn content(codes: &[ProblemCode]) -> Content {
    let code = ObjectBuilder::new()
        .schema_type(Type::String)
        .enum_values(Some(codes.iter().map(|code| code.as_str())));
    let named = ObjectBuilder::new().property("code", code);
    let schema = AllOfBuilder::new()
        .item(Ref::from_schema_name("Problem"))
        .item(named);
    let examples = codes.iter().map(|code| (code.as_str(), example(*code)));
    ContentBuilder::new()
        .schema(Some(schema))
        .examples_from_iter(examples)
        .build()
}

fn example(code: ProblemCode) -> utoipa::openapi::example::Example {
    let problem = Problem {
        title: title(code).to_owned(),
        status: status(code).as_u16(),
        code,
        detail: code.meaning().trim().to_owned(),
        request_id: "req_0123456789abcdef".to_owned(),
        errors: Vec::new(),
    };
    ExampleBuilder::new().value(Some(json!(problem))).build()
}

fn text_header(description: &str) -> Header {
    let mut header = Header::default();
    header.description = Some(description.to_owned());
    header
}
