//! The addresses on which no server of somebody else can be.
//!
//! Sources: the registries of IANA, *IPv4 Special-Purpose Address Space*, *IPv6 Special-Purpose
//! Address Space*, *Multicast Address Space* and *IPv6 Global Unicast Address Assignments*, as of
//! November 2026. Whole blocks are closed, also where the registry calls a part of one reachable: what
//! is there (anycast of name servers, relays) is no web server.
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// First address, length of the prefix, name in the registry.
const CLOSED_V4: [(Ipv4Addr, u32, &str); 20] = [
    (Ipv4Addr::new(0, 0, 0, 0), 8, "this network"),
    (Ipv4Addr::new(10, 0, 0, 0), 8, "private use"),
    (Ipv4Addr::new(100, 64, 0, 0), 10, "shared address space (carrier-grade NAT)"),
    (Ipv4Addr::new(127, 0, 0, 0), 8, "loopback"),
    (Ipv4Addr::new(169, 254, 0, 0), 16, "link local, with the metadata of clouds at 169.254.169.254"),
    (Ipv4Addr::new(172, 16, 0, 0), 12, "private use"),
    (Ipv4Addr::new(192, 0, 0, 0), 24, "IETF protocol assignments"),
    (Ipv4Addr::new(192, 0, 2, 0), 24, "documentation (TEST-NET-1)"),
    (Ipv4Addr::new(192, 31, 196, 0), 24, "AS112-v4"),
    (Ipv4Addr::new(192, 52, 193, 0), 24, "AMT"),
    (Ipv4Addr::new(192, 88, 99, 0), 24, "6to4 relay anycast"),
    (Ipv4Addr::new(192, 168, 0, 0), 16, "private use"),
    (Ipv4Addr::new(192, 175, 48, 0), 24, "direct delegation AS112 service"),
    (Ipv4Addr::new(198, 18, 0, 0), 15, "benchmarking"),
    (Ipv4Addr::new(198, 51, 100, 0), 24, "documentation (TEST-NET-2)"),
    (Ipv4Addr::new(203, 0, 113, 0), 24, "documentation (TEST-NET-3)"),
    (Ipv4Addr::new(224, 0, 0, 0), 4, "multicast"),
    (Ipv4Addr::new(240, 0, 0, 0), 4, "reserved"),
    (Ipv4Addr::new(255, 255, 255, 255), 32, "limited broadcast"),
    // Handed out like any other, but it answers inside one cloud alone: Azure's platform.
    (Ipv4Addr::new(168, 63, 129, 16), 32, "metadata of a cloud"),
];

const fn v6(a: u16, b: u16, c: u16) -> Ipv6Addr {
    Ipv6Addr::new(a, b, c, 0, 0, 0, 0, 0)
}

/// Only 2000::/3 is given out; all else (::1, fc00::/7, fd00:ec2::254, fe80::/10, fec0::/10, ff00::/8,
/// 100::/64, 5f00::/16, 64:ff9b:1::/48 …) is closed without a row. In it these are closed.
const CLOSED_V6: [(Ipv6Addr, u32, &str); 5] = [
    (v6(0x2001, 0, 0), 23, "IETF protocol assignments, with Teredo and ORCHID"),
    (v6(0x2001, 0xdb8, 0), 32, "documentation"),
    (v6(0x2002, 0, 0), 16, "6to4"),
    (v6(0x2620, 0x4f, 0x8000), 48, "direct delegation AS112 service"),
    (v6(0x3fff, 0, 0), 20, "documentation"),
];

/// Tells whether an address is of the open Internet.
pub fn is_open(number: IpAddr) -> bool {
    match number {
        IpAddr::V4(it) => is_open_v4(it),
        IpAddr::V6(it) => inner(it).map_or_else(|| is_open_v6(it), is_open_v4),
    }
}

/// Gives the older address that a newer one stands for: mapped (::ffff:0:0/96), or through the NAT64
/// of a network that has none of the older ones (64:ff9b::/96).
fn inner(it: Ipv6Addr) -> Option<Ipv4Addr> {
    match it.segments() {
        [0, 0, 0, 0, 0, 0xffff, high, low] | [0x64, 0xff9b, 0, 0, 0, 0, high, low] => {
            Some(Ipv4Addr::from((u32::from(high) << 16) | u32::from(low)))
        }
        _ => None,
    }
}

fn is_open_v4(it: Ipv4Addr) -> bool {
    let differs = |first: Ipv4Addr, length: u32| (it.to_bits() ^ first.to_bits()) >> (32 - length) != 0;
    CLOSED_V4.iter().all(|(first, length, _)| differs(*first, *length))
}

fn is_open_v6(it: Ipv6Addr) -> bool {
    let differs = |first: Ipv6Addr, length: u32| (it.to_bits() ^ first.to_bits()) >> (128 - length) != 0;
    let is_given_out = !differs(v6(0x2000, 0, 0), 3);
    is_given_out && CLOSED_V6.iter().all(|(first, length, _)| differs(*first, *length))
}

#[cfg(test)]
#[path = "closed_tests.rs"]
mod tests;
