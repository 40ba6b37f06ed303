//! Posts that are planned for an instant, as people plan them, and when their first byte goes out.
use std::time::Duration;

use verbund::base::app::App;
use verbund::base::clock::Instant;
use verbund::channel::{Channel, Network, store as channel_store};
use verbund::consortium::{Consortium, store as consortium_store};
use verbund::federation::store_actor;
use verbund::institution::{Institution, store as institution_store};
use verbund::member::seat::Seat;
use verbund::member::store as member_store;
use verbund::post::acting::acts::{Wish, act};
use verbund::post::editing::store_revision::{self, Saving};
use verbund::post::writing::content::Content;
use verbund::post::{store as post_store, store_dossier};

use crate::sink::counted;
use crate::{Outcome, follow};

/// Which Verbund of the demo plans.
const VERBUND: &str = "muebi";
/// How far ahead a post is planned: the running server has learned of it long before.
const AHEAD: i64 = 3;

/// Plans one post after another and prints the median and the 95th percentile of the milliseconds from
/// due to the first byte at the server of the one follower.
pub async fn plan(app: &App, port: usize, count: usize) -> Outcome<()> {
    let (it, houses, seat) = ground(app, port).await?;
    let mut late = Vec::new();
    for n in 0..count {
        let due = Instant::from(jiff::Timestamp::now()).plus_seconds(AHEAD);
        let before = counted(port).await?.0;
        let number = write(app, &it, &houses[n % houses.len()], &seat, n).await?;
        let wish = Wish::Propose { due: Some(due), chosen: None, read: None };
        act(app, &seat, number, &wish).await.map_err(|error| anyhow::anyhow!("{error:?}"))?;
        let last = loop {
            let (count, last) = counted(port).await?;
            if count > before {
                break last;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        };
        late.push(i64::try_from(last)? - due.millis());
        // The second voice of the same post shall not count as the next one.
        tokio::time::sleep(Duration::from_millis(800)).await;
    }
    late.sort_unstable();
    println!("{} {}", late[late.len() / 2], late[late.len() * 95 / 100]);
    Ok(())
}

/// Lets a Verbund speak in the Fediverse to one follower and publish without a second reader.
async fn ground(app: &App, port: usize) -> Outcome<(Consortium, Vec<Institution>, Seat)> {
    let now = app.clock.now();
    let mut tx = app.db.begin("plan").await?;
    sqlx::query("UPDATE consortium SET mode = 'direct' WHERE slug = $1")
        .bind(VERBUND)
        .execute(&mut *tx)
        .await?;
    let it = consortium_store::by_slug(&mut tx, VERBUND).await?;
    let houses = institution_store::of_consortium(&mut tx, &it.id).await?;
    let mut seat = None;
    for person in member_store::people_in(&mut tx, &it.id).await? {
        let memberships = member_store::memberships_of(&mut tx, &person.id).await?;
        let taken = Seat::take(person, it.clone(), houses.clone(), memberships, now);
        seat = seat.or(taken.ok().filter(|seat| seat.is_coordinator()));
    }
    let known = channel_store::of_consortium(&mut tx, &it.id).await?;
    if !known.iter().any(|channel| channel.network() == Network::Fediverse && channel.on_at.is_some()) {
        let channel = Channel {
            on_at: Some(now),
            purpose: "Lesen".into(),
            responsible: "die Koordination".into(),
            alternative: "die eigene Seite".into(),
            ..Channel::new(&it.id, Network::Fediverse, "Fediverse", now)
        };
        channel_store::insert(&mut tx, &channel).await?;
    }
    let actor = store_actor::ensure_for_consortium(&mut tx, &it, now).await?;
    let at = format!("127.1.0.1:{port}");
    follow(&mut tx, &actor, &at, &format!("http://{at}/users/leserin")).await?;
    app.commit(tx, it.id.as_str()).await?;
    Ok((it, houses, seat.ok_or_else(|| anyhow::anyhow!("nobody coordinates"))?))
}

async fn write(app: &App, it: &Consortium, house: &Institution, seat: &Seat, n: usize) -> Outcome<i64> {
    let now = app.clock.now();
    let mut tx = app.db.begin(it.id.as_str()).await?;
    let by = &seat.person.id;
    let post = post_store::create(&mut tx, &it.id, Some(by), now).await?;
    let number = post.number;
    let mut dossier = store_dossier::open(&mut tx, post, now).await?;
    let content = Content {
        title: format!("Geplant {n}"),
        body: "Ein Satz, wie ihn Büchereien schreiben.".into(),
        byline: vec![house.id.clone()],
        language: "de".into(),
        ..Content::default()
    };
    let saving = Saving { by, houses: vec![house.id.clone()], base: None, client: "" };
    store_revision::save(&mut tx, &mut dossier, saving, content, now).await?;
    app.commit(tx, it.id.as_str()).await?;
    Ok(number)
}
