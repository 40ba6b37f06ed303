//! The command line of Verbund.
fn main() {}
