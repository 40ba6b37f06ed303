//! Measures what goes out into the Fediverse and what comes in; `bin/bench fediverse` calls it.
//!   sink PORT                          takes what is delivered; GET /count tells how much
//!   deliver DATA PORT HOSTS COUNT      sends COUNT activities to HOSTS servers in this process
//!   begin DATA PORT COUNT              from what is said to the first byte out, COUNT times
//!   plan DATA PORT COUNT              plans COUNT posts on a running server's data: from due to the first byte
//!   fill DATA PORT FOLLOWERS HOSTS     lets followers follow, a tenth of the servers dead
//!   say DATA COUNT                     says something to them, for a server that runs on DATA
//!   far DATA                           tells how far it has come
//!   take DATA URL COUNT                signs COUNT activities and sends them to a server's inbox
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant as Tick};

use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};
use verbund::base::app::App;
use verbund::base::clock::{Clock, Instant};
use verbund::base::config::Raw;
use verbund::base::db::{Conn, Db};
use verbund::base::door::Request;
use verbund::base::files::Files;
use verbund::base::seal::Seal;
use verbund::federation::actor::Actor;
use verbund::federation::outgoing::{pump, send_to_followers};
use verbund::federation::{key, store_actor};
use verbund::signature::{self, PrivateKey, Scheme};

mod plan;
mod sink;

use sink::{counted, now, sink};

type Outcome<T> = anyhow::Result<T>;

#[tokio::main]
async fn main() -> Outcome<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let number = |at: usize| words.get(at).and_then(|it| it.parse::<usize>().ok()).unwrap_or(0);
    let word = |at: usize| words.get(at).map(String::as_str).unwrap_or_default();
    match word(0) {
        "sink" => sink(number(1)).await,
        "deliver" => deliver(word(1), number(2), number(3), number(4)).await,
        "begin" => begin(word(1), number(2), number(3)).await,
        "plan" => plan::plan(&open(word(1)).await?, number(2), number(3)).await,
        "fill" => fill(&open(word(1)).await?, number(2), number(3), number(4), 10).await.map(drop),
        "say" => say(&open(word(1)).await?, number(2), "said").await,
        "far" => far(&open(word(1)).await?).await,
        "take" => take(&open(word(1)).await?, word(2), number(3)).await,
        _ => anyhow::bail!("see the head of examples/fediverse/main.rs"),
    }
}

/// Opens the database and the key of a data folder, as the server does.
async fn open(data: &str) -> Outcome<App> {
    std::fs::create_dir_all(data)?;
    let raw = Raw {
        data: Some(data.to_owned()),
        public_url: Some("http://verbund.example".into()),
        outgoing_private: Some(true),
        ..Raw::default()
    };
    let config = raw.check().map_err(|mistakes| anyhow::anyhow!("{mistakes:?}"))?;
    let db = Db::open(&config.database).await?;
    let seal = Seal::of(&config)?;
    let files = Files::in_folder(&Path::new(data).join("files"))?;
    let app = App::new(db, Clock::real(), config, files, seal, false);
    app.prepare().await?;
    Ok(app)
}

async fn actor(app: &App) -> Outcome<Actor> {
    let mut tx = app.db.begin("installation").await?;
    let actor = store_actor::ensure_instance(&mut tx, app.clock.now()).await?;
    tx.commit().await?;
    key::signing_key(app, &actor).await?;
    Ok(actor)
}

/// Lets followers follow: server n is 127.1.x.y. Of ten servers `dead` in a hundred do not answer:
/// half of those are not there, half say nothing.
async fn fill(app: &App, port: usize, followers: usize, hosts: usize, dead: usize) -> Outcome<Actor> {
    let actor = actor(app).await?;
    let mut tx = app.db.begin("fill").await?;
    for n in 0..followers {
        let host = n % hosts;
        let port = match host % 100 {
            it if it < dead / 2 => 9,
            it if it < dead => port + 1,
            _ => port,
        };
        let at = format!("127.1.{}.{}:{port}", host / 250, host % 250 + 1);
        let who = format!("http://{at}/users/{n}");
        follow(&mut tx, &actor, &at, &who).await?;
    }
    tx.commit().await?;
    Ok(actor)
}

