//! How a piece is read: a version of a post, with everything a network is told about it.
use super::piece::{Piece, PieceHouse, PiecePicture};
use super::{Channel, ChannelId, Network};
use crate::base::clock::Instant;
use crate::base::config::Config;
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::base::text::Lang;
use crate::consortium::{Consortium, ConsortiumId};
use crate::institution::{self, Institution};
use crate::media::sizes::Family;
use crate::media::{self, Picture, PictureId, store_consented};
use crate::post::writing::content::Content;
use crate::post::writing::wording;
use crate::post::{Post, RevisionId, editing::store_revision};
use crate::site;
use crate::topic;

/// How long what goes out waits for a new picture to be cut to size, in minutes.
const CUT_MINUTES: i64 = 30;

/// Gives the whole address of a Verbund's own page, without a trailing slash.
pub fn root(config: &Config, it: &Consortium) -> String {
    match &it.domain {
        Some(domain) => format!("{}://{domain}", if config.is_secure() { "https" } else { "http" }),
        None => format!("{}/{}", config.public_url, it.slug),
    }
}

/// Reads a version of a post as a piece for one network. Pictures that may not be shown there, and
/// those that are not cut to size yet, are left out.
pub async fn read(
    conn: &mut Conn,
    config: &Config,
    consortium: &Consortium,
    post: &Post,
    revision: &RevisionId,
    network: Network,
    now: Instant,
) -> Result<Piece> {
    let revision = store_revision::by_id(conn, &post.id, revision).await?;
    let content: Content = serde_json::from_str(&revision.content)?;
    let version = Version { post, revision: &revision.id, updated: revision.created_at };
    let mut piece = of_content(conn, config, consortium, version, content, network, now).await?;
    piece.pictures.retain(|picture| picture.ready_at.is_some());
    Ok(piece)
}

