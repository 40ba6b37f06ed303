//! Keys for records, chosen by us: whoever writes the same record under the same key twice has written
//! it once. <https://atproto.com/specs/tid>
use crate::base::clock::Instant;

const LETTERS: &[u8; 32] = b"234567abcdefghijklmnopqrstuvwxyz";

/// Makes so many keys for one instant, each greater than the one before. `chance` keeps two programs
/// apart that make keys in the same millisecond.
pub fn keys(at: Instant, count: usize, chance: u32) -> Vec<String> {
    let micros = u64::try_from(at.millis()).unwrap_or(0) * 1_000 + u64::from(chance >> 10) % 900;
    let clock = u64::from(chance & 0x3ff);
    (0..count as u64).map(|n| written((((micros + n) & ((1 << 53) - 1)) << 10) | clock)).collect()
}

fn written(number: u64) -> String {
    (0..13).rev().map(|place| char::from(LETTERS[((number >> (place * 5)) & 31) as usize])).collect()
}
