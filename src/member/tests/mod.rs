//! What the room promises.
mod door;
mod join;
mod mine;
mod operating;
mod people;
mod rescue;
pub(crate) mod visiting;

use visiting::{Browser, WORDS, give_password, led_to, letter_to, link_in, text_of};