/// Lets somebody on a server follow.
async fn follow(conn: &mut Conn, actor: &Actor, at: &str, who: &str) -> Outcome<()> {
    sqlx::query(
        "INSERT INTO remote_actor (id, host, inbox, shared_inbox, read_at) VALUES ($1, $2, $3, $4, 0)",
    )
    .bind(who)
    .bind(at)
    .bind(format!("{who}/inbox"))
    .bind(format!("http://{at}/inbox"))
    .execute(&mut *conn)
    .await?;
    sqlx::query("INSERT INTO follower (actor_id, remote_id, follow_id, since_at) VALUES ($1, $2, $3, 0)")
        .bind(&actor.id)
        .bind(who)
        .bind(format!("{who}/follow"))
        .execute(&mut *conn)
        .await?;
    Ok(())
}

async fn say(app: &App, count: usize, name: &str) -> Outcome<()> {
    let actor = actor(app).await?;
    let mut tx = app.db.begin("say").await?;
    for n in 0..count {
        let id = format!("http://verbund.example/ap/post/{name}-{n}");
        let words = "Ein Satz, wie ihn Büchereien schreiben. ".repeat(30);
        let note = json!({ "id": id, "type": "Note", "content": words });
        let create = json!({ "@context": "https://www.w3.org/ns/activitystreams", "id": format!("{id}/create"),
            "type": "Create", "actor": actor.url(&app.config), "object": note });
        send_to_followers(&mut tx, &actor, &create, app.clock.now()).await?;
    }
    tx.commit().await?;
    app.waker.wake();
    Ok(())
}

async fn deliver(data: &str, port: usize, hosts: usize, count: usize) -> Outcome<()> {
    let app = open(data).await?;
    fill(&app, port, hosts, hosts, 0).await?;
    say(&app, 1, "warm").await?;
    pump::run_due(&app).await?;
    say(&app, count, "said").await?;
    let begun = Tick::now();
    pump::run_due(&app).await?;
    println!("{:.1}", (hosts * count) as f64 / begun.elapsed().as_secs_f64());
    Ok(())
}

async fn begin(data: &str, port: usize, count: usize) -> Outcome<()> {
    let app = open(data).await?;
    fill(&app, port, 1, 1, 0).await?;
    let (stop, stopped) = tokio::sync::watch::channel(false);
    let pump = tokio::spawn(pump::run(app.clone(), stopped));
    let mut all = Vec::new();
    for n in 0..count {
        tokio::time::sleep(Duration::from_millis(700)).await;
        let before = counted(port).await?.0;
        let said = now();
        say(&app, 1, &format!("begin-{n}")).await?;
        let at = loop {
            let (count, last) = counted(port).await?;
            if count > before {
                break last;
            }
            tokio::time::sleep(Duration::from_millis(2)).await;
        };
        all.push(at - said);
    }
    stop.send(true)?;
    pump.await?;
    all.sort_unstable();
    println!("{} {}", all[all.len() / 2], all[all.len() * 95 / 100]);
    Ok(())
}

async fn far(app: &App) -> Outcome<()> {
    let mut conn = app.db.read().await?;
    let sql =
        "SELECT COUNT(*), CAST(COALESCE(SUM(CASE WHEN outcome = 'sent' THEN 1 ELSE 0 END), 0) AS BIGINT)
               FROM outgoing_delivery";
    let (rows, sent): (i64, i64) = sqlx::query_as(sql).fetch_one(&mut *conn).await?;
    println!("{rows} {sent}");
    Ok(())
}

