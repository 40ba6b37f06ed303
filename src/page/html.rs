//! Finished templates as answers.
use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::style::Style;
use crate::base::clock::Instant;
use crate::base::error::{Error, Result};

/// The hash of the style inside a page, for the policy header.
#[derive(Debug, Clone)]
pub struct StyleHash(pub String);

/// Says of an answer that it is the same for everybody until a Verbund changes or time goes on.
#[derive(Debug, Clone)]
pub struct Keep {
    /// The id of the Verbund it shows, or `cache::ALL`.
    pub depends_on: String,
    pub until: Option<Instant>,
}

/// Renders a page.
pub fn page(template: &impl Template, style: &Style) -> Result<Response> {
    with_status(StatusCode::OK, template, style)
}

/// Renders a form again, with what was wrong.
pub fn rejected(template: &impl Template, style: &Style) -> Result<Response> {
    with_status(StatusCode::UNPROCESSABLE_ENTITY, template, style)
}

/// Renders a page that may be kept for everybody.
pub fn kept(template: &impl Template, style: &Style, keep: Keep) -> Result<Response> {
    let mut response = page(template, style)?;
    response.extensions_mut().insert(keep);
    Ok(response)
}

/// Gives a document that is not HTML, to be kept for everybody.
pub fn kept_document(kind: &'static str, body: String, keep: Keep) -> Response {
    let mut response = ([(header::CONTENT_TYPE, kind)], body).into_response();
    response.extensions_mut().insert(keep);
    response
}

/// Renders a page with a status of its own.
pub fn with_status(status: StatusCode, template: &impl Template, style: &Style) -> Result<Response> {
    let body = template.render().map_err(|error| Error::Broken(error.into()))?;
    let kind = HeaderValue::from_static("text/html; charset=utf-8");
    let mut response = (status, [(header::CONTENT_TYPE, kind)], body).into_response();
    response.extensions_mut().insert(StyleHash(style.hash.clone()));
    Ok(response)
}

/// Leads the browser to a page after something was done.
pub fn see_other(to: &str) -> Response {
    axum::response::Redirect::to(to).into_response()
}

/// Leads to a page and lets it say once what was done; `done` names a text `done-…`.
pub fn done(to: &str, done: &str) -> Response {
    let sign = if to.contains('?') { '&' } else { '?' };
    let (path, fragment) =
        to.split_once('#').map_or((to, String::new()), |(path, rest)| (path, format!("#{rest}")));
    see_other(&format!("{path}{sign}done={done}{fragment}"))
}
