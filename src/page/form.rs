//! Forms as people fill them in: read tolerantly, refused field by field, never emptied.
use std::collections::BTreeMap;

use axum::extract::{FromRequest, Request};
use axum::http::header;

use crate::base::error::{Error, FieldError, Result};
use crate::base::sentence::Sentence;
use crate::base::text::Lang;

/// How many fields a form may have: far more than any of ours, and few enough to look each one up.
const FIELDS_MAX: usize = 1_000;

/// What was sent in a form: names with all their values, in order.
#[derive(Debug, Clone, Default)]
pub struct Form(BTreeMap<String, Vec<String>>);

impl Form {
    /// Reads an encoded form; line ends become plain ones.
    pub fn parse(body: &[u8]) -> Form {
        let mut fields: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (name, value) in form_urlencoded::parse(body) {
            fields.entry(name.into_owned()).or_default().push(value.replace("\r\n", "\n"));
        }
        Form(fields)
    }

    /// Gives a field, trimmed; empty where it is missing.
    pub fn text(&self, name: &str) -> String {
        self.raw(name).trim().to_owned()
    }

    /// Gives a field exactly as typed.
    pub fn raw(&self, name: &str) -> String {
        self.0.get(name).and_then(|values| values.first()).cloned().unwrap_or_default()
    }

    /// Gives a field if somebody filled it in.
    pub fn some(&self, name: &str) -> Option<String> {
        Some(self.text(name)).filter(|text| !text.is_empty())
    }

    /// Gives every value of a field that can occur several times.
    pub fn all(&self, name: &str) -> Vec<String> {
        self.0.get(name).cloned().unwrap_or_default()
    }

    pub fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        self.0.insert(name.to_owned(), vec![value.into()]);
    }
}

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = Error;

    async fn from_request(request: Request, state: &S) -> Result<Self> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        if kind.is_some_and(|kind| !kind.starts_with("application/x-www-form-urlencoded")) {
            return Err(Error::Refused(Sentence::new("page-form-kind")));
        }
        let body = bytes::Bytes::from_request(request, state)
            .await
            .map_err(|_| Error::Refused(Sentence::new("page-form-too-long")))?;
        if form_urlencoded::parse(&body).take(FIELDS_MAX + 1).count() > FIELDS_MAX {
            return Err(Error::Refused(Sentence::new("page-form-too-long")));
        }
        Ok(Form::parse(&body))
    }
}

/// What was wrong in a form, to be shown beside its fields.
#[derive(Debug, Clone, Default)]
pub struct Faults(pub Vec<FieldError>);

impl Faults {
    /// Notes what is wrong with a field.
    pub fn add(&mut self, field: &'static str, why: Sentence) {
        self.0.push(FieldError { field, why });
    }

    /// Takes the value, or notes what is wrong and goes on with a default.
    pub fn take<T: Default>(&mut self, field: &'static str, result: std::result::Result<T, Sentence>) -> T {
        result.unwrap_or_else(|why| {
            self.add(field, why);
            T::default()
        })
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Says what is wrong with one field.
    pub fn of(&self, field: &str, w: Lang) -> Option<String> {
        self.0.iter().find(|fault| fault.field == field).map(|fault| w.say(&fault.why))
    }

    /// Gives the faults as an error, if there are any.
    pub fn check(self) -> Result<()> {
        if self.is_empty() { Ok(()) } else { Err(Error::Invalid(self.0)) }
    }
}

/// Sorts a failed save: what the form can show goes back into the form, the rest is passed on.
pub fn faults_of(error: Error) -> Result<Faults> {
    match error {
        Error::Invalid(faults) => Ok(Faults(faults)),
        other => Err(other),
    }
}
