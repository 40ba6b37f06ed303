//! What the pages about a Verbund and its houses promise.
mod barrier;
mod browser;
mod halt;
mod house;
mod legal;
mod mode;
mod part;
mod rights;
mod settings;

use browser::{Browser, muebi, newcomer, raesfeld};
