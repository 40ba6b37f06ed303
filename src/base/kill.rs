//! Named places at which a test lets the program die at once, to see what survives.

/// Dies here when the environment names this place (`VERBUND_KILL_AT`); in release builds never.
#[inline]
pub fn point(name: &str) {
    if cfg!(debug_assertions) && std::env::var("VERBUND_KILL_AT").is_ok_and(|at| at == name) {
        eprintln!("killed at {name}");
        std::process::abort();
    }
}
