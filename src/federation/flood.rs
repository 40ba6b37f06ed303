//! How much the inbox takes at once, so that a flood of messages stops neither the site nor the
//! messages of others. Counted in memory: what is too much must cost nothing.
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{LazyLock, Mutex};

use tokio::sync::{Semaphore, SemaphorePermit};

use crate::base::clock::Instant;

/// How many messages one address may send in a minute. A large server tells everything that all its
/// people do from one address.
pub const A_MINUTE: u32 = 1_200;

/// How many messages are written at once; who comes later is asked to come again.
const AT_ONCE: usize = 24;

/// How many messages of one host, and of all, may wait to be read.
pub const WAITING_OF_HOST: i64 = 2_000;
pub const WAITING: i64 = 50_000;

/// In how many seconds who was too quick may come again.
pub const AGAIN_SECONDS: i64 = 60;

static DOORS: Semaphore = Semaphore::const_new(AT_ONCE);
static COUNTS: LazyLock<Mutex<Counts>> = LazyLock::new(Mutex::default);

/// Who sent how much in this minute.
#[derive(Debug, Default)]
struct Counts {
    minute: i64,
    of: HashMap<IpAddr, u32>,
}

impl Counts {
    fn count(&mut self, who: IpAddr, now: Instant) -> u32 {
        let minute = now.millis().div_euclid(60_000);
        if minute != self.minute {
            *self = Counts { minute, of: HashMap::new() };
        }
        let count = self.of.entry(who).or_insert(0);
        *count = count.saturating_add(1);
        *count
    }
}

/// Counts a message of an address; tells whether it is one too many in this minute. Of IPv6 only
/// the network counts: everybody has as many addresses in it as they like.
pub fn is_too_much(who: IpAddr, now: Instant) -> bool {
    let who = match who {
        IpAddr::V6(six) if six.to_ipv4_mapped().is_none() => {
            IpAddr::V6((u128::from(six) & !u128::from(u64::MAX)).into())
        }
        other => other,
    };
    COUNTS.lock().is_ok_and(|mut counts| counts.count(who, now) > A_MINUTE)
}

/// Takes one of the places of those that are written at once, if one is free.
pub fn enter() -> Option<SemaphorePermit<'static>> {
    DOORS.try_acquire().ok()
}

#[test]
fn who_sends_too_much_waits_for_the_next_minute_and_nobody_else_does() {
    let (who, other) = (IpAddr::from([192, 0, 2, 1]), IpAddr::from([192, 0, 2, 2]));
    let now = Instant::from_millis(60_000_000);
    let mut counts = Counts::default();
    for n in 1..=A_MINUTE {
        assert_eq!(counts.count(who, now), n);
    }
    assert!(counts.count(who, now) > A_MINUTE);
    assert_eq!(counts.count(other, now), 1);
    assert_eq!(counts.count(who, now.plus_seconds(60)), 1);
}
