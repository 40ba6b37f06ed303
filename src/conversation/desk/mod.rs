//! The Eingang at the desk: the list, a conversation, the answer.
pub mod rights;
pub mod store_draft;
pub mod store_list;
pub mod store_saved;
pub mod thread;
pub mod web_acts;
pub mod web_answer;
pub mod web_list;
pub mod web_saved;
pub mod web_sending;
pub mod web_show;

#[cfg(test)]
pub(crate) mod tests;
