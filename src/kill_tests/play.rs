//! A Verbund with an account on a real server, or on the stand-in where no real one can be had, and
//! posts that go there over a line that may fail.
use serde_json::Value;

use super::{Scene, about, head, perform, post, prepare};
use crate::base::app::App;
use crate::base::clock::Clock;
use crate::channel::faulty::Line;
use crate::channel::meta::tests::Page;
use crate::channel::{Channel, Network, bluesky, mastodon, scene, store as channel_store};
use crate::delivery::state::{Act, Delivery, State};
use crate::delivery::{store, work_pump};
use crate::media::PictureId;
use crate::media::tests::acting::uploaded;
use crate::post::play_tests::set_mode;
use crate::testing::Stage;

/// The networks that answer to a request of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Mastodon,
    Bluesky,
    Facebook,
    Instagram,
}

impl Kind {
    pub const ALL: [Kind; 4] = [Kind::Mastodon, Kind::Bluesky, Kind::Facebook, Kind::Instagram];
}

enum There {
    Mastodon(mastodon::peer_tests::Account),
    Bluesky(bluesky::peer_tests::Account),
    Meta(Page, Line),
}

pub struct Play {
    pub stage: Stage,
    pub kind: Kind,
    there: There,
    picture: PictureId,
}

/// The program of a stage as it may reach this machine.
pub fn reaching(app: &App, graph: Option<&str>) -> App {
    let mut config = app.config.clone();
    config.outgoing.is_private = true;
    config.outgoing.patience = Some(std::time::Duration::from_secs(2));
    if let Some(graph) = graph {
        graph.clone_into(&mut config.meta.graph_url);
    }
    App::new(app.db.clone(), app.clock.clone(), config, app.files.clone(), app.seal.clone(), app.demo)
}

/// Does what the child does: sends all that is due, over the real network of this machine.
pub async fn send(app: &App, graph: Option<&str>) {
    work_pump::send_all(&reaching(app, graph), &crate::base::id::new_id()).await.expect("sent");
}

async fn meta(stage: &Stage, network: Network) -> Option<There> {
    let page = Page::open(stage, network, "page").await?;
    let mut tx = stage.app.db.begin("test").await.expect("a transaction");
    channel_store::insert(&mut tx, &page.channel).await.expect("a channel");
    tx.commit().await.expect("committed");
    let line = Line::before(&page.graph).await;
    Some(There::Meta(page, line))
}

impl Play {
    /// Opens an account of its own; none where there is no server of this kind.
    pub async fn open(stage: Stage, kind: Kind) -> Option<Play> {
        stage.app.clock.set(Clock::real().now());
        let there = match kind {
            Kind::Mastodon => There::Mastodon(mastodon::peer_tests::Account::open(&stage).await?),
            Kind::Bluesky => There::Bluesky(bluesky::peer_tests::Account::open(&stage).await?),
            Kind::Facebook => meta(&stage, Network::Facebook).await?,
            Kind::Instagram => meta(&stage, Network::Instagram).await?,
        };
        let picture = uploaded(&stage).await;
        let play = Play { stage, kind, there, picture };
        let mut channel = play.channel().await;
        channel.on_at = Some(play.stage.app.clock.now().plus_hours(-1));
        scene::save(&play.stage.app, &channel).await;
        set_mode(&play.stage, "direct").await;
        Some(play)
    }

    /// Reads the channel as it stands now.
    pub async fn channel(&self) -> Channel {
        let known = match &self.there {
            There::Mastodon(account) => &account.channel,
            There::Bluesky(account) => &account.channel,
            There::Meta(page, _) => &page.channel,
        };
        scene::again(&self.stage.app, known).await
    }

    pub fn line(&self) -> &Line {
        match &self.there {
            There::Mastodon(account) => &account.line,
            There::Bluesky(account) => &account.line,
            There::Meta(_, line) => line,
        }
    }

