//! Why a signature is not accepted.

/// The reason, for the answer and the log. Texts of strangers in it are short and plain.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("the request carries no signature")]
    NoSignature,
    #[error("the signature cannot be read: {0}")]
    Unreadable(&'static str),
    #[error("the headers of the signature are too long")]
    TooLong,
    #[error("the request carries more than one signature")]
    Several,
    #[error("the signature uses something that is not supported here: {0}")]
    UnknownScheme(String),
    #[error("the signature does not cover {0}")]
    Uncovered(&'static str),
    #[error("the signature covers {0}, which the request does not have")]
    Absent(String),
    #[error("the digest does not match the body")]
    DigestWrong,
    #[error(
        "the signature is for the host {signed}, but the public address of this server is {ours}: \
         a proxy changes the host, or the public address is set wrongly"
    )]
    OtherHost { signed: String, ours: String },
    #[error("the signature is too old")]
    TooOld,
    #[error("the signature comes from the future; one of the clocks is wrong")]
    TooNew,
    #[error("the key does not fit: {0}")]
    KeyUnfit(&'static str),
    #[error("the signature does not verify with this key")]
    DoesNotVerify,
}

impl Fault {
    /// Names something of a stranger, shortened to what a log can hold.
    pub(super) fn unknown(name: &str) -> Fault {
        Fault::UnknownScheme(plain(name))
    }

    pub(super) fn absent(name: &str) -> Fault {
        Fault::Absent(plain(name))
    }
}

fn plain(name: &str) -> String {
    name.chars().filter(char::is_ascii_graphic).take(40).collect()
}
