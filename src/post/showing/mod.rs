//! A post and the list of posts as the editors see them.
pub mod bar;
pub mod store_list;
pub mod web_list;
pub mod web_post;
pub mod web_post_difference;
pub mod web_post_history;
pub mod web_post_text;

#[cfg(test)]
mod list_tests;