/// Tells whether a picture of a version is still being cut to size: what goes out now would lack it.
/// One that cannot be cut is not waited for any longer than its patience.
pub async fn awaits_pictures(
    conn: &mut Conn,
    post: &Post,
    revision: &RevisionId,
    now: Instant,
) -> Result<bool> {
    let content = store_revision::by_id(conn, &post.id, revision).await?.content()?;
    for id in &content.pictures {
        let Some(picture) = kept(conn, &post.consortium_id, id).await? else { continue };
        let is_new = now < picture.created_at.plus_minutes(CUT_MINUTES);
        if picture.ready_at.is_none() && picture.withdrawn_at.is_none() && is_new {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Reads a version of a post as a piece for one channel, with what it says there otherwise.
pub async fn read_for(
    conn: &mut Conn,
    config: &Config,
    consortium: &Consortium,
    post: &Post,
    revision: &RevisionId,
    channel: &Channel,
    now: Instant,
) -> Result<Piece> {
    let wording = wording_of(conn, post, revision, &channel.id).await?;
    let piece = read(conn, config, consortium, post, revision, channel.network(), now).await?;
    Ok(worded(piece, wording))
}

/// Tells whether a version of a post is not to go to a channel.
pub async fn is_left_out(
    conn: &mut Conn,
    post: &Post,
    revision: &RevisionId,
    channel: &ChannelId,
) -> Result<bool> {
    Ok(wording_of(conn, post, revision, channel).await?.is_left_out)
}

async fn wording_of(
    conn: &mut Conn,
    post: &Post,
    revision: &RevisionId,
    channel: &ChannelId,
) -> Result<wording::Wording> {
    let revision = store_revision::by_id(conn, &post.id, revision).await?;
    let content: Content = serde_json::from_str(&revision.content)?;
    Ok(wording::of(&content.wordings, channel.as_str()))
}

/// Puts what is said in one channel into a piece.
pub fn worded(piece: Piece, wording: wording::Wording) -> Piece {
    let text = Some(wording.text).filter(|text| !text.is_empty());
    Piece { wording: text, as_thread: wording.as_thread, ..piece }
}

/// Which version of which post a text is.
#[derive(Clone, Copy)]
pub struct Version<'a> {
    pub post: &'a Post,
    pub revision: &'a RevisionId,
    pub updated: Instant,
}

/// Makes a piece of a text for one network, also of one that was not saved yet, with pictures that are
/// still being cut to size.
pub async fn of_content(
    conn: &mut Conn,
    config: &Config,
    consortium: &Consortium,
    version: Version<'_>,
    content: Content,
    network: Network,
    now: Instant,
) -> Result<Piece> {
    let post = version.post;
    let root = root(config, consortium);
    let houses = institution::store::of_consortium(conn, &consortium.id).await?;
    let named = content.byline.iter().filter_map(|id| houses.iter().find(|house| house.id == *id));
    let houses = named.map(|house| told(house, &root)).collect();
    let topic = match &content.topic {
        Some(id) => topic::store::by_id(conn, &consortium.id, id).await.ok().map(|topic| topic.title),
        None => None,
    };
    let mut pictures = Vec::new();
    let mut updated = version.updated;
    for id in &content.pictures {
        match picture(conn, config, consortium, id, network, now).await? {
            Here::Shown(it) => pictures.push(it),
            // Since it went, the same text is shown anew.
            Here::Gone(at) => updated = at.map_or(updated, |at| at.max(updated)),
        }
    }
    let segment = site::address::post(post.number, &content.title);
    Ok(Piece {
        post: post.id.clone(),
        number: post.number,
        revision: version.revision.clone(),
        title: content.title,
        body: content.body,
        wording: None,
        as_thread: false,
        language: content.language,
        url: format!("{root}/beitrag/{segment}"),
        houses,
        topic,
        links: content.links,
        pictures,
        since: post.first_public_at.or(post.opens_at).unwrap_or(now),
        updated,
    })
}

fn told(house: &Institution, root: &str) -> PieceHouse {
    PieceHouse {
        id: house.id.clone(),
        name: house.display_name.clone(),
        short: house.short_name.clone(),
        url: format!("{root}/einrichtung/{}", house.slug),
    }
}

/// A picture of a text, and whether it is shown.
enum Here {
    Shown(PiecePicture),
    /// It is not, and since when it was taken away.
    Gone(Option<Instant>),
}

async fn picture(
    conn: &mut Conn,
    config: &Config,
    consortium: &Consortium,
    id: &PictureId,
    network: Network,
    now: Instant,
) -> Result<Here> {
    let Some(picture) = kept(conn, &consortium.id, id).await? else { return Ok(Here::Gone(None)) };
    let consents = store_consented::consents_of(conn, id).await?;
    let problems = picture.facts(consents).problems_before_publication(network.consented(), now);
    if picture.withdrawn_at.is_some() || !problems.is_empty() {
        return Ok(Here::Gone(picture.withdrawn_at));
    }
    Ok(Here::Shown(shown(config, picture)))
}

/// Finds a picture of a Verbund, if it was not deleted.
async fn kept(conn: &mut Conn, consortium: &ConsortiumId, id: &PictureId) -> Result<Option<Picture>> {
    match media::store::of_consortium(conn, consortium, id).await {
        Ok(picture) => Ok(Some(picture)),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Tells whether a picture that went out may not be shown in a network any more: it was taken away, or
/// somebody on it does not agree (now).
pub async fn is_gone(
    conn: &mut Conn,
    consortium: &Consortium,
    id: &PictureId,
    network: Network,
    now: Instant,
) -> Result<bool> {
    let Some(picture) = kept(conn, &consortium.id, id).await? else { return Ok(true) };
    let consents = store_consented::consents_of(conn, id).await?;
    let persons = picture.facts(consents).problems_of_persons(network.consented(), now);
    Ok(picture.withdrawn_at.is_some() || !persons.is_empty())
}

fn shown(config: &Config, picture: Picture) -> PiecePicture {
    let licence = media::licence::Licence::from_code(&picture.licence);
    let named = licence.filter(|it| it.url().is_some()).map(|it| Lang::De.say(&it.label()));
    let credit = [Some(picture.credit.clone()).filter(|it| !it.is_empty()), named];
    let side = |length: i64| u32::try_from(length).unwrap_or(1);
    let made = picture.made();
    let files = |family| {
        let address = |name: &str| format!("{}/bild/{}/{name}.jpg", config.public_url, picture.id);
        made.of_family(family).map(|size| (size.width, address(&size.name))).collect()
    };
    PiecePicture {
        original_key: picture.original_key(),
        alt: if picture.decorative_at.is_some() { String::new() } else { picture.alt.clone() },
        credit: credit.into_iter().flatten().collect::<Vec<_>>().join(", "),
        focus: picture.focus(),
        width: side(picture.width),
        height: side(picture.height),
        public: files(Family::Whole),
        cut: files(Family::Teaser),
        ready_at: picture.ready_at,
        id: picture.id,
    }
}
