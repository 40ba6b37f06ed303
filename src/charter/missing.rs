//! What a Verbund still needs before strangers may see its page.
use crate::base::clock::Instant;
use crate::consortium::Consortium;
use crate::institution::Institution;
use crate::post::signoff::approval::Mode;
use crate::post::signoff::roster::{Member, Part, Roster};

/// One thing that is missing: the text that says so, and the editors' page where it can be mended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Missing {
    pub key: &'static str,
    pub page: &'static str,
}

/// Lists what is missing, the quickest to mend first.
pub fn missing(it: &Consortium, houses: &[Institution], roster: &Roster, now: Instant) -> Vec<Missing> {
    let active = houses.iter().filter(|house| house.is_active(now)).count();
    let all = [
        (it.name.trim().is_empty(), "charter-missing-name", "settings/names"),
        (it.claim.trim().is_empty(), "charter-missing-claim", "settings/names"),
        (it.about.trim().is_empty(), "charter-missing-about", "settings/names"),
        (it.imprint.trim().is_empty(), "charter-missing-imprint", "settings/legal"),
        (it.privacy.trim().is_empty(), "charter-missing-privacy", "settings/legal"),
        (it.barrier.trim().is_empty(), "charter-missing-barrier", "settings/legal"),
        (active < 2, "charter-missing-houses", "houses/new"),
        (!can_sign_off(it, roster), "charter-missing-signer", "people/invite"),
    ];
    all.into_iter().filter(|(is, _, _)| *is).map(|(_, key, page)| Missing { key, page }).collect()
}

/// Tells whether there are people enough for what the mode asks: whatever one of them writes,
/// another one can sign it off.
fn can_sign_off(it: &Consortium, roster: &Roster) -> bool {
    let mode = Mode::from_code(&it.mode).unwrap_or_default();
    let fits = |member: &&Member| match mode {
        Mode::Direct => roster.may_edit(member),
        Mode::AnyColleague | Mode::AnotherHouse => roster.may_decide(member),
    };
    let editors: Vec<_> = roster.people.iter().filter(fits).collect();
    match mode {
        Mode::Direct => !editors.is_empty(),
        Mode::AnyColleague => editors.len() >= 2,
        Mode::AnotherHouse => {
            let staffed =
                |house| editors.iter().any(|it| it.part != Part::Coach && it.houses.contains(house));
            roster.active_houses().filter(|house| staffed(house)).count() >= 2
        }
    }
}
