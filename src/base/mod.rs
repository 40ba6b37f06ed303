//! What knows no noun of the trade: time, ids, errors, words, the database, mail, jobs.
pub mod app;
pub mod attempt;
pub mod audit;
pub mod cache;
pub mod clock;
pub mod colour;
pub mod columns;
pub mod config;
pub mod db;
pub mod door;
pub mod error;
pub mod files;
pub mod id;
pub mod job;
pub mod kill;
pub mod mail;
pub mod seal;
pub mod sentence;
pub mod smtp;
pub mod store;
pub mod store_mail;
pub mod text;
pub mod turn;

#[cfg(test)]
mod db_tests;
#[cfg(test)]
mod job_tests;
#[cfg(test)]
pub(crate) mod mail_tests;
