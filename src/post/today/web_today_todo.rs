//! What waits for a person: to sign off, to mend, to finish, to answer.
use std::collections::BTreeSet;

use super::card::{Card, Rank};
use super::web_today_upkeep;
use crate::base::db::Conn;
use crate::base::error::{FieldError, Result};
use crate::base::sentence::Sentence;
use crate::calendar::local::Local;
use crate::institution::{InstitutionId, face};
use crate::member::web_desk::desk_href;
use crate::member::web_seat::Reading;
use crate::page::Badge;
use crate::post::acting::lacking;
use crate::post::acting::web_acts_page::title_of;
use crate::post::dossier::Dossier;
use crate::post::planning::store_plan::{self, Mention, OpenModeChange};
use crate::post::showing::bar::bar;
use crate::post::signoff::approval::Mode;
use crate::post::signoff::asking::{after, waits_for};
use crate::post::signoff::mode::{ModeChange, may_agree};
use crate::post::signoff::next::{Situation, Viewer};
use crate::post::signoff::roster::Roster;
use crate::post::signoff::state::State;
use crate::post::signoff::step::{Act, Step};
use crate::post::store_dossier;
use crate::post::writing::content::Content;
use crate::post::writing::markdown;

/// Finds everything that waits for a person.
pub async fn todos(
    conn: &mut Conn,
    reading: &Reading,
    dossiers: &[Dossier],
    local: &Local<'_>,
) -> Result<Vec<Card>> {
    let id = &reading.consortium.id;
    let me = &reading.person.id;
    let posts: Vec<_> = dossiers.iter().map(|dossier| &dossier.post).collect();
    let contents = store_plan::contents(conn, &posts).await?;
    let desk = Desk { reading, local };
    let mut found = Vec::new();
    for (dossier, content) in dossiers.iter().zip(&contents) {
        let Some(mut todo) = desk.of_post(dossier, content) else { continue };
        if todo.rank == Rank::Draft && !dossier.standing.is_lapsed() {
            let lacks = lacking::obstacles(conn, id, content, local.now).await?;
            todo.words = desk.of_draft(dossier, &lacks);
        }
        found.push(todo);
    }
    found.extend(store_plan::mentions(conn, id, me).await?.iter().map(|mention| desk.of_mention(mention)));
    found.extend(store_plan::unmerged(conn, id, me).await?.iter().map(|copy| desk.of_copy(copy)));
    if let Some(change) = store_plan::mode_change(conn, id).await? {
        let roster = store_dossier::read_roster(conn, id, local.now).await?;
        found.extend(desk.of_mode_change(&change, &roster)?);
    }
    found.extend(web_today_upkeep::todos(conn, reading, local).await?);
    found.sort_by_key(|todo| (todo.rank, todo.until));
    Ok(found)
}

/// Whose desk it is, and how times are said there.
struct Desk<'a> {
    reading: &'a Reading,
    local: &'a Local<'a>,
}

