//! What a Verbund still needs before strangers may see its page.
use crate::barrier::statement::Statement;
use crate::base::clock::Instant;
use crate::consortium::Consortium;
use crate::consortium::imprint::Imprint;
use crate::institution::Institution;
use crate::post::signoff::approval::Mode;
use crate::post::signoff::roster::{Member, Part, Roster};

/// Where the pieces of the Impressum are asked for.
const IMPRINT: &str = "settings/imprint";

/// One thing that is missing: the text that says so, and the editors' page where it can be mended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Missing {
    pub key: &'static str,
    pub page: &'static str,
}

/// What is looked at.
pub struct Facts<'a> {
    pub consortium: &'a Consortium,
    pub imprint: &'a Imprint,
    pub statement: Option<&'a Statement>,
    pub houses: &'a [Institution],
    pub roster: &'a Roster,
    pub now: Instant,
}

/// Lists what is missing, the quickest to mend first.
pub fn missing(facts: &Facts<'_>) -> Vec<Missing> {
    let Facts { consortium: it, imprint, statement, houses, roster, now } = *facts;
    let lacks = imprint.lacks();
    let active = houses.iter().filter(|house| house.is_active(now)).count();
    let all = [
        (it.name.trim().is_empty(), "charter-missing-name", "settings/names"),
        (it.claim.trim().is_empty(), "charter-missing-claim", "settings/names"),
        (it.about.trim().is_empty(), "charter-missing-about", "settings/names"),
        (lacks.contains(&"provider"), "charter-missing-provider", IMPRINT),
        (lacks.contains(&"address"), "charter-missing-address", IMPRINT),
        (lacks.contains(&"represented_by"), "charter-missing-represented-by", IMPRINT),
        (lacks.contains(&"imprint_email"), "charter-missing-email", IMPRINT),
        (lacks.contains(&"responsible"), "charter-missing-responsible", IMPRINT),
        (it.privacy.trim().is_empty(), "charter-missing-privacy", "settings/legal"),
        (statement.is_none(), "charter-missing-statement", "settings/accessibility"),
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
