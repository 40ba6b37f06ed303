//! What people do with a post, and what follows by itself: proposing, signing off, asking, telling.
pub mod acts;
pub mod lacking;
pub mod outlook;
pub mod telling;
pub mod web_acts;
pub mod web_acts_form;
pub mod web_acts_page;
pub mod work;

#[cfg(test)]
mod acts_tests;
