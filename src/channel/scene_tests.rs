//! What tests of several networks need: a program that may reach this machine, a channel, a piece, and
//! a picture.
use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

use super::order::Order;
use super::piece::{Piece, PieceHouse, PiecePicture};
use super::steps::Steps;
use super::{Channel, Network, store};
use crate::base::app::App;
use crate::base::clock::{Clock, Instant};
use crate::media::PictureId;
use crate::post::{PostId, RevisionId};
use crate::testing::{NOW, Stage};

/// The same program, allowed to reach this machine, with a clock of its own that shows the real time:
/// the servers around it know no other.
pub fn reaching(stage: &Stage, plc: Option<&str>) -> App {
    let app = &stage.app;
    let mut config = app.config.clone();
    config.outgoing.is_private = true;
    if let Some(plc) = plc {
        config.plc = plc.to_owned();
    }
    let clock = Clock::frozen(Clock::real().now());
    App::new(app.db.clone(), clock, config, app.files.clone(), app.seal.clone(), app.demo)
}

/// Enters a channel of the Verbund, switched on, not connected.
pub async fn channel(stage: &Stage, network: Network) -> Channel {
    let mut channel = Channel::new(&stage.cast.muebi.id, network, "Konto des Verbunds", NOW);
    channel.on_at = Some(NOW);
    let mut tx = stage.app.db.begin(channel.consortium_id.as_str()).await.expect("a transaction");
    store::insert(&mut tx, &channel).await.expect("a channel");
    tx.commit().await.expect("committed");
    channel
}

/// Reads a channel anew.
pub async fn again(app: &App, channel: &Channel) -> Channel {
    let mut conn = app.db.read().await.expect("a connection");
    store::by_id(&mut conn, &channel.consortium_id, &channel.id).await.expect("the channel")
}

/// Writes a channel down as it stands in a test's hand.
pub async fn save(app: &App, channel: &Channel) {
    let mut tx = app.db.begin(channel.consortium_id.as_str()).await.expect("a transaction");
    store::save(&mut tx, channel).await.expect("saved");
    tx.commit().await.expect("committed");
}

/// Makes what a driver holds in its hand for one sending.
pub fn order<'a>(app: &'a App, stage: &'a Stage, channel: &'a Channel, sending: &str) -> Order<'a> {
    Order { app, consortium: &stage.cast.muebi, channel, steps: Steps::of(app, sending) }
}

/// A piece with a number of its own, so that no test finds another's.
pub fn piece(body: &str) -> Piece {
    let number = i64::from(rand::random::<u32>());
    Piece {
        post: PostId::new(),
        number,
        revision: RevisionId::new(),
        title: "Sommerfest im Garten".into(),
        body: body.into(),
        wording: None,
        as_thread: true,
        language: "de".into(),
        url: format!("https://muebi.example/beitrag/{number}-sommerfest"),
        houses: vec![PieceHouse {
            id: crate::institution::InstitutionId::new(),
            name: "Bücherei Borken".into(),
            short: "Borken".into(),
            url: "https://muebi.example/einrichtung/borken".into(),
        }],
        topic: None,
        links: Vec::new(),
        pictures: Vec::new(),
        since: NOW,
        updated: NOW,
    }
}

/// Draws a picture and keeps it where drivers look for it.
pub async fn picture(app: &App, alt: &str) -> PiecePicture {
    let id = PictureId::new();
    let shade = |x: u32, y: u32| Rgb([(x % 256) as u8, (y % 256) as u8, 90]);
    let pixels = DynamicImage::ImageRgb8(RgbImage::from_fn(320, 200, shade));
    let mut file = Cursor::new(Vec::new());
    pixels.write_to(&mut file, ImageFormat::Png).expect("a picture");
    let original_key = format!("picture/{id}/original.png");
    app.files.put(&original_key, file.into_inner().into()).await.expect("kept");
    PiecePicture {
        id,
        original_key,
        alt: alt.into(),
        credit: String::new(),
        focus: (0.25, 0.5),
        width: 320,
        height: 200,
        public: Vec::new(),
        cut: Vec::new(),
        ready_at: Some(NOW),
    }
}

/// A text that needs several parts in the networks of short texts.
pub fn long_text() -> String {
    let line = "Wir lesen vor, wir singen, wir spielen im Garten, und wer mag, bringt Kuchen mit. ";
    line.repeat(12)
}

/// Whether an instant lies so many seconds from another, give or take five.
pub fn is_about(at: Instant, from: Instant, seconds: i64) -> bool {
    (at.millis() - from.millis() - seconds * 1_000).abs() <= 5_000
}
