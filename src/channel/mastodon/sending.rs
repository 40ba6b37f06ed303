//! How one status goes out, once: with a key by which the server recognises a repetition for an
//! hour, and after that by looking.
use bytes::Bytes;
use http::Method;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::api::{Answered, Api, Fault, IDEMPOTENCY_KEY, Status};
use super::looking::{self, Sought};
use super::software::Told;
use super::{Posted, Secret};
use crate::base::clock::Instant;
use crate::base::error::Result;
use crate::channel::order::Order;
use crate::channel::outcome::Outcome;
use crate::channel::piece::PiecePicture;
use crate::channel::steps::Step;
use crate::channel::stop::Going;

/// How long a server surely recognises a repetition, in minutes: Mastodon says an hour.
const KEY_HOLDS: i64 = 50;
/// How often and with which pause a server is asked whether a picture is ready.
const ASKED: u32 = 15;
const PAUSE: std::time::Duration = std::time::Duration::from_secs(1);
/// How long one picture may take on its way.
const PICTURE_PATIENCE: std::time::Duration = std::time::Duration::from_secs(60);

/// What is needed for every request of one sending.
pub struct Post<'a> {
    pub order: &'a Order<'a>,
    pub api: Api<'a>,
    pub secret: Secret,
    pub told: Told,
}

/// One status on its way.
pub struct Draft<'a> {
    pub text: &'a str,
    pub link: Option<&'a str>,
    pub language: &'a str,
    pub visibility: &'a str,
    pub answers: Option<&'a str>,
    pub media: Vec<(String, String)>,
}

#[derive(Serialize, Deserialize)]
struct Taken {
    id: String,
}

impl<'a> Post<'a> {
    pub fn open(order: &'a Order<'a>) -> Result<Post<'a>> {
        let secret: Secret = order.secret()?;
        let api = Api::new(order.app, &order.channel.server, &secret)?;
        Ok(Post { order, api, secret, told: Told::kept(&order.channel.limits) })
    }

    /// Brings a status there, however often it is called under the name of this step.
    pub async fn send(&self, step: &str, draft: &Draft<'_>) -> Going<Posted> {
        let steps = &self.order.steps;
        let first = format!("{step}-first");
        let now = self.order.app.clock.now();
        let state = steps.read::<Posted>(step).await?;
        let is_fresh = match state {
            Step::Ended(posted) => return Ok(posted),
            Step::Fresh => {
                steps.begin(&first).await?;
                steps.end(&first, &now).await?;
                true
            }
            Step::Begun => {
                if let Some(found) = self.recognise(step, &first, draft, now).await? {
                    return Ok(found);
                }
                false
            }
        };
        steps.begin(step).await?;
        let key = format!("{}-{step}", steps.sending());
        let request = self.api.request(Method::POST, "/api/v1/statuses")?.header(IDEMPOTENCY_KEY, &key);
        let sent = self.api.send(request.json(&draft.json())).await;
        match sent.map(|answer| answer.json::<Status>()) {
            Ok(Some(status)) => {
                let posted = Posted { media: draft.media.clone(), ..looking::posted(&status) };
                steps.end(step, &posted).await?;
                Ok(posted)
            }
            Ok(None) => {
                let why = self.api.say("channel-mastodon-strange");
                Err(Fault::Unknown { why }.outcome(self.told.keeps_keys()).into())
            }
            Err(fault) => {
                // A request before this one may have arrived: then its step stays begun.
                if is_fresh && !matches!(fault, Fault::Unknown { .. }) {
                    steps.undo(step).await?;
                }
                Err(fault.outcome(self.told.keeps_keys()).into())
            }
        }
    }

    /// Looks for a status that was begun; none means that it may be asked for again unchanged.
    async fn recognise(
        &self,
        step: &str,
        first: &str,
        draft: &Draft<'_>,
        now: Instant,
    ) -> Going<Option<Posted>> {
        let since = match self.order.steps.read::<Instant>(first).await? {
            Step::Ended(at) => at,
            _ => now,
        };
        let sought = Sought { text: draft.text, link: draft.link, answers: draft.answers, since };
        let newest = looking::newest(&self.api, &self.secret).await?;
        let newest = newest.map_err(|fault| fault.outcome(true))?;
        if let Some(found) = looking::find(&newest, &sought) {
            let posted = Posted { media: draft.media.clone(), ..found };
            self.order.steps.end(step, &posted).await?;
            return Ok(Some(posted));
        }
        if self.told.keeps_keys() && now < since.plus_minutes(KEY_HOLDS) {
            return Ok(None);
        }
        Err(Outcome::Unconfirmed { why: self.api.say("channel-mastodon-not-found") }.into())
    }

    /// Uploads a picture, and waits until the server has worked on it. A picture that no status
    /// shows harms nobody, so this may be done again.
    pub async fn upload(
        &self,
        step: &str,
        picture: &PiecePicture,
        file: impl Future<Output = Result<(&'static str, Bytes)>>,
    ) -> Going<String> {
        let steps = &self.order.steps;
        if let Step::Ended(Taken { id }) = steps.read::<Taken>(step).await? {
            match self.wait(&id).await {
                Err(Fault::Gone { .. }) => {}
                waited => return waited.map(|()| id).map_err(|fault| fault.outcome(true).into()),
            }
        }
        let (media_type, file) = file.await?;
        steps.begin(step).await?;
        let form = form(picture, self.told.limits.alt_max, media_type, &file);
        let mut request = self.api.request(Method::POST, "/api/v2/media")?;
        request.patience = PICTURE_PATIENCE;
        let request = request.body(&format!("multipart/form-data; boundary={}", form.0), form.1);
        let answer = self.api.send(request).await.map_err(|fault| fault.outcome(true))?;
        let Some(taken) = answer.json::<Taken>() else {
            let why = self.api.say("channel-mastodon-strange");
            return Err(Outcome::Retry { at: None, why }.into());
        };
        steps.end(step, &taken).await?;
        if answer.status.as_u16() == 202 {
            self.wait(&taken.id).await.map_err(|fault| fault.outcome(true))?;
        }
        Ok(taken.id)
    }

    async fn wait(&self, id: &str) -> Answered<()> {
        let later = || Fault::Later { at: None, why: self.api.say("channel-mastodon-picture-waits") };
        for _ in 0..ASKED {
            let request =
                self.api.request(Method::GET, &format!("/api/v1/media/{id}")).map_err(|_| later())?;
            if self.api.send(request).await?.status.as_u16() == 200 {
                return Ok(());
            }
            tokio::time::sleep(PAUSE).await;
        }
        Err(later())
    }
}

