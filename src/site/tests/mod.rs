//! What the public face promises.
mod addresses;
mod barrier;
mod feeds;
mod map;
mod onward;
mod pages;
mod press;
mod stored;
mod visible;

use press::{EVERYWHERE, places, read, text};
