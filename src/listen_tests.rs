//! What the door promises: nobody holds it open for nothing, and who is inside is served to the end.
use std::io;

use axum::response::IntoResponse;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::Notify;
use tokio::task::JoinHandle;
use tokio::time::timeout;

use super::*;

const ASKED: &[u8] = b"GET / HTTP/1.1\r\nHost: verbund.example\r\nConnection: close\r\n\r\n";
/// Longer than anything here takes.
const LONG: Duration = Duration::from_secs(60);
const SHORT: Duration = Duration::from_millis(60);

/// A door, behind which an answer comes when it is let out.
struct Door {
    address: SocketAddr,
    asked: Arc<Notify>,
    let_out: Arc<Notify>,
    stop: Arc<Notify>,
    serving: JoinHandle<()>,
}

impl Door {
    async fn open(head: Duration, connections: usize) -> Door {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("its address");
        let [asked, let_out, stop] = [(); 3].map(|()| Arc::new(Notify::new()));
        let (seen, free, told) = (asked.clone(), let_out.clone(), stop.clone());
        let service = tower::service_fn(move |request: Request| {
            let (seen, free) = (seen.clone(), free.clone());
            async move {
                seen.notify_one();
                free.notified().await;
                let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().is_some();
                Ok::<_, Infallible>(format!("peer known: {peer}").into_response())
            }
        });
        let limits = Limits { head, connections };
        let serving = tokio::spawn(serve(listener, service, limits, async move { told.notified().await }));
        Door { address, asked, let_out, stop, serving }
    }

    async fn say(&self, words: &[u8]) -> TcpStream {
        let mut stream = TcpStream::connect(self.address).await.expect("the door is there");
        stream.write_all(words).await.expect("said");
        stream
    }
}

async fn heard(stream: &mut TcpStream) -> io::Result<String> {
    let mut text = String::new();
    stream.read_to_string(&mut text).await.map(|_| text)
}

#[tokio::test]
async fn who_says_half_a_sentence_or_nothing_is_not_waited_for() {
    let door = Door::open(SHORT, 10).await;
    for words in [&b"GET / HTTP/1.1\r\nHost: verb"[..], b""] {
        let mut stream = door.say(words).await;
        let end = timeout(LONG, heard(&mut stream)).await.expect("the connection is closed");
        assert!(end.is_err() || end.is_ok_and(|text| !text.contains("200")));
    }
}

#[tokio::test]
async fn more_than_there_are_places_wait_outside_and_come_in_when_one_is_free() {
    let door = Door::open(LONG, 1).await;
    let first = door.say(b"").await;
    let mut second = door.say(ASKED).await;
    door.let_out.notify_one();
    assert!(timeout(SHORT, heard(&mut second)).await.is_err(), "it came in though there is no place");
    drop(first);
    let text = timeout(LONG, heard(&mut second)).await.expect("it comes in").expect("an answer");
    assert!(text.contains("peer known: true"), "{text}");
}

#[tokio::test]
async fn who_is_inside_at_the_end_still_gets_an_answer() {
    let door = Door::open(LONG, 10).await;
    let mut inside = door.say(ASKED).await;
    door.asked.notified().await;
    let idle = door.say(b"").await;
    door.stop.notify_one();
    door.let_out.notify_one();
    let text = timeout(LONG, heard(&mut inside)).await.expect("an answer comes").expect("an answer");
    assert!(text.contains("peer known"), "{text}");
    drop(idle);
    timeout(LONG, door.serving).await.expect("it ends").expect("in order");
    assert!(TcpStream::connect(door.address).await.is_err(), "the door is shut");
}
