//! Why a driver does not go on in the middle of a sending: so that `?` ends it with its outcome.
use super::outcome::Outcome;
use crate::base::error::{Error, Result};

/// What a step of a sending gives, or why the sending ends with it.
pub type Going<T> = std::result::Result<T, Stop>;

/// The end of a sending before its last step.
#[derive(Debug)]
pub enum Stop {
    /// What became of it is known, or known to be unknown.
    Ends(Outcome),
    /// Our own fault.
    Broken(Error),
}

impl Stop {
    /// Gives what became of the sending, however it ended.
    pub fn outcome(ended: Going<Outcome>) -> Result<Outcome> {
        match ended {
            Ok(outcome) | Err(Stop::Ends(outcome)) => Ok(outcome),
            Err(Stop::Broken(error)) => Err(error),
        }
    }
}

impl From<Outcome> for Stop {
    fn from(outcome: Outcome) -> Stop {
        Stop::Ends(outcome)
    }
}

impl From<Error> for Stop {
    fn from(error: Error) -> Stop {
        Stop::Broken(error)
    }
}
