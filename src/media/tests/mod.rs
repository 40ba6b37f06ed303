//! What pictures promise, through the real routes and on both databases.
pub mod acting;
mod consented;
mod delivered;
mod described;
mod kept;
mod uploaded;

use super::*;
use acting::*;
