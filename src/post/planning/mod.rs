//! The plan: which post appears when, and which time suits a new one.
pub mod store_plan;
pub mod suggesting;
pub mod web_plan;
pub mod web_plan_begin;
pub mod web_plan_rows;
