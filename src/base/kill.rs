//! Named places at which a test lets the program die at once, to see what survives.
use std::sync::atomic::{AtomicUsize, Ordering};

/// Dies here when the environment names this place (`VERBUND_KILL_AT`), as `name` or, for the n-th time
/// that it comes by, as `name#n`; in release builds never.
#[inline]
pub fn point(name: &str) {
    if cfg!(debug_assertions)
        && let Ok(at) = std::env::var("VERBUND_KILL_AT")
    {
        die_if_meant(name, &at);
    }
}

fn die_if_meant(name: &str, at: &str) {
    static SEEN: AtomicUsize = AtomicUsize::new(0);
    let (wanted, time) = at.split_once('#').unwrap_or((at, "1"));
    if wanted == name && SEEN.fetch_add(1, Ordering::SeqCst) + 1 >= time.parse().unwrap_or(1) {
        eprintln!("killed at {at}");
        std::process::abort();
    }
}
