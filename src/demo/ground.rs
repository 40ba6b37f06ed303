//! The ground on which the demo plays: a Verbund, its houses, people, topics, series, pictures.
use std::collections::BTreeMap;

use super::book::{Book, ByHand, House, Person as Told, Picture, Post};
use super::days::{Days, weekday};
use super::drawing;
use super::picture::{HEIGHT, Undrawn, WIDTH, scene};
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::text::Lang;
use crate::calendar::local::parse_time;
use crate::calendar::slot::{Skip, Slot};
use crate::channel::{Channel, ChannelId, Network, store as channel_store, work as channel_work};
use crate::consortium::{Consortium, ConsortiumId, store as consortium_store};
use crate::institution::regime::{Carrier, Regime};
use crate::institution::{Institution, InstitutionId, store as institution_store};
use crate::media::{self, PictureId, store as picture_store};
use crate::member::{Membership, Person, Role, store as member_store};
use crate::post::dossier;
use crate::post::signoff::roster::Roster;
use crate::topic::series::Draft;
use crate::topic::{SeriesId, Topic, TopicId, store as topic_store, store_series};

/// Since when the Verbünde of the demo exist, in days before today: longer than their oldest post.
const AGE_DAYS: i32 = -420;
/// Since when a house pauses that does.
const PAUSED_DAYS: i32 = -20;
/// Since when people are away who are.
const AWAY_DAYS: i32 = -2;

/// A Verbund of the demo as it lies in the database, found by the names of its file.
pub struct Ground {
    pub consortium: Consortium,
    pub houses: Vec<Institution>,
    pub people: BTreeMap<String, Person>,
    pub memberships: Vec<Membership>,
    pub topics: BTreeMap<String, TopicId>,
    pub series: BTreeMap<String, SeriesId>,
    pub pictures: BTreeMap<String, PictureId>,
    pub undrawn: Vec<Undrawn>,
    /// The channel to which somebody carries the posts.
    pub by_hand: Option<ChannelId>,
    away_since: Instant,
}

impl Ground {
    /// Enters everything that is there before anybody writes.
    pub async fn enter(conn: &mut Conn, book: &Book, days: &Days) -> Result<Ground> {
        let begun = days.at(AGE_DAYS, 9, 0);
        let consortium = consortium(book, begun, days);
        consortium_store::insert(conn, &consortium).await?;
        for slug in &book.consortium.old_slugs {
            consortium_store::claim_slug(conn, &consortium.id, slug, begun).await?;
        }
        let mut ground = Ground {
            houses: Vec::new(),
            people: BTreeMap::new(),
            memberships: Vec::new(),
            topics: BTreeMap::new(),
            series: BTreeMap::new(),
            pictures: BTreeMap::new(),
            undrawn: Vec::new(),
            by_hand: None,
            away_since: days.at(AWAY_DAYS, 8, 0),
            consortium,
        };
        ground.enter_houses(conn, book, days).await?;
        ground.enter_people(conn, book, days).await?;
        ground.enter_contents(conn, book, days).await?;
        if let Some(told) = &book.by_hand {
            let channel = by_hand(&ground.consortium, told, days);
            channel_store::insert(conn, &channel).await?;
            channel_work::plan_review(conn, &channel).await?;
            ground.by_hand = Some(channel.id);
        }
        Ok(ground)
    }

    async fn enter_houses(&mut self, conn: &mut Conn, book: &Book, days: &Days) -> Result<()> {
        for (told, n) in book.institution.iter().zip(0..) {
            // A minute apart, so that they stay in the order of the file.
            let joined = self.consortium.created_at.plus_minutes(n);
            let house = house(&self.consortium, told, joined, days);
            institution_store::insert(conn, &house).await?;
            self.houses.push(house);
        }
        Ok(())
    }

