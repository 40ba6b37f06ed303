//! What the operator decides: by file, by environment, by flag; all mistakes are told at once.
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::Deserialize;

use super::seal::Seal;

/// Where identities of the AT Protocol are looked up unless somebody runs a directory of their own.
const PLC: &str = "https://plc.directory";

/// The settings of one installation, checked.
#[derive(Debug, Clone)]
pub struct Config {
    pub listen: SocketAddr,
    pub data: PathBuf,
    pub database: String,
    /// The address under which people reach the installation, without a trailing slash.
    pub public_url: String,
    /// From these addresses `X-Forwarded-For` and `X-Forwarded-Host` are believed.
    pub trusted_proxies: Vec<IpAddr>,
    pub mail: Option<MailConfig>,
    /// What opens sealed secrets, where its key does not lie in the folder.
    pub seal: Option<Seal>,
    /// How the program reaches other servers.
    pub outgoing: Outgoing,
    /// Where identities of the AT Protocol (`did:plc`) are looked up, without a trailing slash.
    pub plc: String,
    pub meta: MetaConfig,
}

/// The Graph API of Facebook and Instagram, and the installation's app there (empty: each Verbund
/// brings its own).
#[derive(Clone, PartialEq, Eq)]
pub struct MetaConfig {
    pub graph_url: String,
    /// Lives about two years at Meta: a setting, so that no new program is needed.
    pub graph_version: String,
    /// Where people agree.
    pub dialog_url: String,
    pub app_id: String,
    pub app_secret: String,
}

impl std::fmt::Debug for MetaConfig {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "MetaConfig {{ {} {} }}", self.graph_url, self.graph_version)
    }
}

/// What holds for requests to other servers. Only tests and closed networks change it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outgoing {
    /// Whether addresses that are not of the open Internet may be reached too.
    pub is_private: bool,
    /// Certificates (PEM) that are trusted besides those of the system.
    pub trusted: Vec<u8>,
    /// Names that are not looked up but known.
    pub known: Vec<(String, SocketAddr)>,
    /// The longest that a request may take, where that is less than it asks for.
    pub patience: Option<Duration>,
}

/// How mail goes out: an SMTP server as a URL (`smtps://user:password@host`), and the sender.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailConfig {
    pub smtp: String,
    pub from: String,
    /// Where servers send letters back that they could not deliver (`bounces@verbund.example`); what
    /// arrives there is piped into `verbund bounce`. None: to the sender.
    pub bounces: Option<String>,
    /// How many letters of the newsletters go out in a minute, at most.
    pub per_minute: u32,
}

/// How many letters of the newsletters go out in a minute where the settings say nothing: no
/// provider takes that for a flood.
pub const PER_MINUTE: u32 = 60;

/// The same settings as a person writes them, in `verbund.toml` or as `VERBUND_…`.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Raw {
    pub listen: Option<String>,
    pub data: Option<String>,
    pub database: Option<String>,
    pub public_url: Option<String>,
    pub trusted_proxies: Option<Vec<String>>,
    pub smtp: Option<String>,
    pub mail_from: Option<String>,
    pub mail_bounces: Option<String>,
    pub newsletter_per_minute: Option<u32>,
    pub key: Option<String>,
    pub graph_url: Option<String>,
    pub graph_version: Option<String>,
    pub facebook_url: Option<String>,
    pub meta_app_id: Option<String>,
    pub meta_app_secret: Option<String>,
    pub outgoing_private: Option<bool>,
    pub outgoing_trusted: Option<String>,
    pub outgoing_known: Option<Vec<String>>,
    pub plc: Option<String>,
}

