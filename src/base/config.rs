//! What the operator decides: by file, by environment, by flag; all mistakes are told at once.
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::seal::Seal;

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
}

/// How mail goes out: an SMTP server as a URL (`smtps://user:password@host`), and the sender.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailConfig {
    pub smtp: String,
    pub from: String,
}

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
    pub key: Option<String>,
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
            key: get("VERBUND_KEY"),
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
            key: stronger.key.or(self.key),
        }
    }

    /// Checks everything and gives either the settings or every mistake.
    pub fn check(self) -> Result<Config, Vec<String>> {
        let mut mistakes = Vec::new();
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
        let mail = match (self.smtp, self.mail_from) {
            (Some(smtp), Some(from)) => {
                if !smtp.starts_with("smtp://") && !smtp.starts_with("smtps://") {
                    mistakes.push("smtp: begins neither with smtp:// nor with smtps://".into());
                }
                if from.parse::<lettre::message::Mailbox>().is_err() {
                    mistakes.push(format!("mail_from: '{from}' is not an e-mail address"));
                }
                Some(MailConfig { smtp, from })
            }
            (Some(_), None) => {
                mistakes.push("mail_from: is missing, though smtp is set".into());
                None
            }
            (None, _) => None,
        };
        let key = self.key.map(|key| super::seal::parse_key(key.trim()));
        if key == Some(None) {
            mistakes
                .push("key: has to be 64 hexadecimal digits, as `openssl rand -hex 32` makes them".into());
        }
        if mistakes.is_empty() {
            let seal = key.flatten().map(Seal::with_key);
            Ok(Config { listen, data, database, public_url, trusted_proxies, mail, seal })
        } else {
            Err(mistakes)
        }
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