impl Desk<'_> {
    fn of_post(&self, dossier: &Dossier, content: &Content) -> Option<Card> {
        let (seat, local) = (&self.reading.seat, self.local);
        let (me, now) = (&seat.person.id, local.now);
        let standing = &dossier.standing;
        let viewer = Viewer::of(standing, &dossier.roster, me);
        let began = dossier.post.created_by.as_deref() == Some(me.as_str());
        let mine = viewer == Viewer::Author || began;
        if seat.may_write().is_err() {
            return None;
        }
        match standing.state(now) {
            State::Proposed if viewer == Viewer::Signer => Some(self.to_sign(dossier, content)),
            State::Proposed if mine || seat.is_coordinator() => {
                let situation = Situation::of(standing, &dossier.roster, now);
                matches!(situation, Situation::NobodyCan | Situation::Silent)
                    .then(|| self.post(Rank::Stuck, dossier, content, "post-today-look", ""))
            }
            State::Missed if viewer == Viewer::Signer => {
                Some(self.post(Rank::Missed, dossier, content, "post-verb-approve-now", "/late-approval"))
            }
            State::Missed if mine || seat.is_coordinator() => {
                Some(self.post(Rank::Missed, dossier, content, "post-today-new-time", "/move"))
            }
            State::Returned if mine => {
                Some(self.post(Rank::Returned, dossier, content, "post-today-revise", "/edit"))
            }
            State::OnHold if mine || seat.is_coordinator() => {
                Some(self.post(Rank::Stuck, dossier, content, "post-today-look", ""))
            }
            State::Draft if mine => {
                let todo = self.post(Rank::Draft, dossier, content, "post-today-write-on", "/edit");
                Some(Card { badges: Vec::new(), ..todo })
            }
            _ => None,
        }
    }

    fn to_sign(&self, dossier: &Dossier, content: &Content) -> Card {
        let (seat, now) = (&self.reading.seat, self.local.now);
        let w = self.local.lang;
        let mut todo = self.post(Rank::MaySign, dossier, content, "post-today-read", "");
        let asked = dossier.standing.proposal().and_then(|proposal| waits_for(proposal, now));
        let own: BTreeSet<&InstitutionId> = seat.own_houses().iter().map(|house| &house.id).collect();
        let is_me = |person: &Option<_>| person.as_ref().is_none_or(|person| *person == seat.person.id);
        if let Some(asked) = asked.filter(|asked| own.contains(&asked.house) && is_me(&asked.person)) {
            let next = after(&dossier.standing, &dossier.roster, now);
            let next = next.and_then(|house| seat.house(&house).map(|house| house.short_name.clone()));
            let sentence = Sentence::new("post-today-asked")
                .with("until", self.local.near(asked.until))
                .with("after", next.unwrap_or_else(|| "none".into()));
            // Who asks is the house for which it was proposed, whatever the byline says.
            let house = self.asking_house(dossier);
            todo.words = match &house {
                Some(_) => w.say(&sentence),
                None => format!("{} {}", w.t("post-today-coordination"), w.say(&sentence)),
            };
            todo.badges = house.into_iter().collect();
            todo.rank = Rank::Asked;
            todo.until = Some(asked.until);
        }
        todo
    }

    fn asking_house(&self, dossier: &Dossier) -> Option<Badge> {
        let proposed = |step: &&Step| matches!(step.act, Act::Proposed { .. });
        let house = dossier.steps.iter().rev().find(proposed)?.house.as_ref()?;
        let root = format!("/{}", self.reading.consortium.slug);
        self.reading.house(house).map(|house| face::badge(house, &root))
    }

    /// Says what a draft still lacks, and for when it is meant.
    fn of_draft(&self, dossier: &Dossier, lacks: &[FieldError]) -> String {
        let w = self.local.lang;
        let list: Vec<String> = lacks.iter().map(|lack| w.say(&lack.why)).collect();
        let words = match list.is_empty() {
            true => w.t("post-today-draft-ready"),
            false => w.w("post-today-draft-lacks", "what", list.join(" ")),
        };
        match dossier.standing.due(self.local.now) {
            Some(due) => format!("{words} {}", w.w("post-today-draft-due", "due", self.local.near(due))),
            None => words,
        }
    }

    fn post(&self, rank: Rank, dossier: &Dossier, content: &Content, button: &str, rest: &str) -> Card {
        let w = self.local.lang;
        let root = format!("/{}", self.reading.consortium.slug);
        let houses = content.byline.iter().filter_map(|id| self.reading.house(id));
        Card {
            rank,
            title: title_of(&dossier.post.title, w),
            badges: houses.map(|house| face::badge(house, &root)).collect(),
            words: bar(dossier, &self.reading.seat, w).sentence,
            href: self.href(&format!("posts/{}{rest}", dossier.post.number)),
            button: w.t(button),
            until: None,
        }
    }

    fn of_mention(&self, mention: &Mention) -> Card {
        let w = self.local.lang;
        let sentence = Sentence::new("post-today-called")
            .with("name", &mention.written_by)
            .with("at", self.local.near(mention.at))
            .with("body", markdown::excerpt(&mention.body, 120));
        let href = self.href(&format!("posts/{}#talk", mention.number));
        self.plain(Rank::Called, title_of(&mention.title, w), w.say(&sentence), href, "post-today-answer")
    }

    fn of_copy(&self, (number, title): &(i64, String)) -> Card {
        let w = self.local.lang;
        let words = w.t("post-today-unmerged");
        self.plain(
            Rank::Called,
            title_of(title, w),
            words,
            self.href(&format!("posts/{number}")),
            "post-today-merge",
        )
    }

    /// A change of the mode waits for whoever may agree to it.
    fn of_mode_change(&self, row: &OpenModeChange, roster: &Roster) -> Result<Option<Card>> {
        let w = self.local.lang;
        let Some(to) = Mode::from_code(&row.to_mode) else { return Ok(None) };
        let proposed_houses = serde_json::from_str(&row.proposed_houses)?;
        let proposed_by = row.proposed_by.clone();
        let change = ModeChange { to, proposed_by, proposed_houses, at: row.proposed_at };
        if may_agree(&change, roster, &self.reading.person.id).is_err() {
            return Ok(None);
        }
        let words = w.say(&to.sentence());
        let title = w.t("post-today-mode");
        Ok(Some(self.plain(Rank::Called, title, words, self.href("mode"), "post-today-decide")))
    }

    fn plain(&self, rank: Rank, title: String, words: String, href: String, button: &str) -> Card {
        let button = self.local.lang.t(button);
        Card { rank, title, badges: Vec::new(), words, href, button, until: None }
    }

    fn href(&self, rest: &str) -> String {
        desk_href(&self.reading.consortium.slug, rest)
    }
}
