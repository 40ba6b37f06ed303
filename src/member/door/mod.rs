//! The door: every way in, and what may go wrong on the doorstep.
use super::Person;
use crate::base::attempt::Limit;
use crate::base::config::Config;
use crate::base::sentence::Sentence;

pub mod address;
pub mod device;
pub mod entering;
pub mod passkey;
pub mod password;
pub mod second_factor;
pub mod store;
pub mod web;
pub mod web_caller;
pub mod web_link;
pub mod web_passkey;
pub mod web_rescue;
pub mod web_second;

/// How long a link by e-mail holds, in minutes.
pub const LINK_MINUTES: i64 = 15;

/// How long a code from the coordination holds, in hours.
pub const RESCUE_HOURS: i64 = 24;

/// Tries from one address: a whole library often shares one.
pub const PER_ADDRESS: Limit = Limit { attempts: 120, seconds: 600 };

/// Tries at one account, whoever tries.
pub const PER_ACCOUNT: Limit = Limit { attempts: 10, seconds: 600 };

/// Links asked for one e-mail address.
pub const PER_MAIL: Limit = Limit { attempts: 3, seconds: 900 };

/// Gives the page to go to after signing in, if it is one of ours: a path, never another host.
/// Browsers read `\` as `/` and skip tabs and line ends, so these are no paths either.
pub fn local_path(back: &str) -> Option<&str> {
    let rest = back.strip_prefix('/')?;
    let strange = back.chars().any(|c| c == '\\' || c.is_control() || c.is_whitespace());
    let ours = !rest.starts_with('/') && !strange;
    (ours && !["sign-in", "sign-out", "en/sign-in"].iter().any(|door| rest.starts_with(door))).then_some(back)
}

/// The ways in which a person can sign in by themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ways {
    pub password: bool,
    pub passkeys: usize,
    pub mail: bool,
}

impl Ways {
    /// Counts a person's ways; a link by e-mail is one only where mail goes out.
    pub fn of(person: &Person, passkeys: usize, config: &Config, demo: bool) -> Ways {
        let named = person.sign_in_name.is_some() || person.email.is_some();
        Ways {
            password: person.password_hash.is_some() && named,
            passkeys,
            mail: person.confirmed_email().is_some() && (config.mail.is_some() || demo),
        }
    }

    pub fn count(self) -> usize {
        usize::from(self.password) + self.passkeys + usize::from(self.mail)
    }

    /// Allows giving up a way, as long as another one remains: nobody locks themselves out.
    pub fn may_lose(self, rest: Ways) -> Result<(), Sentence> {
        if rest.count() > 0 || self.count() == 0 {
            return Ok(());
        }
        Err(Sentence::new("member-last-way"))
    }
}

/// Reads a sign-in name: 3 to 40 letters, digits, dots and strokes; kept in small letters.
pub fn sign_in_name(typed: &str) -> Result<String, Sentence> {
    let name = typed.trim().to_lowercase();
    let length = name.chars().count();
    let fits = name.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_'));
    if !(3..=40).contains(&length) || !fits {
        return Err(Sentence::new("member-sign-in-name-shape"));
    }
    Ok(name)
}

/// Reads a person's name.
pub fn person_name(typed: &str) -> Result<String, Sentence> {
    let name = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() || name.chars().count() > 100 {
        return Err(Sentence::new("member-name-missing"));
    }
    Ok(name)
}

/// Reads an e-mail address; kept in small letters.
pub fn email(typed: &str) -> Result<String, Sentence> {
    let address = typed.trim().to_lowercase();
    let bare = !address.contains(['<', '>', ' ']) && address.len() <= 200;
    if bare && address.parse::<lettre::Address>().is_ok() && address.contains('.') {
        return Ok(address);
    }
    Err(Sentence::new("member-email-shape"))
}
