//! Without the switch for tests and closed networks nothing inside is reached, however it is written.
use super::*;

fn outer_door() -> Door {
    Door::new(&Rules::default())
}

async fn refused(door: &Door, url: &str) -> bool {
    let Ok(url) = url.parse::<Url>() else { return true };
    matches!(door.send(Request::get(url)).await, Err(Trouble::Forbidden(_)))
}

#[tokio::test]
async fn inner_addresses_are_refused_however_they_are_written() {
    let written = [
        "https://127.0.0.1/",
        "https://127.1/",
        "https://2130706433/",
        "https://0x7f000001/",
        "https://0x7f.1/",
        "https://0177.0.0.1/",
        "https://017700000001/",
        "https://127.0.0.1./",
        "https://127.0.0.1:8443/",
        "https://%31%32%37.0.0.1/",
        "https://１２７.０.０.１/",
        "https://127。0。0。1/",
        "https://0/",
        "https://10.1/",
        "https://192.168.257/",
        "https://169.254.169.254/latest/meta-data/",
        "https://0xa9fea9fe/",
        "https://2852039166/",
        "https://0251.0376.0251.0376/",
        "https://[::1]/",
        "https://[::]/",
        "https://[0:0:0:0:0:0:0:1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[::ffff:7f00:1]/",
        "https://[64:ff9b::7f00:1]/",
        "https://[2002:7f00:1::]/",
        "https://[fd00:ec2::254]/",
        "https://[fe80::1]/",
    ];
    let door = outer_door();
    for url in written {
        assert!(refused(&door, url).await, "{url} was not refused");
    }
}

#[tokio::test]
async fn names_that_lead_inside_are_refused_when_they_are_looked_up() {
    let door = outer_door();
    for url in ["https://localhost/", "https://LOCALHOST/", "https://localhost:8443/"] {
        assert!(refused(&door, url).await, "{url} was not refused");
    }
}

#[tokio::test]
async fn other_schemes_ports_and_credentials_are_refused() {
    let written = [
        "http://verbund.example/",
        "ftp://verbund.example/",
        "file:///etc/passwd",
        "gopher://verbund.example/",
        "data:text/plain,x",
        "https://verbund.example:22/",
        "https://verbund.example:25/",
        "https://verbund.example:80/",
        "https://verbund.example:1023/",
        "https://name@verbund.example/",
        "https://name:word@verbund.example/",
        "https://:word@verbund.example/",
    ];
    let door = outer_door();
    for url in written {
        assert!(refused(&door, url).await, "{url} was not refused");
    }
}

#[test]
fn the_usual_port_and_the_free_ones_are_reached() {
    for url in ["https://verbund.example/", "https://verbund.example:443/", "https://verbund.example:8443/"] {
        assert_eq!(address::check(&url.parse().unwrap(), &Rules::default()), Ok(()));
    }
}

#[tokio::test]
async fn a_redirect_inwards_is_refused() {
    let inner = Peer::start(Way::Answer(answer("200 OK", "", b"the inside"))).await;
    for target in [
        inner.url("/").to_string(),
        format!("https://127.0.0.1:{}/", inner.port),
        format!("https://localhost:{}/", inner.port),
        "https://169.254.169.254/".into(),
        "https://[::1]/".into(),
        "//0x7f.1/".into(),
        "file:///etc/passwd".into(),
    ] {
        let (trusted, tls) = certificate("peer.test");
        let away = answer("302 Found", &format!("location: {target}\r\n"), b"");
        let peer = Peer::with(Way::Answer(away), Some(tls)).await;
        let known = vec![("peer.test".to_owned(), ([127, 0, 0, 1], peer.port).into())];
        let door = Door::new(&Rules { known, trusted, is_private: false, patience: None });
        let trouble =
            door.send(Request::get(format!("https://peer.test:{}/", peer.port).parse().unwrap())).await;
        assert_eq!(peer.asked().len(), 1, "the first server was not reached: {trouble:?}");
        assert!(matches!(trouble, Err(Trouble::Forbidden(_))), "{target}: {trouble:?}");
    }
    assert!(inner.asked().is_empty());
}

#[tokio::test]
async fn the_switch_alone_opens_private_addresses() {
    let peer = Peer::start(Way::Answer(answer("200 OK", "", b"inside"))).await;
    assert!(outer_door().send(Request::get(peer.url("/"))).await.is_err());
    assert!(inner_door().send(Request::get(peer.url("/"))).await.unwrap().is_good());
}
