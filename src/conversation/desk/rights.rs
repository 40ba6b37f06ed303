//! Who may answer, and in whose voice.
use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;
use crate::conversation::Conversation;
use crate::institution::{Institution, InstitutionId};
use crate::member::Role;
use crate::member::seat::Seat;

/// Allows answering and hiding: an answer is public at once, so it is for those who may sign off, and
/// for whomever the conversation was given to.
pub fn may_answer(seat: &Seat, it: &Conversation) -> Result<()> {
    seat.may_write()?;
    let signs = [Role::Coordinator, Role::Head, Role::Staff, Role::SigningVolunteer]
        .iter()
        .any(|role| seat.has(*role));
    if signs || it.person_id.as_ref() == Some(&seat.person.id) {
        return Ok(());
    }
    Err(Error::NotAllowed(Sentence::new("conversation-only-given")))
}

/// Lists the houses in whose voice somebody may answer: their own, and for the coordination the one
/// it concerns. Everybody may speak for the Verbund.
pub fn voices<'a>(seat: &'a Seat, it: &Conversation) -> Vec<&'a Institution> {
    let mut voices: Vec<&Institution> =
        seat.own_houses().into_iter().filter(|house| house.is_active(seat.now)).collect();
    let concerned = it.institution_id.as_ref().and_then(|id| seat.house(id));
    if let Some(house) = concerned.filter(|house| seat.is_coordinator() && house.is_active(seat.now))
        && !voices.iter().any(|known| known.id == house.id)
    {
        voices.push(house);
    }
    voices
}

/// The voice that is proposed: that of the house it concerns, else that of the Verbund.
pub fn usual_voice(seat: &Seat, it: &Conversation) -> Option<InstitutionId> {
    let house = it.institution_id.as_ref()?;
    voices(seat, it).iter().any(|known| known.id == *house).then(|| house.clone())
}
