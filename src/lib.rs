//! Verbund: several small houses run one joint presence. The rooms, in dependency order:
//! a room may use only the rooms above it.
#![warn(clippy::too_many_lines, clippy::self_named_module_files)]

pub mod base;
pub mod calendar;
pub mod page;
pub mod signature;
pub mod consortium;
pub mod institution;
pub mod member;
pub mod barrier;
pub mod consent;
pub mod media;
pub mod topic;
pub mod post;
pub mod charter;
pub mod site;
pub mod channel;
pub mod conversation;
pub mod federation;
pub mod newsletter;
pub mod delivery;
pub mod demo;
pub mod routes;
pub mod schedule;
pub mod worker;
pub mod listen;
pub mod serve;
pub mod doctor;
pub mod operate;
pub mod operate_signature;

#[cfg(test)]
mod testing;
#[cfg(test)]
mod fuzz;
#[cfg(test)]
mod serve_tests;
#[cfg(test)]
mod rights_tests;
#[cfg(test)]
mod kill_tests;
#[cfg(test)]
mod stories;
