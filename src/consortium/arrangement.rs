//! Who answers together for the joint page (Art. 26 GDPR), version by version.
use serde::{Deserialize, Serialize};

use crate::base::clock::Instant;

/// One version: from `at` until the next one these houses answered for the page together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrangement {
    /// Counts from 1 within a Verbund.
    pub version: i64,
    pub at: Instant,
    pub members: Vec<Party>,
}

/// A house as it was when the version was written; later changes of its name do not reach back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// The house's id.
    pub house: String,
    pub name: String,
    /// The legal person behind it, empty where nobody has named it.
    pub carrier: String,
    /// The code of the data protection law under which it works, empty where it is not settled.
    pub regime: String,
}
