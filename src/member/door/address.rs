//! From which address somebody comes, when proxies stand between.
use std::net::{IpAddr, Ipv6Addr, SocketAddr};

/// Who knocks: from which address, with which browser.
#[derive(Debug, Clone)]
pub struct Caller {
    pub address: Option<IpAddr>,
    pub agent: String,
}

impl Caller {
    /// Names whom attempts are counted for.
    pub fn counted(&self) -> String {
        counted(self.address)
    }
}

/// Finds the address of the one who asks: the connection's own, or, as long as it is a trusted
/// proxy's, the one that proxy wrote last into `X-Forwarded-For`. What stands further left may have
/// been written by anybody.
pub fn of_caller(peer: Option<IpAddr>, forwarded: &str, trusted: &[IpAddr]) -> Option<IpAddr> {
    let mut address = peer?.to_canonical();
    let mut hops = forwarded.rsplit(',').map(str::trim);
    while trusted.iter().any(|proxy| proxy.to_canonical() == address) {
        let Some(before) = hops.next().and_then(address_in) else { break };
        address = before.to_canonical();
    }
    Some(address)
}

/// Reads the address in what a proxy wrote: bare, in brackets, or with a port behind it.
fn address_in(hop: &str) -> Option<IpAddr> {
    let bare = hop.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(hop);
    bare.parse().ok().or_else(|| hop.parse().ok().map(|with_port: SocketAddr| with_port.ip()))
}

/// Names whom attempts are counted for: an IPv4 address, or the /64 network that one line has in IPv6.
pub fn counted(address: Option<IpAddr>) -> String {
    match address {
        None => "unknown".into(),
        Some(IpAddr::V4(address)) => address.to_string(),
        Some(IpAddr::V6(address)) => {
            let [a, b, c, d, ..] = address.segments();
            Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).to_string()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    #[test]
    fn a_stranger_cannot_say_where_they_come_from() {
        assert_eq!(
            of_caller(Some(ip("203.0.113.9")), "10.0.0.1", &[ip("10.0.0.1")]),
            Some(ip("203.0.113.9"))
        );
    }

    #[test]
    fn the_last_address_that_no_trusted_proxy_has_counts() {
        let trusted = [ip("10.0.0.1"), ip("10.0.0.2")];
        let found = of_caller(Some(ip("10.0.0.1")), "198.51.100.7, 203.0.113.9, 10.0.0.2", &trusted);
        assert_eq!(found, Some(ip("203.0.113.9")));
        assert_eq!(of_caller(Some(ip("10.0.0.1")), "nonsense", &trusted), Some(ip("10.0.0.1")));
    }

    #[test]
    fn a_port_behind_the_address_does_not_hide_who_asks() {
        let proxy = [ip("10.0.0.1")];
        let from = |forwarded| of_caller(Some(ip("10.0.0.1")), forwarded, &proxy);
        assert_eq!(from("203.0.113.9:5678"), Some(ip("203.0.113.9")));
        assert_eq!(from("[2001:db8::9]:5678"), Some(ip("2001:db8::9")));
        assert_eq!(from("[2001:db8::9]"), Some(ip("2001:db8::9")));
        assert_eq!(from("203.0.113.9:5678, 10.0.0.1:80"), Some(ip("203.0.113.9")));
    }

    #[test]
    fn one_line_counts_as_one_in_ipv6() {
        assert_eq!(counted(Some(ip("2001:db8:1:2::1"))), counted(Some(ip("2001:db8:1:2:ffff::9"))));
        assert_ne!(counted(Some(ip("2001:db8:1:2::1"))), counted(Some(ip("2001:db8:1:3::1"))));
    }
}