impl Raw {
    /// Reads a settings file; its syntax errors come back with line and column.
    pub fn from_file(path: &Path) -> Result<Raw, String> {
        let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        toml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))
    }

    /// Takes the settings from the environment, by the names `VERBUND_LISTEN` and so on.
    pub fn from_env(get: impl Fn(&str) -> Option<String>) -> Raw {
        let list = |text: String| text.split(',').map(|part| part.trim().to_owned()).collect();
        Raw {
            listen: get("VERBUND_LISTEN"),
            data: get("VERBUND_DATA"),
            database: get("VERBUND_DATABASE"),
            public_url: get("VERBUND_PUBLIC_URL"),
            trusted_proxies: get("VERBUND_TRUSTED_PROXIES").map(list),
            smtp: get("VERBUND_SMTP"),
            mail_from: get("VERBUND_MAIL_FROM"),
            mail_bounces: get("VERBUND_MAIL_BOUNCES"),
            // 0 is refused below, so that a word is not taken for silence.
            newsletter_per_minute: get("VERBUND_NEWSLETTER_PER_MINUTE")
                .map(|n| n.trim().parse().unwrap_or(0)),
            key: get("VERBUND_KEY"),
            graph_url: get("VERBUND_GRAPH_URL"),
            graph_version: get("VERBUND_GRAPH_VERSION"),
            facebook_url: get("VERBUND_FACEBOOK_URL"),
            meta_app_id: get("VERBUND_META_APP_ID"),
            meta_app_secret: get("VERBUND_META_APP_SECRET"),
            outgoing_private: get("VERBUND_OUTGOING_PRIVATE").map(|text| text == "true"),
            outgoing_trusted: get("VERBUND_OUTGOING_TRUSTED"),
            outgoing_known: get("VERBUND_OUTGOING_KNOWN").map(list),
            plc: get("VERBUND_PLC"),
        }
    }

    /// Lets the stronger settings win over these.
    pub fn overridden_by(self, stronger: Raw) -> Raw {
        Raw {
            listen: stronger.listen.or(self.listen),
            data: stronger.data.or(self.data),
            database: stronger.database.or(self.database),
            public_url: stronger.public_url.or(self.public_url),
            trusted_proxies: stronger.trusted_proxies.or(self.trusted_proxies),
            smtp: stronger.smtp.or(self.smtp),
            mail_from: stronger.mail_from.or(self.mail_from),
            mail_bounces: stronger.mail_bounces.or(self.mail_bounces),
            newsletter_per_minute: stronger.newsletter_per_minute.or(self.newsletter_per_minute),
            key: stronger.key.or(self.key),
            graph_url: stronger.graph_url.or(self.graph_url),
            graph_version: stronger.graph_version.or(self.graph_version),
            facebook_url: stronger.facebook_url.or(self.facebook_url),
            meta_app_id: stronger.meta_app_id.or(self.meta_app_id),
            meta_app_secret: stronger.meta_app_secret.or(self.meta_app_secret),
            outgoing_private: stronger.outgoing_private.or(self.outgoing_private),
            outgoing_trusted: stronger.outgoing_trusted.or(self.outgoing_trusted),
            outgoing_known: stronger.outgoing_known.or(self.outgoing_known),
            plc: stronger.plc.or(self.plc),
        }
    }

    /// Checks everything and gives either the settings or every mistake.
    pub fn check(self) -> Result<Config, Vec<String>> {
        let mut mistakes = Vec::new();
        let mail = mail_of(&self, &mut mistakes);
        let outgoing = outgoing_of(&self, &mut mistakes);
        let meta = meta_of(&self);
        let listen = self.listen.unwrap_or_else(|| "127.0.0.1:8080".into());
        let listen = listen.parse().unwrap_or_else(|_| {
            mistakes.push(format!("listen: '{listen}' is not an address with a port, like 127.0.0.1:8080"));
            SocketAddr::from(([127, 0, 0, 1], 8080))
        });
        let data = PathBuf::from(self.data.unwrap_or_else(|| "data".into()));
        let database = self.database.unwrap_or_else(|| super::db::Db::embedded_url(&data));
        if !["sqlite:", "postgres:", "postgresql:"].iter().any(|scheme| database.starts_with(scheme)) {
            mistakes.push("database: begins neither with sqlite: nor with postgres:".into());
        }
        let public_url = self.public_url.unwrap_or_else(|| format!("http://{listen}"));
        let public_url = public_url.trim_end_matches('/').to_owned();
        match public_url.parse::<http::Uri>() {
            Ok(uri)
                if uri.host().is_some()
                    && matches!(uri.scheme_str(), Some("http" | "https"))
                    && uri.path() == "/" => {}
            _ => mistakes.push(format!("public_url: '{public_url}' is not like https://verbund.example")),
        }
        let mut trusted_proxies = Vec::new();
        for proxy in self.trusted_proxies.unwrap_or_default() {
            match proxy.parse() {
                Ok(address) => trusted_proxies.push(address),
                Err(_) => mistakes.push(format!("trusted_proxies: '{proxy}' is not an IP address")),
            }
        }
        let plc = self.plc.unwrap_or_else(|| PLC.into()).trim_end_matches('/').to_owned();
        if !plc.starts_with("https://") && self.outgoing_private != Some(true) {
            mistakes.push(format!("plc: '{plc}' is not like {PLC}"));
        }
        let key = self.key.map(|key| super::seal::parse_key(key.trim()));
        if key == Some(None) {
            mistakes
                .push("key: has to be 64 hexadecimal digits, as `openssl rand -hex 32` makes them".into());
        }
        if mistakes.is_empty() {
            let seal = key.flatten().map(Seal::with_key);
            Ok(Config {
                listen,
                data,
                database,
                public_url,
                trusted_proxies,
                mail,
                seal,
                outgoing,
                plc,
                meta,
            })
        } else {
            Err(mistakes)
        }
    }
}

