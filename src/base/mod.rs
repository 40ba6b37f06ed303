//! What knows no noun of the trade: time, ids, errors, words, the database, mail, jobs.
pub mod clock;
pub mod colour;
pub mod error;
pub mod id;
pub mod sentence;
pub mod text;
