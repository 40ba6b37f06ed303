//! Which addresses may be reached.
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use url::{Host, Url};

use super::Trouble;
use crate::base::config::Outgoing as Rules;

/// Checks an address as it is written: web only, no name and password, no number that is not of
/// the open Internet. What a name resolves to is checked when it is looked up.
pub fn check(url: &Url, rules: &Rules) -> Result<(), Trouble> {
    let no = |why: &str| Err(Trouble::Forbidden(format!("{why}: {url}")));
    if !matches!(url.scheme(), "https") && !(url.scheme() == "http" && rules.is_private) {
        return no("not https");
    }
    if !url.username().is_empty() || url.password().is_some() {
        return no("holds a name or password");
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

fn is_open(number: IpAddr) -> bool {
    match number {
        IpAddr::V4(it) => is_open_v4(it),
        IpAddr::V6(it) => is_open_v6(it),
    }
}

fn is_open_v4(it: Ipv4Addr) -> bool {
    let [a, b, c, _] = it.octets();
    !(a == 0
        || it.is_private()
        || it.is_loopback()
        || it.is_link_local()
        || it.is_multicast()
        || it.is_documentation()
        || it.is_broadcast()
        || a >= 240
        || (a == 100 && (64..128).contains(&b))
        || (a == 192 && b == 0 && c == 0)
        || (a == 198 && (b == 18 || b == 19)))
}

fn is_open_v6(it: Ipv6Addr) -> bool {
    if let Some(inner) = it.to_ipv4_mapped() {
        return is_open_v4(inner);
    }
    let [a, b, ..] = it.segments();
    // Only what is given out as global unicast, without what carries older addresses or examples.
    (a & 0xe000) == 0x2000 && a != 0x2002 && !(a == 0x2001 && (b == 0x0db8 || b < 0x0200))
}
