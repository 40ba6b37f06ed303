//! What is promised to people who report a barrier, and to those who answer for the page.
mod kill;
mod rules;
mod work;
