//! A person with a browser: at our desk, and at the page of the account's server where they sign in
//! and say yes or no.
use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Mutex;

use axum::http::header;
use axum_test::{TestResponse, TestServer};
use http::HeaderName;
use serde_json::{Value, json};
use url::Url;

use crate::base::app::App;
use crate::base::clock::Clock;
use crate::base::door::{Answer, Request};
use crate::channel::Channel;
use crate::channel::bluesky::peer_tests::Account;
use crate::channel::bluesky::{Secret, refreshing};
use crate::channel::faulty::Line;
use crate::channel::scene;
use crate::testing::{Stage, server_of};

const API: &str = "/@atproto/oauth-provider/~api";

/// The same program under another address, which knows where some names are.
pub fn at(app: &App, public_url: &str, known: Vec<(String, SocketAddr)>) -> App {
    let mut config = app.config.clone();
    config.public_url = public_url.to_owned();
    config.outgoing.known = known;
    let clock = Clock::frozen(app.clock.now());
    App::new(app.db.clone(), clock, config, app.files.clone(), app.seal.clone(), app.demo)
}

/// A desk on one's own machine, a channel that nobody has connected, an account, and a line before
/// its server.
pub struct World {
    pub app: App,
    pub it: Account,
    pub line: Line,
    pub server: TestServer,
    pub anna: String,
    pub href: String,
    /// What the account's server calls itself.
    pub pds: Url,
}

impl World {
    pub async fn open(stage: &Stage) -> Option<World> {
        World::open_at(stage, "http://127.0.0.1:4711").await
    }

    pub async fn open_at(stage: &Stage, public_url: &str) -> Option<World> {
        let mut it = Account::open(stage).await?;
        (it.channel.secret, it.channel.account) = (String::new(), String::new());
        scene::save(&it.app, &it.channel).await;
        let peer = Url::parse(&it.pds).expect("an address");
        let port = peer.port().expect("a port");
        // The server is called `localhost` and insists on its name: the line lies on a number of its own.
        let [a, b, c, _] = rand::random::<[u8; 4]>();
        let number = Ipv4Addr::new(127, a.max(1), b, c.clamp(1, 254));
        let line = Line::at(&it.pds, SocketAddr::new(IpAddr::V4(number), port)).await;
        let known = vec![("localhost".to_owned(), SocketAddr::new(IpAddr::V4(number), port))];
        let app = at(&it.app, public_url, known);
        Some(World {
            server: server_of(&app, Default::default()),
            anna: stage.sign_in(&stage.cast.anna).await,
            href: format!("/desk/{}/channels/{}/bluesky", stage.cast.muebi.slug, it.channel.id),
            pds: Url::parse(&format!("http://localhost:{port}")).expect("an address"),
            app,
            it,
            line,
        })
    }

    /// A world in which the channel is connected.
    pub async fn connected(stage: &Stage) -> Option<World> {
        let mut world = World::open(stage).await?;
        world.connect().await;
        Some(world)
    }

    /// Connects the channel to the account, as a person does.
    pub async fn connect(&mut self) {
        let allow = self.begin(&self.it.handle).await;
        let back = Browser::at(&self.app, &allow).await.says_yes(&self.it.handle).await;
        let answer = self.comes_back(&back).await;
        assert_eq!(answer.status_code(), 303, "{}", answer.text());
        self.it.channel = self.channel().await;
    }

    pub async fn channel(&self) -> Channel {
        scene::again(&self.app, &self.it.channel).await
    }

    pub async fn secret(&self) -> Secret {
        refreshing::open(&self.app, &self.channel().await).expect("opened")
    }

    /// Changes what the program holds.
    pub async fn with_secret(&mut self, change: impl FnOnce(&mut Secret)) {
        let mut secret = self.secret().await;
        change(&mut secret);
        self.it.channel = self.channel().await;
        self.it.channel.secret = refreshing::close(&self.app, &self.it.channel, &secret).expect("sealed");
        scene::save(&self.app, &self.it.channel).await;
    }

    pub async fn get(&self, path: &str, cookie: &str) -> TestResponse {
        self.server.get(path).add_header(header::COOKIE, cookie.to_owned()).await
    }

    /// Sends the form with a handle alone.
    pub async fn sends(&self, handle: &str) -> TestResponse {
        let form = [("handle", handle), ("server", &self.it.pds), ("password", "")];
        self.server.post(&self.href).add_header(header::COOKIE, self.anna.clone()).form(&form).await
    }

    /// Sends the form and gives the address at which the person says yes.
    pub async fn begin(&self, handle: &str) -> Url {
        let answer = self.sends(handle).await;
        assert_eq!(answer.status_code(), 303, "{}", answer.text());
        let page = self.get(&self.href, &self.anna).await.text();
        let start = format!("href=\"{}", self.pds);
        let at = page.find(&start).expect("a link to the server") + "href=\"".len();
        let link = &page[at..at + page[at..].find('"').expect("its end")];
        Url::parse(&link.replace("&#38;", "&").replace("&amp;", "&")).expect("an address")
    }

    /// Comes back to us with what the server sends along.
    pub async fn comes_back(&self, back: &Url) -> TestResponse {
        let desk = self.led_on(back).await;
        self.get(&desk, &self.anna).await
    }

