//! What can go wrong, sorted by what the reader can do next.
use super::sentence::Sentence;

pub type Result<T> = std::result::Result<T, Error>;

/// A failure, by what the reader can do about it; only `page/` knows status codes.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// It does not exist, or belongs to others: for the reader that is the same.
    #[error("not found")]
    NotFound,
    /// Everybody could see it, and it was taken back for good.
    #[error("gone")]
    Gone,
    /// The reader has to sign in first.
    #[error("sign in")]
    SignIn,
    /// The reader is known and may not do this; the sentence says who may.
    #[error("not allowed: {}", .0.key)]
    NotAllowed(Sentence),
    /// Something in a form has to be corrected: which fields, and why.
    #[error("invalid: {0:?}")]
    Invalid(Vec<FieldError>),
    /// A rule of the trade said no.
    #[error("refused: {}", .0.key)]
    Refused(Sentence),
    /// Someone was quicker; nothing was changed.
    #[error("stale")]
    Stale,
    /// Too much at once; try again at this instant.
    #[error("busy until {0:?}")]
    Busy(super::clock::Instant),
    /// Our own fault; logged once, with an id that the reader is shown.
    #[error(transparent)]
    Broken(#[from] anyhow::Error),
}

/// One field of a form and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    pub field: &'static str,
    pub why: Sentence,
}

impl Error {
    /// Names one wrong field.
    pub fn field(field: &'static str, why: Sentence) -> Self {
        Error::Invalid(vec![FieldError { field, why }])
    }
}

impl From<Sentence> for Error {
    fn from(why: Sentence) -> Self {
        Error::Refused(why)
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        match error {
            sqlx::Error::RowNotFound => Error::NotFound,
            other => Error::Broken(other.into()),
        }
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        Error::Broken(error.into())
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Error::Broken(error.into())
    }
}
