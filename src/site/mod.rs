//! The public pages.
pub mod web;
