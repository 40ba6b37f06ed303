//! Which addresses may be reached.
use std::net::IpAddr;

use url::{Host, Url};

use super::Trouble;
use super::closed::is_open;
use super::request::place;
use crate::base::config::Outgoing as Rules;

/// The first port that people may open without being root: below lie mail, log-in and printing, and
/// no web server but the usual one.
const FIRST_FREE_PORT: u16 = 1024;

/// Checks an address as it is written: https only, a port on which web servers are, no name and
/// password, no number that is not of the open Internet. What a name resolves to is checked when it
/// is looked up.
pub fn check(url: &Url, rules: &Rules) -> Result<(), Trouble> {
    let no = |why: &str| Err(Trouble::Forbidden(format!("{why}: {}", place(url))));
    let is_web = url.scheme() == "https" || (url.scheme() == "http" && rules.is_private);
    if !is_web {
        return no("not https");
    }
    if !url.username().is_empty() || url.password().is_some() {
        return no("holds a name or password");
    }
    if url.port().is_some_and(|port| port < FIRST_FREE_PORT) && !rules.is_private {
        return no("not a port of web servers");
    }
    let number = match url.host() {
        None => return no("has no host"),
        Some(Host::Domain(_)) => return Ok(()),
        Some(Host::Ipv4(number)) => IpAddr::V4(number),
        Some(Host::Ipv6(number)) => IpAddr::V6(number),
    };
    if may_reach(number, rules) { Ok(()) } else { no("not of the open Internet") }
}

/// Tells whether an address may be reached.
pub fn may_reach(number: IpAddr, rules: &Rules) -> bool {
    rules.is_private || is_open(number)
}
