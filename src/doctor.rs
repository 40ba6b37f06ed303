//! Checks what an installation needs and says what to do about what is missing.

use crate::base::clock::Clock;
use crate::base::config::Config;
use crate::base::db::{Db, Kind};
use crate::base::smtp::{Fate, Server};
use crate::base::{job, store};

/// One finding: good, worth a look, or broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    Good(String),
    Look(String),
    Broken(String),
}

impl Finding {
    pub fn is_broken(&self) -> bool {
        matches!(self, Finding::Broken(_))
    }
}

impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Finding::Good(text) => write!(f, "good    {text}"),
            Finding::Look(text) => write!(f, "look    {text}"),
            Finding::Broken(text) => write!(f, "broken  {text}"),
        }
    }
}

/// Examines an installation without changing it.
pub async fn examine(config: &Config) -> Vec<Finding> {
    let mut findings = vec![address(config), folder(config)];
    findings.extend(database(config).await);
    findings.push(mail(config).await);
    findings.extend(outgoing(config));
    findings
}

/// Says loudly what only tests and closed networks may set.
fn outgoing(config: &Config) -> Vec<Finding> {
    let outgoing = &config.outgoing;
    let mut findings = Vec::new();
    if outgoing.is_private {
        findings.push(Finding::Look(
            "OUTGOING_PRIVATE IS ON: whoever can name an address makes this program reach the inside of its \
             network, also without encryption. It is for tests and closed networks; take outgoing_private \
             out of the settings of a server on the Internet"
                .into(),
        ));
    }
    if !outgoing.trusted.is_empty() {
        findings.push(Finding::Look("outgoing_trusted: certificates of the settings are trusted too".into()));
    }
    if !outgoing.known.is_empty() {
        let names: Vec<_> = outgoing.known.iter().map(|(name, at)| format!("{name} = {at}")).collect();
        findings.push(Finding::Look(format!("outgoing_known: not looked up are {}", names.join(", "))));
    }
    findings
}

fn address(config: &Config) -> Finding {
    let url = &config.public_url;
    let host = config.public_host();
    let local = host.starts_with("localhost") || host.starts_with("127.");
    if config.is_secure() {
        Finding::Good(format!("people come to {url}"))
    } else if local {
        Finding::Look(format!("people come to {url}: only this machine; set public_url for others"))
    } else {
        Finding::Look(format!("people come to {url} without https: passwords can be read on the way"))
    }
}

fn folder(config: &Config) -> Finding {
    let probe = config.data.join(".doctor");
    match std::fs::create_dir_all(&config.data).and_then(|()| std::fs::write(&probe, b"ok")) {
        Ok(()) => {
            let _ = std::fs::remove_file(&probe);
            Finding::Good(format!("the folder {} can be written", config.data.display()))
        }
        Err(error) => Finding::Broken(format!(
            "the folder {} cannot be written ({error}): give it to the user that runs verbund",
            config.data.display()
        )),
    }
}

async fn database(config: &Config) -> Vec<Finding> {
    let db = match Db::open(&config.database).await {
        Ok(db) => db,
        Err(error) => {
            return vec![Finding::Broken(format!(
                "the database is not reached ({error}): check its address"
            ))];
        }
    };
    let kind = match db.kind() {
        Kind::Sqlite => "embedded database",
        Kind::Postgres => "PostgreSQL",
    };
    let mut findings = match db.pending_migrations().await {
        Ok(0) => vec![Finding::Good(format!("the {kind} is reached and up to date"))],
        Ok(n) => vec![Finding::Look(format!("the {kind} needs {n} migrations: run `verbund migrate`"))],
        Err(error) => vec![Finding::Broken(format!("the {kind} does not answer ({error})"))],
    };
    if let Ok(mut conn) = db.read().await {
        match store::troubles(&mut conn).await {
            Ok((0, 0)) => {
                findings.push(Finding::Good("no job was given up, no letter is unconfirmed".into()))
            }
            Ok((jobs, letters)) => findings.push(Finding::Look(format!(
                "{jobs} jobs were given up, {letters} letters are refused or unconfirmed: see /operate"
            ))),
            // Before the first migration there is nothing to count.
            Err(_) => {}
        }
        if let Ok(Some(n)) = job::minutes_late(&mut conn, Clock::real().now()).await {
            findings.push(Finding::Look(format!(
                "for {n} minutes nobody has taken up a job that is due: is `verbund serve` or `verbund work` running?"
            )));
        }
    }
    db.close().await;
    findings
}

async fn mail(config: &Config) -> Finding {
    let Some(mail) = &config.mail else {
        return Finding::Look("no mail server is named (smtp, mail_from): nobody gets letters".into());
    };
    let server = match Server::of(config, &mail.smtp) {
        Ok(server) => server,
        Err(error) => return Finding::Broken(format!("the mail address smtp cannot be read ({error})")),
    };
    match server.greet().await {
        Ok(()) => Finding::Good("the mail server answers".into()),
        Err(Fate::Waiting { why, .. } | Fate::Refused { why, .. }) => {
            Finding::Broken(format!("the mail server is not reached ({why})"))
        }
        Err(_) => Finding::Broken("the mail server does not greet as one".into()),
    }
}
