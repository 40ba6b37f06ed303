//! What waits for a person today.
pub mod card;
pub mod web_today;
pub mod web_today_todo;
pub mod web_today_upkeep;
