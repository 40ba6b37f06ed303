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

/// What one version changed in the one before.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Change {
    pub joined: Vec<String>,
    pub left: Vec<String>,
    /// Houses that stayed, and whose name, carrier or law changed.
    pub changed: Vec<String>,
}

impl Arrangement {
    /// Compares with the version before; of the first one all have joined.
    pub fn change(&self, before: Option<&Arrangement>) -> Change {
        let old = before.map_or(&[][..], |before| &before.members);
        let of = |house: &str, list: &[Party]| list.iter().find(|party| party.house == house).cloned();
        let names = |list: Vec<&Party>| list.into_iter().map(|party| party.name.clone()).collect();
        Change {
            joined: names(self.members.iter().filter(|it| of(&it.house, old).is_none()).collect()),
            left: names(old.iter().filter(|it| of(&it.house, &self.members).is_none()).collect()),
            changed: names(
                self.members
                    .iter()
                    .filter(|it| of(&it.house, old).is_some_and(|before| before != **it))
                    .collect(),
            ),
        }
    }
}