/// Signs activities of a known actor beforehand, sends them by eight connections, and waits until the
/// server has read them all.
async fn take(app: &App, url: &str, count: usize) -> Outcome<()> {
    let (key, run) = (PrivateKey::generate(), now());
    // A hundred servers: more than so many a minute of one are turned away, and rightly.
    let strangers: Vec<String> = (0..100).map(|n| format!("http://127.1.99.{n}/users/{run}")).collect();
    let mut tx = app.db.begin("fill").await?;
    for (n, stranger) in strangers.iter().enumerate() {
        sqlx::query(
            "INSERT INTO remote_actor (id, host, handle, inbox, key_id, public_pem, read_at)
             VALUES ($1, $2, 'fremde', $3, $4, $5, $6)",
        )
        .bind(stranger)
        .bind(format!("127.1.99.{n}"))
        .bind(format!("{stranger}/inbox"))
        .bind(format!("{stranger}#key"))
        .bind(key.public_pem())
        .bind(app.clock.now())
        .execute(&mut *tx)
        .await?;
    }
    tx.commit().await?;
    let inbox: url::Url = format!("{url}/ap/inbox").parse()?;
    let mut requests = Vec::new();
    for n in 0..count {
        let stranger = &strangers[n % strangers.len()];
        let id = format!("{stranger}/notes/{n}");
        let note = json!({ "id": id, "type": "Note", "attributedTo": stranger, "content": "Hallo." });
        let body = json!({ "id": format!("{id}/create"), "type": "Create", "actor": stranger, "object": note,
            "to": ["https://www.w3.org/ns/activitystreams#Public"] });
        let mut request = Request::post(inbox.clone()).body("application/activity+json", body.to_string());
        let now = Instant::from(jiff::Timestamp::now());
        signature::sign(Scheme::Cavage, &key, &format!("{stranger}#key"), &mut request, now)?;
        requests.push(request);
    }
    let to = inbox.socket_addrs(|| None)?[0];
    let begun = Tick::now();
    let refused = Arc::new(AtomicU64::new(0));
    let hands: Vec<_> = (0..8)
        .map(|hand| {
            let mine: Vec<Request> = requests.iter().skip(hand).step_by(8).cloned().collect();
            let (refused, to) = (refused.clone(), to);
            tokio::spawn(async move {
                // From addresses of their own, for one address may send only so much in a minute.
                let socket = TcpSocket::new_v4()?;
                socket.bind(([127, 2, 0, u8::try_from(hand)? + 1], 0).into())?;
                let mut stream = socket.connect(to).await?;
                for request in mine {
                    let is_taken = post(&mut stream, &request).await?;
                    refused.fetch_add(u64::from(!is_taken), Ordering::Relaxed);
                }
                Outcome::Ok(())
            })
        })
        .collect();
    for hand in hands {
        hand.await??;
    }
    let sent = begun.elapsed();
    loop {
        let mut conn = app.db.read().await?;
        let sql = "SELECT COUNT(*) FROM received WHERE done_at IS NULL";
        let (left,): (i64,) = sqlx::query_as(sql).fetch_one(&mut *conn).await?;
        if left == 0 {
            break;
        }
        drop(conn);
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let taken = count as f64 - refused.load(Ordering::Relaxed) as f64;
    println!("{:.1} {:.1}", taken / begun.elapsed().as_secs_f64(), taken / sent.as_secs_f64());
    Ok(())
}

/// Sends a request on a connection that stays open; tells whether it was taken.
async fn post(stream: &mut TcpStream, request: &Request) -> Outcome<bool> {
    let host = request.url.authority();
    let mut bytes = format!("POST {} HTTP/1.1\r\nhost: {host}\r\n", request.url.path()).into_bytes();
    for (name, value) in &request.headers {
        bytes.extend([name.as_str().as_bytes(), b": ", value.as_bytes(), b"\r\n"].concat());
    }
    bytes.extend(format!("content-length: {}\r\n\r\n", request.body.len()).into_bytes());
    bytes.extend(&request.body);
    stream.write_all(&bytes).await?;
    let mut said = Vec::new();
    while !said.windows(4).any(|it| it == b"\r\n\r\n") {
        anyhow::ensure!(stream.read_buf(&mut said).await? > 0, "the server hangs up");
    }
    Ok(said.starts_with(b"HTTP/1.1 202"))
}