impl Draft<'_> {
    fn json(&self) -> Value {
        let mut body = json!({
            "status": self.text,
            "language": self.language,
            "visibility": self.visibility,
        });
        if let Some(id) = self.answers {
            body["in_reply_to_id"] = json!(id);
        }
        if !self.media.is_empty() {
            body["media_ids"] = self.media.iter().map(|(_, id)| json!(id)).collect();
        }
        body
    }
}

/// Writes a picture's form: a boundary that does not occur, and the body.
fn form(picture: &PiecePicture, alt_max: Option<usize>, media_type: &str, file: &[u8]) -> (String, Vec<u8>) {
    let boundary = format!("verbund-{}", hex::encode(rand::random::<[u8; 16]>()));
    let mut body = Vec::with_capacity(file.len() + 1_024);
    for (name, value) in [("description", alt(picture, alt_max)), ("focus", focus(picture))] {
        if !value.is_empty() {
            let head = format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n");
            body.extend_from_slice(format!("{head}{value}\r\n").as_bytes());
        }
    }
    let name = if media_type == "image/jpeg" { "picture.jpg" } else { "picture.png" };
    let head = format!(
        "--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: {media_type}\r\n\r\n"
    );
    body.extend_from_slice(head.as_bytes());
    body.extend_from_slice(file);
    body.extend_from_slice(format!("\r\n--{boundary}--\r\n").as_bytes());
    (boundary, body)
}

/// Gives a picture's description, as long as the server takes it.
pub fn alt(picture: &PiecePicture, most: Option<usize>) -> String {
    picture.alt.chars().take(most.unwrap_or(1_500)).collect()
}

/// Writes the focus as the network counts it: the middle is 0,0, upwards and to the right it grows to 1.
pub fn focus(picture: &PiecePicture) -> String {
    let (x, y) = picture.focus;
    format!("{:.3},{:.3}", x * 2.0 - 1.0, 1.0 - y * 2.0)
}
