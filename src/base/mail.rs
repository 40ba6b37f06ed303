//! Letters to members: written down with what causes them, sent by a job, never sent twice.
use lettre::Message;
use lettre::message::Mailbox;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};

use super::app::App;
use super::clock::Instant;
use super::config::MailConfig;
use super::db::Conn;
use super::error::{Error, Result};
use super::smtp::{Fate, Server};
use super::{job, store_mail};

/// The kind of the job that sends a letter.
pub const JOB: &str = "mail";

/// What is noted of a letter of which nobody knows whether it arrived.
pub const UNCONFIRMED: &str = "unconfirmed";

/// A letter, as it lies in the database.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Letter {
    pub id: String,
    pub consortium_id: Option<String>,
    pub person_id: Option<String>,
    pub recipient: String,
    pub subject: String,
    pub body: String,
    pub created_at: Instant,
    pub sent_at: Option<Instant>,
    pub failed_at: Option<Instant>,
    pub attempts: i64,
    pub last_error: String,
}

impl Letter {
    /// A letter that has not been written down yet.
    pub fn new(recipient: &str, subject: String, body: String, at: Instant) -> Letter {
        Letter {
            id: super::id::new_id(),
            consortium_id: None,
            person_id: None,
            recipient: recipient.to_owned(),
            subject,
            body,
            created_at: at,
            sent_at: None,
            failed_at: None,
            attempts: 0,
            last_error: String::new(),
        }
    }

    pub fn about(mut self, consortium: &str) -> Letter {
        self.consortium_id = Some(consortium.to_owned());
        self
    }

    pub fn to_person(mut self, person: &str) -> Letter {
        self.person_id = Some(person.to_owned());
        self
    }
}

/// Writes a letter down and the job that sends it, in the caller's transaction.
pub async fn write(conn: &mut Conn, letter: &Letter) -> Result<()> {
    store_mail::insert(conn, letter).await?;
    job::enqueue(conn, JOB, &letter.id, letter.created_at).await
}

/// Sends a letter. Whether a server took a letter is unknown when the line breaks after the text
/// went out, or when this program died meanwhile; such a letter is marked and not sent again.
/// An error means that surely nothing went out, so that the job may be tried again.
pub async fn send(app: &App, id: &str) -> Result<()> {
    let letter = store_mail::find(&mut *app.db.read().await?, id).await?;
    if letter.sent_at.is_some() || letter.failed_at.is_some() {
        return Ok(());
    }
    let Some(config) = &app.config.mail else {
        // Kept and shown: in the demo, and where no mail server is named.
        return Ok(());
    };
    let now = app.clock.now();
    if letter.attempts > 0 {
        return mark(app, id, None, Some(now), 1, UNCONFIRMED).await;
    }
    let message = match message(config, &letter) {
        Ok(message) => message,
        // No server would ever take it; trying again changes nothing.
        Err(error) => return mark(app, id, None, Some(now), 0, &error.to_string()).await,
    };
    let server = Server::of(&app.config, &config.smtp)?;
    mark(app, id, None, None, 1, "").await?;
    super::kill::point("mail.before_send");
    match server.hand_over(message).await {
        Fate::Taken => {
            super::kill::point("mail.after_send");
            mark(app, id, Some(app.clock.now()), None, 1, "").await
        }
        Fate::Refused { why, .. } => mark(app, id, None, Some(now), 1, &why).await,
        Fate::Unknown => mark(app, id, None, Some(now), 1, UNCONFIRMED).await,
        Fate::Waiting { why, .. } => {
            mark(app, id, None, None, 0, &why).await?;
            Err(Error::Broken(anyhow::anyhow!(why)))
        }
    }
}

async fn mark(
    app: &App,
    id: &str,
    sent: Option<Instant>,
    failed: Option<Instant>,
    attempts: i64,
    why: &str,
) -> Result<()> {
    let mut tx = app.db.begin("mail").await?;
    store_mail::mark(&mut tx, id, sent, failed, attempts, why).await?;
    tx.commit().await
}

fn message(config: &MailConfig, letter: &Letter) -> Result<Message> {
    let from: Mailbox = config.from.parse().map_err(anyhow::Error::from)?;
    let domain = from.email.domain().to_owned();
    let to: Mailbox = letter.recipient.parse().map_err(anyhow::Error::from)?;
    Message::builder()
        .from(from)
        .to(to)
        .subject(&letter.subject)
        .message_id(Some(format!("<{}@{domain}>", letter.id)))
        .header(ContentType::TEXT_PLAIN)
        // Nobody's "I am away" answers a program (RFC 3834).
        .raw_header(HeaderValue::new(
            HeaderName::new_from_ascii_str("Auto-Submitted"),
            "auto-generated".to_owned(),
        ))
        .body(letter.body.clone())
        .map_err(|error| Error::Broken(error.into()))
}
