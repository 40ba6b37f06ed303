//! What must be known about a picture before it may be shown.
use crate::base::clock::Instant;
use crate::base::sentence::Sentence;
use crate::consent::rule::{Channel, Consent};

use super::licence::Licence;

/// The longest description that screen readers still read well, in characters; what is longer
/// belongs into the text.
pub const LONGEST_ALT: usize = 1000;

/// What is known about a picture.
///
/// `decorative_at` says when somebody decided that the picture tells nothing the text does not
/// tell; `consents` are those of everybody who can be recognised.
#[derive(Debug, Clone, Default)]
pub struct PictureFacts {
    pub alt: Option<String>,
    pub decorative_at: Option<Instant>,
    pub licence: Option<Licence>,
    pub credit: Option<String>,
    pub source: Option<String>,
    pub persons_recognisable: bool,
    pub consents: Vec<Consent>,
}

impl PictureFacts {
    /// Says everything that stands between a picture and a channel at an instant; nothing said
    /// means that it may be shown there.
    pub fn problems_before_publication(&self, channel: Channel, at: Instant) -> Vec<Sentence> {
        let mut problems: Vec<Sentence> = self.problems_of_description().into_iter().collect();
        problems.extend(self.problems_of_credit());
        problems.extend(self.problems_of_persons(channel, at));
        problems
    }

    fn problems_of_description(&self) -> Option<Sentence> {
        match written(&self.alt) {
            _ if self.decorative_at.is_some() => None,
            None => Some(Sentence::new("media-alt-missing")),
            Some(alt) if alt.chars().count() > LONGEST_ALT => {
                Some(Sentence::new("media-alt-too-long").with("n", alt.chars().count()))
            }
            Some(alt) if is_file_name(alt) => Some(Sentence::new("media-alt-is-file-name").with("alt", alt)),
            Some(_) => None,
        }
    }

    fn problems_of_credit(&self) -> Vec<Sentence> {
        let Some(licence) = self.licence else {
            return vec![Sentence::new("media-licence-missing")];
        };
        let mut problems = Vec::new();
        if licence.needs_credit() && written(&self.credit).is_none() {
            problems.push(Sentence::new("media-credit-missing"));
        }
        if licence.needs_source() && written(&self.source).is_none() {
            problems.push(Sentence::new("media-source-missing"));
        }
        problems
    }

    /// Says whose consent stands between a picture and a channel at an instant.
    pub fn problems_of_persons(&self, channel: Channel, at: Instant) -> Vec<Sentence> {
        if self.persons_recognisable && self.consents.is_empty() {
            return vec![Sentence::new("media-consent-missing")];
        }
        // A consent that hangs on the picture counts even if somebody has unticked the question.
        self.consents.iter().filter_map(|consent| consent.covers(channel, at).err()).collect()
    }
}

fn written(field: &Option<String>) -> Option<&str> {
    field.as_deref().map(str::trim).filter(|text| !text.is_empty())
}

/// Recognises what cameras and browsers put in where a description should be.
fn is_file_name(alt: &str) -> bool {
    let lower = alt.to_lowercase();
    !lower.contains(' ')
        && [".jpg", ".jpeg", ".png", ".webp", ".gif", ".heic"].iter().any(|ending| lower.ends_with(ending))
}

#[cfg(test)]
#[path = "rights_tests.rs"]
mod tests;
