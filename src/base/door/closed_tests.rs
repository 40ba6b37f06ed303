//! The table, row by row: its first address and its last, and the neighbours outside.
use super::*;

fn open(text: &str) -> bool {
    is_open(text.parse().unwrap_or_else(|_| panic!("{text} is no address")))
}

#[test]
fn every_closed_block_is_closed_from_its_first_address_to_its_last() {
    for (first, length, name) in CLOSED_V4 {
        let last = Ipv4Addr::from(first.to_bits() | u32::MAX.checked_shr(length).unwrap_or(0));
        assert!(!is_open(first.into()) && !is_open(last.into()), "{name}: {first} to {last}");
    }
    for (first, length, name) in CLOSED_V6 {
        let last = Ipv6Addr::from(first.to_bits() | u128::MAX.checked_shr(length).unwrap_or(0));
        assert!(!is_open(first.into()) && !is_open(last.into()), "{name}: {first} to {last}");
    }
}

#[test]
fn each_well_known_inner_address_is_closed() {
    let closed = [
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.1",
        "100.100.100.200",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "168.63.129.16",
        "169.254.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.0.0.192",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.0.1",
        "192.168.255.255",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b::127.0.0.1",
        "64:ff9b::10.0.0.1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1",
        "100::1",
        "100:0:0:1::1",
        "2001::1",
        "2001:0:7f00:1::",
        "2001:2::1",
        "2001:10::1",
        "2001:20::1",
        "2001:1ff:ffff::1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "2002:a00:1::",
        "2620:4f:8000::1",
        "3fff::1",
        "3fff:fff::1",
        "4000::1",
        "5f00::1",
        "fc00::1",
        "fd00:ec2::254",
        "fd20:ce::254",
        "fdff::1",
        "fe80::1",
        "fe80::a9fe:a9fe",
        "febf::1",
        "fec0::1",
        "ff02::1",
        "ff0e::1",
    ];
    let wrong: Vec<_> = closed.iter().filter(|text| open(text)).collect();
    assert!(wrong.is_empty(), "open, and must not be: {wrong:?}");
}

#[test]
fn the_neighbours_of_the_closed_blocks_are_open() {
    let reached = [
        "1.0.0.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.1",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.1",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "2001:200::1",
        "2001:4860:4860::8888",
        "2003::1",
        "2606:4700::1",
        "2a01:4f8::1",
        "3ffe:ffff::1",
        "::ffff:9.9.9.9",
        "64:ff9b::9.9.9.9",
    ];
    let wrong: Vec<_> = reached.iter().filter(|text| !open(text)).collect();
    assert!(wrong.is_empty(), "closed, and must not be: {wrong:?}");
}
