//! What happens to pictures later, by itself: sizes are made, consents end, lost files are swept up.
use std::collections::BTreeSet;

use super::intake::Intake;
use super::made::{Made, Size};
use super::sizes::variants;
use super::work_intake::blocking;
use super::{PictureId, rendering, store, store_consented};
use crate::base::app::App;
use crate::base::audit;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::base::id::new_id;
use crate::base::{job, kill};
use crate::consent::{ConsentId, store as consent_store};

/// The job that makes all sizes of a picture; its payload is the picture's id.
pub const SIZES: &str = "picture-sizes";
/// The job that removes files of which no row knows; its payload are those it saw before.
pub const SWEEP: &str = "picture-sweep";

/// Names the one job that makes a picture's sizes: what is asked for twice is done once.
pub fn sizes_key(id: &PictureId) -> String {
    format!("{SIZES}:{id}")
}

/// Makes all sizes of a picture, into a folder of their own, and then lets pages use them.
pub async fn make_sizes(app: &App, payload: &str) -> Result<()> {
    let id = PictureId(payload.to_owned());
    let picture = match store::by_id(&mut *app.db.read().await?, &id).await {
        Err(Error::NotFound) => return Ok(()),
        other => other?,
    };
    let original = app.files.get(&picture.original_key()).await?;
    let focus = picture.focus();
    let (colour, files) = blocking(move || {
        let intake = Intake::of_own(&original)
            .map_err(|why| anyhow::anyhow!("an original cannot be opened: {}", why.key))?;
        drop(original);
        let planned = variants(intake.width, intake.height, focus);
        Ok((rendering::average_colour(&intake.pixels)?, rendering::render(&intake.pixels, &planned)?))
    })
    .await?;
    let mut made = Made { folder: new_id(), sizes: Vec::new() };
    for file in files {
        let size = Size::of(&file.variant);
        if !made.sizes.contains(&size) {
            made.sizes.push(size);
        }
        app.files.put(&made.key(&id, &file.file_name()), file.bytes.into()).await?;
    }
    made.sizes.sort_by_key(|size| size.width);
    kill::point("media.sizes.after_files");
    let now = app.clock.now();
    let mut tx = app.db.begin(picture.consortium_id.as_str()).await?;
    store::set_made(&mut tx, &picture, &made, &colour, now).await?;
    sweep_later(&mut tx, now).await?;
    app.commit(tx, picture.consortium_id.as_str()).await
}

/// Takes the pictures of a consent down when it has ended.
pub async fn end_consent(app: &App, payload: &str) -> Result<()> {
    let id = ConsentId(payload.to_owned());
    let now = app.clock.now();
    let consent = match consent_store::by_id(&mut *app.db.read().await?, &id).await {
        Err(Error::NotFound) => return Ok(()),
        other => other?,
    };
    if consent.ends_at.is_none_or(|end| end > now) {
        return Ok(());
    }
    let consortium = consent.consortium_id.as_str();
    let mut tx = app.db.begin(consortium).await?;
    let down = store_consented::take_down(&mut tx, &id, now).await?;
    let detail = down.len().to_string();
    audit::write(
        &mut tx,
        audit::Entry {
            consortium: Some(consortium),
            at: now,
            person: None,
            act: "ended-consent",
            subject: id.as_str(),
            detail: &detail,
        },
    )
    .await?;
    app.commit(tx, consortium).await
}

/// Lets the sweeping begin in an hour, counted from the newest change: by then every upload in
/// hand has its row.
pub async fn sweep_later(conn: &mut Conn, now: Instant) -> Result<()> {
    job::enqueue_once(conn, SWEEP, SWEEP, "[]", now.plus_hours(1)).await
}

/// Removes files of which no row knows. Each is looked at twice, an hour apart, before it goes:
/// a file is written before its row, and never the other way round.
pub async fn sweep(app: &App, payload: &str) -> Result<()> {
    let seen: BTreeSet<String> = serde_json::from_str(payload).unwrap_or_default();
    let there = app.files.list("picture").await?;
    let known: BTreeSet<String> = {
        let rows = store::all_files(&mut *app.db.read().await?).await?;
        let keys = rows.into_iter().flat_map(|(id, original, sizes)| {
            let mut keys = Made::read(&sizes).keys(&id);
            keys.push(format!("picture/{id}/original.{original}"));
            keys
        });
        keys.collect()
    };
    let (old, new): (Vec<String>, Vec<String>) =
        there.into_iter().filter(|key| !known.contains(key)).partition(|key| seen.contains(key));
    for key in old {
        app.files.remove(&key).await?;
    }
    if !new.is_empty() {
        let mut tx = app.db.begin("job").await?;
        let at = app.clock.now().plus_hours(1);
        job::enqueue_once(&mut tx, SWEEP, "picture-sweep-again", &serde_json::to_string(&new)?, at).await?;
        tx.commit().await?;
    }
    Ok(())
}