    /// Gives where at the desk the way back leads.
    pub async fn led_on(&self, back: &Url) -> String {
        let answer = self.server.get(&format!("{}?{}", back.path(), back.query().unwrap_or_default())).await;
        assert_eq!(answer.status_code(), 303, "{}", answer.text());
        let to = answer.header(header::LOCATION);
        let to = to.to_str().expect("an address");
        to.strip_prefix(self.app.config.public_url.as_str()).expect("an address of ours").to_owned()
    }
}

/// Gives what the jobs that leave accounts have to do.
pub async fn leavings(app: &App) -> Vec<String> {
    let mut conn = app.db.read().await.expect("a connection");
    let jobs: Vec<(String,)> = sqlx::query_as("SELECT payload FROM job WHERE kind = $1")
        .bind(crate::channel::revoking::REVOKE)
        .fetch_all(&mut *conn)
        .await
        .expect("jobs");
    jobs.into_iter().map(|(payload,)| payload).collect()
}

/// Gives one word behind the question mark.
pub fn query(url: &Url, name: &str) -> String {
    url.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned()).unwrap_or_default()
}

/// Puts another word in its place.
pub fn with_query(url: &Url, name: &str, value: &str) -> Url {
    let pairs: Vec<(String, String)> = url
        .query_pairs()
        .map(|(key, old)| (key.to_string(), if key == name { value.to_owned() } else { old.into_owned() }))
        .collect();
    let mut url = url.clone();
    url.query_pairs_mut().clear().extend_pairs(pairs);
    url
}

/// A browser that shows the page of the account's server.
pub struct Browser<'a> {
    app: &'a App,
    page: Url,
    cookies: Mutex<BTreeMap<String, String>>,
}

impl Browser<'_> {
    /// Follows our link.
    pub async fn at<'a>(app: &'a App, allow: &Url) -> Browser<'a> {
        let browser = Browser { app, page: allow.clone(), cookies: Mutex::default() };
        let answer = browser.send(Request::get(allow.clone()), "navigate", "cross-site").await;
        assert!(answer.is_good(), "{}", String::from_utf8_lossy(&answer.body));
        browser
    }

    /// Signs in, agrees, and gives where the server sends the person then.
    pub async fn says_yes(&self, handle: &str) -> Url {
        let typed = json!({ "locale": "en", "username": handle, "password": "only-for-tests" });
        let signed_in = self.post("sign-in", &typed, "").await;
        let token = signed_in["ephemeralToken"].as_str().expect("a token").to_owned();
        let agreed = self.post("consent", &json!({ "did": signed_in["account"]["did"] }), &token).await;
        self.follow(&agreed).await
    }

    pub async fn says_no(&self) -> Url {
        let said = self.post("reject", &json!({}), "").await;
        self.follow(&said).await
    }

    async fn follow(&self, said: &Value) -> Url {
        let next = Url::parse(said["url"].as_str().unwrap_or_else(|| panic!("{said}"))).expect("an address");
        let answer = self.send(Request::get(next), "navigate", "same-origin").await;
        let to = answer.header("location").unwrap_or_else(|| panic!("{answer:?}"));
        Url::parse(to).expect("an address")
    }

    async fn post(&self, name: &str, body: &Value, token: &str) -> Value {
        let url = self.page.join(&format!("{API}/{name}")).expect("an address");
        let mut request = Request::post(url).json(body);
        if !token.is_empty() {
            request = request.bearer(token);
        }
        let csrf = self.cookies.lock().expect("the cookies").get("csrf-token").cloned();
        request = request.header(HeaderName::from_static("x-csrf-token"), &csrf.unwrap_or_default());
        let origin = self.page.origin().ascii_serialization();
        let answer = self.send(request.header(header::ORIGIN, &origin), "same-origin", "same-origin").await;
        let said = String::from_utf8_lossy(&answer.body).into_owned();
        assert!(answer.is_good(), "{name}: {said}");
        serde_json::from_str(&said).expect("JSON")
    }

    /// Sends what a browser sends along, and keeps the cookies.
    async fn send(&self, mut request: Request, mode: &str, site: &str) -> Answer {
        request.redirects = 0;
        let cookies = {
            let cookies = self.cookies.lock().expect("the cookies");
            cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
        };
        let dest = if mode == "navigate" { "document" } else { "empty" };
        request = request
            .header(HeaderName::from_static("sec-fetch-mode"), mode)
            .header(HeaderName::from_static("sec-fetch-site"), site)
            .header(HeaderName::from_static("sec-fetch-dest"), dest)
            .header(header::USER_AGENT, "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0");
        if site == "same-origin" {
            request = request.header(header::REFERER, self.page.as_str());
        }
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, &cookies);
        }
        let answer = self.app.door.send(request).await.expect("the server answers");
        let mut kept = self.cookies.lock().expect("the cookies");
        for set in answer.headers.get_all(header::SET_COOKIE) {
            let set = set.to_str().expect("a cookie");
            let (name, value) = set.split(';').next().and_then(|it| it.split_once('=')).expect("a cookie");
            kept.insert(name.to_owned(), value.to_owned());
        }
        drop(kept);
        answer
    }
}
