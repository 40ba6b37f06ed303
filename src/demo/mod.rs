//! The demo Verbünde: invented contents in real houses.
pub mod drawing;
pub mod web;
