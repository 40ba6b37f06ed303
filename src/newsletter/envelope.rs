//! A letter as it goes over the line: its head says whose it is, what it is, and how to end it.
use lettre::Message;
use lettre::address::Envelope;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};

use super::letter::Written;
use super::{IssueId, SubscriberId, bounce};
use crate::base::config::MailConfig;
use crate::base::error::{Error, Result};

/// Where a letter comes from and goes to.
pub struct Addressed<'a> {
    pub config: &'a MailConfig,
    /// The Verbund's name, and its name in addresses.
    pub name: &'a str,
    pub slug: &'a str,
    /// The installation's host.
    pub host: &'a str,
    /// Whom an answer reaches; where there is nobody, the sender.
    pub reply_to: Option<&'a str>,
    pub to: &'a str,
    pub issue: &'a IssueId,
    pub subscriber: &'a SubscriberId,
    /// Where a mail program ends it with one request (RFC 8058).
    pub unsubscribe: &'a str,
}

/// Puts a letter into its envelope. There is no `mailto:` beside the address that ends it: nobody
/// would read what is written there.
pub fn message(it: &Addressed<'_>, written: &Written) -> Result<Message> {
    let sender: Mailbox = it.config.from.parse().map_err(anyhow::Error::from)?;
    let to: Mailbox = Mailbox::new(None, it.to.parse().map_err(anyhow::Error::from)?);
    let domain = sender.email.domain().to_owned();
    let back = match &it.config.bounces {
        Some(bounces) => bounce::return_path(bounces, it.subscriber).parse().map_err(anyhow::Error::from)?,
        None => sender.email.clone(),
    };
    let envelope = Envelope::new(Some(back), vec![to.email.clone()]).map_err(anyhow::Error::from)?;
    let name = one_line(it.name);
    let mut builder = Message::builder()
        .from(Mailbox::new(Some(name), sender.email))
        .to(to)
        .subject(one_line(&written.subject))
        .message_id(Some(format!("<{}@{domain}>", bounce::message_name(it.issue, it.subscriber))))
        .envelope(envelope);
    if let Some(reply_to) = it.reply_to.and_then(|address| address.trim().parse::<Mailbox>().ok()) {
        builder = builder.reply_to(reply_to);
    }
    let host = it.host.split(':').next().unwrap_or_default();
    for (name, value) in [
        ("List-Id", format!("<newsletter.{}.{host}>", it.slug)),
        ("List-Unsubscribe", format!("<{}>", it.unsubscribe)),
        ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()),
        // Nobody's "I am away" answers a program (RFC 3834).
        ("Auto-Submitted", "auto-generated".to_owned()),
        ("Precedence", "bulk".to_owned()),
    ] {
        // Plain letters, ours: nothing in them is to be encoded, and an address must not be broken.
        let name = HeaderName::new_from_ascii_str(name);
        builder = builder.raw_header(HeaderValue::dangerous_new_pre_encoded(name, value.clone(), value));
    }
    let parts = MultiPart::alternative_plain_html(written.text.clone(), written.html.clone());
    builder.multipart(parts).map_err(|error| Error::Broken(error.into()))
}

/// Leaves out what would end a line of a head.
fn one_line(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
