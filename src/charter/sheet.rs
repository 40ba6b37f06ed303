//! A page that is one form: what it is about, its fields, its buttons.
use askama::Template;

use super::field::Field;
use crate::page::Desk;
use crate::page::form::Faults;

/// A page with one form, and perhaps a few buttons of their own below it.
#[derive(Template)]
#[template(path = "charter/sheet.html")]
pub struct Sheet {
    pub desk: Desk,
    pub faults: Faults,
    pub back: (String, String),
    pub lead: String,
    pub action: String,
    pub fields: Vec<Field>,
    pub button: String,
    /// The button that shows how a colour will look, without saving.
    pub check: Option<String>,
    pub links: Vec<(String, String)>,
    pub acts: Vec<Act>,
}

/// A button that does one thing.
#[derive(Debug, Clone)]
pub struct Act {
    pub action: String,
    pub text: String,
    pub class: &'static str,
}