/// Checks how letters go out and how they come back.
fn mail_of(raw: &Raw, mistakes: &mut Vec<String>) -> Option<MailConfig> {
    let bounces = raw.mail_bounces.clone().filter(|bounces| !bounces.trim().is_empty());
    if bounces.as_ref().is_some_and(|it| it.parse::<lettre::Address>().is_err() || it.contains('+')) {
        mistakes.push(
            "mail_bounces: is not a bare e-mail address without +, like bounces@verbund.example".into(),
        );
    }
    let per_minute = raw.newsletter_per_minute.unwrap_or(PER_MINUTE);
    if !(1..=100_000).contains(&per_minute) {
        mistakes.push("newsletter_per_minute: has to be a number from 1 to 100000".into());
    }
    match (raw.smtp.clone(), raw.mail_from.clone()) {
        (Some(smtp), Some(from)) => {
            if !smtp.starts_with("smtp://") && !smtp.starts_with("smtps://") {
                mistakes.push("smtp: begins neither with smtp:// nor with smtps://".into());
            }
            if from.parse::<lettre::message::Mailbox>().is_err() {
                mistakes.push(format!("mail_from: '{from}' is not an e-mail address"));
            }
            Some(MailConfig { smtp, from, bounces, per_minute })
        }
        (Some(_), None) => {
            mistakes.push("mail_from: is missing, though smtp is set".into());
            None
        }
        (None, _) => None,
    }
}

/// Checks how other servers are reached.
fn outgoing_of(raw: &Raw, mistakes: &mut Vec<String>) -> Outgoing {
    let trusted = raw.outgoing_trusted.as_ref().map(std::fs::read).transpose().unwrap_or_else(|error| {
        mistakes.push(format!("outgoing_trusted: cannot be read: {error}"));
        None
    });
    let mut outgoing = Outgoing {
        is_private: raw.outgoing_private.unwrap_or(false),
        trusted: trusted.unwrap_or_default(),
        known: Vec::new(),
        patience: None,
    };
    for known in raw.outgoing_known.clone().unwrap_or_default() {
        let named = known.split_once('=').and_then(|(name, at)| Some((name.to_owned(), at.parse().ok()?)));
        match named {
            Some(named) => outgoing.known.push(named),
            None => mistakes.push(format!("outgoing_known: '{known}' is not like name=127.0.0.1:443")),
        }
    }
    outgoing
}

/// Takes how Facebook and Instagram are reached.
fn meta_of(raw: &Raw) -> MetaConfig {
    let whole = |url: Option<String>, usual: &str| {
        url.unwrap_or_else(|| usual.into()).trim_end_matches('/').to_owned()
    };
    MetaConfig {
        graph_url: whole(raw.graph_url.clone(), "https://graph.facebook.com"),
        graph_version: raw.graph_version.clone().unwrap_or_else(|| "v26.0".into()),
        dialog_url: whole(raw.facebook_url.clone(), "https://www.facebook.com"),
        app_id: raw.meta_app_id.clone().unwrap_or_default(),
        app_secret: raw.meta_app_secret.clone().unwrap_or_default(),
    }
}

impl Config {
    /// Tells whether people come by https, so that the session cookie says `Secure`.
    pub fn is_secure(&self) -> bool {
        self.public_url.starts_with("https://")
    }

    /// Chooses the port where port 0 asks for a free one, so that addresses in letters and codes
    /// are right from the start.
    pub fn with_real_port(mut self) -> std::io::Result<Config> {
        if self.listen.port() != 0 {
            return Ok(self);
        }
        let asked = format!("http://{}", self.listen);
        self.listen = std::net::TcpListener::bind(self.listen)?.local_addr()?;
        if self.public_url == asked {
            self.public_url = format!("http://{}", self.listen);
        }
        Ok(self)
    }

    /// Gives the installation's host, with its port where it has one.
    pub fn public_host(&self) -> &str {
        self.public_url.split_once("://").map_or("", |(_, host)| host)
    }
}

#[cfg(test)]
#[path = "config_tests.rs"]
mod tests;
