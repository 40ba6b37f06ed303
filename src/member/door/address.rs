//! From which address somebody comes, when proxies stand between.
use std::net::{IpAddr, Ipv6Addr};

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
        let Some(before) = hops.next().and_then(|hop| hop.parse::<IpAddr>().ok()) else { break };
        address = before.to_canonical();
    }
    Some(address)
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
    fn one_line_counts_as_one_in_ipv6() {
        assert_eq!(counted(Some(ip("2001:db8:1:2::1"))), counted(Some(ip("2001:db8:1:2:ffff::9"))));
        assert_ne!(counted(Some(ip("2001:db8:1:2::1"))), counted(Some(ip("2001:db8:1:3::1"))));
    }
}
