//! Keeping house: hiding with a reason, blocking whom, and the log of both.
pub mod block_list;
pub mod spreadsheet;
pub mod store_block_list;
pub mod store_log;
pub mod store_reason;
pub mod web_block;
pub mod web_block_list;
pub mod web_hide;
pub mod web_log;
pub mod web_operate;
pub mod web_settings;

#[cfg(test)]
mod tests;
