//! One failure as a page: what happened, in a sentence, and how to go on.
use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::Plain;
use super::html;
use crate::base::app::App;
use crate::base::error::Error;
use crate::base::id::new_id;
use crate::base::text::Lang;

#[derive(Template)]
#[template(path = "page/failure.html")]
pub struct Failure {
    plain: Plain,
    headline: String,
    sentence: String,
    details: Vec<String>,
    /// Of a fault of ours: the number under which it is in the log.
    number: Option<String>,
    home: String,
}

impl Failure {
    /// Puts a failure into words; a fault of ours is logged here, once.
    ///
    /// `home` is where the reader can go on.
    pub fn new(error: &Error, w: Lang, app: &App, home: String) -> Failure {
        let (name, mut sentence, mut details, mut number) = match error {
            Error::NotFound => ("not-found", w.t("page-not-found-why"), vec![], None),
            Error::Gone => ("gone", w.t("page-gone-why"), vec![], None),
            Error::SignIn => ("sign-in", w.t("page-sign-in-why"), vec![], None),
            Error::NotAllowed(why) => ("not-allowed", w.say(why), vec![], None),
            Error::Refused(why) => ("refused", w.say(why), vec![], None),
            Error::Stale => ("stale", w.t("page-stale-why"), vec![], None),
            Error::Busy(_) => ("busy", w.t("page-busy-why"), vec![], None),
            Error::Invalid(_) => ("invalid", w.t("page-invalid-why"), vec![], None),
            Error::Broken(_) => ("broken", String::new(), vec![], Some(new_id())),
        };
        if let Error::Invalid(faults) = error {
            details = faults.iter().map(|fault| w.say(&fault.why)).collect();
        }
        if let (Error::Broken(cause), Some(id)) = (error, &number) {
            tracing::error!(id, error = ?cause, "something of ours is broken");
            sentence = w.t("page-broken-why");
            number = Some(id.clone());
        }
        let headline = w.t(&format!("page-{name}"));
        let plain = Plain::inner(w, headline.clone(), app.demo);
        Failure { plain, headline, sentence, details, number, home }
    }

    pub fn page(self, code: StatusCode) -> Response {
        html::with_status(code, &self, &self.plain.style).unwrap_or_else(|_| code.into_response())
    }

    pub fn json(self, code: StatusCode) -> Response {
        let body = serde_json::json!({
            "error": self.headline, "why": self.sentence, "details": self.details, "number": self.number,
        });
        (code, axum::Json(body)).into_response()
    }
}