    /// What the child does, over the same line.
    pub fn scene(&self) -> Scene {
        let graph = matches!(self.there, There::Meta(..)).then(|| self.line().url.clone());
        Scene::Send { graph }
    }

    /// The first line of the request that lets a post stand there.
    pub fn request(&self) -> String {
        match (&self.there, self.kind) {
            (There::Meta(page, _), Kind::Instagram) => format!("POST /v26.0/7{}/media_publish", page.page),
            (There::Meta(page, _), _) => format!("POST /v26.0/{}/feed", page.page),
            (There::Bluesky(_), _) => "POST /xrpc/com.atproto.repo.putRecord".into(),
            (There::Mastodon(_), _) => "POST /api/v1/statuses".into(),
        }
    }

    /// Publishes a post with a picture that is public at once; gives its number and the cookie of who
    /// wrote it.
    pub async fn publish(&self) -> (i64, String) {
        // The servers know no other time than the real one.
        self.stage.app.clock.set(Clock::real().now());
        let (number, anna, base) = prepare(&self.stage, false).await;
        self.write(number, &anna, "Erste Fassung", &base).await;
        (number, anna)
    }

    pub async fn correct(&self, number: i64, anna: &str, title: &str) {
        let base = head(&self.stage, number).await;
        self.write(number, anna, title, &base).await;
    }

    async fn write(&self, number: i64, anna: &str, title: &str, base: &str) {
        let house = self.stage.cast.borken.id.as_str();
        let (alt, was) = (format!("alt-{}", self.picture), format!("alt_was-{}", self.picture));
        let fields = [
            ("title", title),
            ("body", "Kommen Sie vorbei."),
            ("byline", house),
            ("language", "de"),
            ("base", base),
            ("picture", self.picture.as_str()),
            (&alt, "Ein Regal voller Bücher."),
            (&was, ""),
        ];
        perform(&self.stage.app, &about(anna, number, "save", &fields)).await;
        let revision = head(&self.stage, number).await;
        let fields = [("revision", revision.as_str()), ("when", "soon")];
        perform(&self.stage.app, &about(anna, number, "proposal", &fields)).await;
        let post = post(&self.stage, number).await;
        let live = post.public_revision(self.stage.app.clock.now());
        assert_eq!(live.map(|id| id.0.clone()), Some(revision), "this text is public");
    }

    /// Lets the pump do all that is due, then lets minutes pass.
    pub async fn send(&self, minutes: i64) {
        perform(&self.stage.app, &self.scene()).await;
        self.stage.app.clock.set(self.stage.app.clock.now().plus_minutes(minutes));
    }

    /// The same so many times, from when the lease of whoever died has run out.
    pub async fn recover(&self, times: usize, minutes: i64) {
        self.stage.app.clock.set(self.stage.app.clock.now().plus_seconds(90));
        for _ in 0..times {
            self.send(minutes).await;
        }
    }

    /// Gives the copies of a post that stand there.
    pub async fn copies(&self, number: i64) -> Vec<Value> {
        let mut all = match &self.there {
            There::Mastodon(account) => account.statuses().await,
            There::Bluesky(account) => account.records().await,
            There::Meta(page, _) if self.kind == Kind::Instagram => page.standing("media").await,
            There::Meta(page, _) => page.standing("post").await,
        };
        let here = format!("/beitrag/{number}-");
        all.retain(|it| it.to_string().contains(&here));
        all
    }

    pub async fn rows(&self, number: i64) -> Vec<Delivery> {
        let post = post(&self.stage, number).await;
        let mut conn = self.stage.app.db.read().await.expect("a connection");
        let turns = store::of_post(&mut conn, &post.id).await.expect("the history");
        turns.into_iter().map(|turn| turn.row).collect()
    }

    pub async fn stands(&self, number: i64) -> Vec<(Act, State)> {
        self.rows(number).await.iter().map(|row| (row.act(), row.state())).collect()
    }
}