    async fn enter_people(&mut self, conn: &mut Conn, book: &Book, days: &Days) -> Result<()> {
        let since = self.consortium.created_at.plus_hours(1);
        let without = book
            .person
            .iter()
            .rev()
            .find(|told| told.role.ends_with("volunteer"))
            .map(|told| told.key.as_str());
        for told in &book.person {
            let mut person = Person::named(&told.name, since);
            if without != Some(told.key.as_str()) {
                person.email = Some(format!("{}@{}.example", told.key, book.consortium.slug));
                person.email_confirmed_at = Some(since);
            }
            person.away_until = told.away_days.map(|away| days.at(away, 8, 0));
            member_store::insert(conn, &person).await?;
            let mut membership = self.membership(told, &person, since);
            membership.until_at = told.until_days.map(|until| days.at(until, 18, 0));
            member_store::insert_membership(conn, &membership).await?;
            let house = self.houses.iter().find(|house| house.slug == told.institution);
            if let Some(left) = house.and_then(|house| house.left_at) {
                member_store::end_membership(conn, &membership.id, left).await?;
                membership.ended_at = Some(left);
            }
            self.people.insert(told.key.clone(), person);
            self.memberships.push(membership);
        }
        Ok(())
    }

    fn membership(&self, told: &Told, person: &Person, since: Instant) -> Membership {
        let house = self.houses.iter().find(|house| house.slug == told.institution).map(|house| &house.id);
        let role = Role::from_code(&told.role).unwrap_or(Role::Coach);
        Membership::new(&person.id, &self.consortium.id, house, role, since)
    }

    async fn enter_contents(&mut self, conn: &mut Conn, book: &Book, days: &Days) -> Result<()> {
        let id = self.consortium.id.clone();
        let since = self.consortium.created_at.plus_hours(2);
        for told in &book.topic {
            let topic = Topic {
                id: TopicId::new(),
                consortium_id: id.clone(),
                slug: told.slug.clone(),
                title: told.title.clone(),
                intro: told.intro.clone(),
                created_at: since,
                ended_at: None,
            };
            topic_store::insert(conn, &topic).await?;
            self.topics.insert(told.slug.clone(), topic.id);
        }
        for told in &book.series {
            let slot = weekday(&told.weekday).zip(parse_time(&told.time).ok()).map(|(on, at)| {
                let slot = Slot::weekly(on, at);
                if told.rule.contains("an Feiertagen") { slot.except(Skip::Holiday) } else { slot }
            });
            let draft = Draft { title: told.title.clone(), slot };
            let series = store_series::insert(conn, &id, &draft, since).await?;
            self.series.insert(told.slug.clone(), series.id);
        }
        for told in &book.picture {
            let picture = self.picture(book, told, days.at(AGE_DAYS + 1, 10, 0));
            picture_store::insert(conn, &picture).await?;
            self.undrawn.push(Undrawn { id: picture.id.clone(), scene: told.scene.clone(), seed: told.seed });
            self.pictures.insert(told.key.clone(), picture.id);
        }
        Ok(())
    }

    /// Gives a picture before it is drawn; it came from the first post that shows it.
    fn picture(&self, book: &Book, told: &Picture, at: Instant) -> media::Picture {
        let shows = |post: &&Post| post.pictures.contains(&told.key);
        let post = book.post.iter().find(shows);
        let by = post.and_then(|post| self.people.get(post.authors.first()?));
        let house = post.and_then(|post| self.house(post.byline.first()?));
        let words = |scene| Lang::De.say(&drawing::describe(scene, told.seed));
        media::Picture {
            id: PictureId::new(),
            consortium_id: self.consortium.id.clone(),
            uploaded_by: by.map(|person| person.id.to_string()),
            institution_id: house.map(|house| house.id.to_string()),
            created_at: at,
            file_name: format!("{}.png", told.key),
            original: "png".into(),
            width: i64::from(WIDTH),
            height: i64::from(HEIGHT),
            colour: String::new(),
            sizes: String::new(),
            alt: scene(&told.scene).map(words).unwrap_or_default(),
            decorative_at: None,
            caption: told.caption.clone(),
            licence: if told.licence == "own-work" { "own".into() } else { told.licence.clone() },
            credit: told.credit.clone(),
            source: String::new(),
            focus_x: 0.5,
            focus_y: 0.5,
            persons_at: told.persons.then_some(at),
            ready_at: None,
            withdrawn_at: None,
        }
    }

