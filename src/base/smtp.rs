//! How a letter is handed to a mail server, and what became of it: the one judge of that, for single
//! letters as for newsletters.
use std::time::Duration;

use lettre::transport::smtp::Error as SmtpError;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

use super::config::Config;

/// How long the mail server may take for one answer.
const ANSWER: Duration = Duration::from_secs(20);

/// What became of a letter that was handed to a mail server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    Taken,
    /// Surely nothing went out, and the next attempt may succeed. `on_line` says that it lies with
    /// the server or the line to it, so that other letters fare no better now.
    Waiting {
        why: String,
        on_line: bool,
    },
    /// The server does not want it and never will: its code, where it gave one, and its words.
    Refused {
        code: Option<u16>,
        why: String,
    },
    /// The line broke on the way: it may have arrived.
    Unknown,
}

/// A mail server to which letters are handed one after the other, over one line while it holds.
pub struct Server(AsyncSmtpTransport<Tokio1Executor>);

impl Server {
    /// The server of the settings; where they trust a certificate of their own, it is trusted here too.
    pub fn of(config: &Config, smtp: &str) -> anyhow::Result<Server> {
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(smtp)?;
        let url = url::Url::parse(smtp)?;
        let is_wrapped = url.scheme() == "smtps";
        let is_required =
            is_wrapped || url.query_pairs().any(|(key, value)| key == "tls" && value == "required");
        if is_required && !config.outgoing.trusted.is_empty() {
            let trusted = Certificate::from_pem(&config.outgoing.trusted)?;
            let host = url.host_str().unwrap_or_default().to_owned();
            let tls = TlsParameters::builder(host).add_root_certificate(trusted).build()?;
            builder = builder.tls(if is_wrapped { Tls::Wrapper(tls) } else { Tls::Required(tls) });
        }
        Ok(Server(builder.timeout(Some(ANSWER)).build()))
    }

    /// Hands a letter over, once.
    pub async fn hand_over(&self, message: Message) -> Fate {
        match self.0.send(message).await {
            Ok(_) => Fate::Taken,
            Err(error) => judge(&error),
        }
    }

    /// Tells whether the server answers and lets us in; else what it says.
    pub async fn greet(&self) -> std::result::Result<(), Fate> {
        match self.0.test_connection().await {
            Ok(_) => Ok(()),
            Err(error) => Err(judge(&error)),
        }
    }
}

/// Judges an attempt. What is not surely nothing counts as unknown: better one letter missing
/// than one twice.
fn judge(error: &SmtpError) -> Fate {
    let (code, why) = (error.status().map(u16::from), error.to_string());
    // 53x speaks of the name and password in the settings; whoever runs this can mend them.
    let is_shut = code.is_some_and(|code| (530..540).contains(&code));
    if error.is_permanent() && !is_shut {
        return Fate::Refused { code, why };
    }
    // That no line came about at all, `lettre` says in words alone.
    let unreached = why.starts_with("Connection error");
    if code.is_some() || unreached || error.is_client() || error.is_tls() {
        return Fate::Waiting { why, on_line: code.is_none_or(|code| code == 421 || is_shut) };
    }
    Fate::Unknown
}
