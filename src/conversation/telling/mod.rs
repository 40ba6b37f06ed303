//! Letters to those who answer: what arrived, whose time is half over, what is due.
pub mod bundle;
pub mod work;

#[cfg(test)]
mod tests;
