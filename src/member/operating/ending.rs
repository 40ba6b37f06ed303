//! Who may stop operating, and whose access may end: somebody must remain who runs the installation.
use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;
use crate::member::Person;

/// Allows that a person stops running the installation, unless nobody would run it any more.
pub fn may_stop_operating(person: &Person, operators: i64) -> Result<()> {
    if person.is_operator() && person.ended_at.is_none() && operators <= 1 {
        return Err(Error::Refused(Sentence::new("member-last-operator")));
    }
    Ok(())
}