    /// Sees who was there at an instant: who left later was still there, who pauses now wrote then.
    pub fn roster(&self, last_asked: &[(InstitutionId, Instant)], at: Instant) -> Roster {
        let mut houses = self.houses.clone();
        for house in &mut houses {
            house.paused_at = house.paused_at.filter(|paused| *paused <= at);
        }
        let mut people: Vec<Person> = self.people.values().cloned().collect();
        if at < self.away_since {
            people.iter_mut().for_each(|person| person.away_until = None);
        }
        let mut memberships = self.memberships.clone();
        for membership in &mut memberships {
            membership.ended_at = membership.ended_at.filter(|ended| *ended <= at);
        }
        dossier::roster(&houses, &people, &memberships, last_asked, at)
    }

    pub fn house(&self, slug: &str) -> Option<&Institution> {
        self.houses.iter().find(|house| house.slug == slug)
    }
}

fn consortium(book: &Book, begun: Instant, days: &Days) -> Consortium {
    let told = &book.consortium;
    let prose = |text: &str| text.trim().to_owned();
    Consortium {
        id: ConsortiumId::new(),
        slug: told.slug.clone(),
        domain: None,
        name: told.name.clone(),
        claim: told.claim.clone(),
        about: prose(&told.about),
        about_simple: prose(&told.about_simple),
        about_at: Some(begun),
        about_simple_at: Some(begun),
        netiquette: prose(&told.netiquette),
        imprint: prose(&told.imprint),
        privacy: prose(&told.privacy),
        barrier: prose(&told.barrier),
        accent: told.accent.clone(),
        zone: "Europe/Berlin".into(),
        languages: "de".into(),
        mode: told.mode.clone(),
        created_at: begun,
        public_at: Some(begun.plus_hours(24 * 7)),
        ends_at: told.ends_in_days.map(|day| days.at(day, 12, 0)),
        end_reason: prose(&told.end_reason),
        last_number: 0,
        version: 1,
    }
}

fn house(consortium: &Consortium, told: &House, joined: Instant, days: &Days) -> Institution {
    let (carrier, regime) = carried(told);
    Institution {
        id: InstitutionId::new(),
        consortium_id: consortium.id.clone(),
        slug: told.slug.clone(),
        kind: told.kind.clone(),
        official_name: told.official_name.clone(),
        display_name: told.display_name.clone(),
        short_name: told.short_name.clone(),
        isil: told.isil.clone(),
        dbs: told.dbs.clone(),
        gnd: String::new(),
        qid: told.qid.clone(),
        carrier_kind: carrier.code().to_owned(),
        carrier_name: told.carrier.clone(),
        regime: regime.map_or("", Regime::code).to_owned(),
        mark: told.mark.clone(),
        colour: told.colour.clone(),
        street: told.street.clone(),
        postcode: String::new(),
        place: told.place.clone(),
        lat: told.lat,
        lon: told.lon,
        accessibility: told.accessibility.clone(),
        phone: told.phone.clone(),
        email: told.email.clone(),
        website: told.website.clone(),
        opening: told.opening.clone(),
        opening_note: told.opening_note.clone(),
        about: String::new(),
        capacity_minutes: told.capacity_hours * 60,
        joined_at: joined,
        paused_at: told.paused.then(|| days.at(PAUSED_DAYS, 9, 0)),
        left_at: told.left_days.map(|ago| days.at(-ago, 12, 0)),
    }
}

/// Reads who carries a house and which law holds there.
fn carried(told: &House) -> (Carrier, Option<Regime>) {
    let regime = Regime::from_code(&told.regime);
    let carrier = match told.regime.as_str() {
        "association" => Carrier::Association,
        "kdg" => Carrier::CatholicParish,
        _ => Carrier::Municipality,
    };
    (carrier, regime.or(carrier.usual_regime()))
}

/// A display case that is on from today: what was public before does not follow.
fn by_hand(consortium: &Consortium, told: &ByHand, days: &Days) -> Channel {
    Channel {
        purpose: told.purpose.clone(),
        responsible: told.responsible.clone(),
        alternative: told.alternative.clone(),
        review_at: Some(days.at(300, 0, 0)),
        on_at: Some(days.now),
        ..Channel::new(&consortium.id, Network::ByHand, &told.name, consortium.created_at)
    }
}
