//! Taking a picture in: from the bytes somebody sent to a row and an upright original without
//! metadata. Sizes are made afterwards, in the background.
use bytes::Bytes;
use tokio::sync::Semaphore;

use super::intake::Intake;
use super::licence::Licence;
use super::made::{Made, Size};
use super::rendering::{self, Rendition};
use super::sizes::{Family, variants};
use super::{Picture, PictureId, store, work};
use crate::base::app::App;
use crate::base::audit;
use crate::base::error::{Error, Result};
use crate::base::sentence::Sentence;
use crate::base::{job, kill, turn};
use crate::consortium::ConsortiumId;
use crate::institution::InstitutionId;
use crate::member::PersonId;

/// One picture after the other in each process: a large one needs 400 MB while it is taken in.
static ONE_AT_A_TIME: Semaphore = Semaphore::const_new(1);

/// The longest edge of the first small size, which those inside see at once.
const FIRST: u32 = 640;

/// Whose picture it is, and where it came from.
#[derive(Debug, Clone)]
pub struct Origin {
    pub consortium: ConsortiumId,
    pub house: Option<InstitutionId>,
    pub by: Option<PersonId>,
    /// What the file was called on the device.
    pub file_name: String,
    /// Who is named under the picture until somebody says otherwise; most pictures are taken by
    /// the house itself, and a house is named, never a person who did not ask for it.
    pub credit: String,
}

/// What the processor makes of a file before anything is written.
struct Prepared {
    ending: &'static str,
    original: Vec<u8>,
    width: u32,
    height: u32,
    colour: String,
    first: Vec<Rendition>,
}

/// Takes a picture in, or says in a sentence why not. The files are written before the row: what
/// a crash leaves behind is a file without a row, and those are swept away.
pub async fn take_in(
    app: &App,
    origin: Origin,
    bytes: Bytes,
) -> Result<std::result::Result<PictureId, Sentence>> {
    let prepared = match prepared(bytes).await? {
        Ok(prepared) => prepared,
        Err(why) => return Ok(Err(why)),
    };
    let now = app.clock.now();
    let mut tx = app.db.begin("job").await?;
    work::sweep_later(&mut tx, now).await?;
    tx.commit().await?;
    let picture = picture_of(&prepared, &origin, now);
    let made = picture.made();
    app.files.put(&picture.original_key(), prepared.original.into()).await?;
    for file in prepared.first {
        app.files.put(&made.key(&picture.id, &file.file_name()), file.bytes.into()).await?;
    }
    kill::point("media.intake.after_files");
    let mut tx = app.db.begin(origin.consortium.as_str()).await?;
    store::insert(&mut tx, &picture).await?;
    job::enqueue_once(&mut tx, work::SIZES, &work::sizes_key(&picture.id), picture.id.as_str(), now).await?;
    audit::write(
        &mut tx,
        audit::Entry {
            consortium: Some(origin.consortium.as_str()),
            at: now,
            person: origin.by.as_ref().map(PersonId::as_str),
            act: "picture-uploaded",
            subject: picture.id.as_str(),
            detail: &picture.file_name,
        },
    )
    .await?;
    tx.commit().await?;
    app.waker.wake();
    Ok(Ok(picture.id))
}

async fn prepared(bytes: Bytes) -> Result<std::result::Result<Prepared, Sentence>> {
    blocking(move || {
        let intake = match Intake::of(&bytes) {
            Ok(intake) => intake,
            Err(why) => return Ok(Err(why)),
        };
        drop(bytes);
        prepare(&intake).map(Ok)
    })
    .await
}

/// Works the processor where that may block, one picture at a time.
pub async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> anyhow::Result<T> + Send + 'static,
) -> Result<T> {
    turn::blocking(&ONE_AT_A_TIME, work).await?.map_err(Error::from)
}

fn prepare(intake: &Intake) -> anyhow::Result<Prepared> {
    let small = match intake.width.max(intake.height) > FIRST {
        true => intake.pixels.thumbnail(FIRST, FIRST),
        false => intake.pixels.clone(),
    };
    let mut whole = variants(small.width(), small.height(), (0.5, 0.5));
    whole.retain(|variant| variant.family == Family::Whole);
    let last = whole.len().saturating_sub(1);
    let first = rendering::render(&small, &whole[last..])?;
    let (ending, original) = rendering::keep_original(intake)?;
    let colour = rendering::average_colour(&small)?;
    Ok(Prepared { ending, original, width: intake.width, height: intake.height, colour, first })
}

fn picture_of(prepared: &Prepared, origin: &Origin, now: crate::base::clock::Instant) -> Picture {
    let mut sizes: Vec<Size> = prepared.first.iter().map(|file| Size::of(&file.variant)).collect();
    sizes.dedup();
    let made = Made { folder: "first".into(), sizes };
    Picture {
        id: PictureId::new(),
        consortium_id: origin.consortium.clone(),
        uploaded_by: origin.by.as_ref().map(|by| by.0.clone()),
        institution_id: origin.house.as_ref().map(|house| house.0.clone()),
        created_at: now,
        file_name: origin.file_name.chars().filter(|c| !c.is_control()).take(120).collect(),
        original: prepared.ending.into(),
        width: prepared.width.into(),
        height: prepared.height.into(),
        colour: prepared.colour.clone(),
        sizes: made.write(),
        alt: String::new(),
        decorative_at: None,
        caption: String::new(),
        licence: Licence::OwnWork.code().into(),
        credit: origin.credit.clone(),
        source: String::new(),
        focus_x: 0.5,
        focus_y: 0.5,
        persons_at: None,
        ready_at: None,
        withdrawn_at: None,
    }
}
