//! What people type when they name an account.
use super::*;

#[test]
fn an_account_is_understood_however_it_is_typed() {
    let handle = Some(Named::Handle { user: "mia".into(), host: "server.example".into() });
    for typed in ["@mia@server.example", "mia@Server.example", " acct:mia@server.example "] {
        assert_eq!(read(typed), handle, "{typed}");
    }
    let address = |url: &str| Some(Named::Address(Url::parse(url).expect("an address")));
    assert_eq!(read("https://server.example/@mia"), address("https://server.example/@mia"));
    assert_eq!(read("server.example/@mia"), address("https://server.example/@mia"));
    for typed in ["", "mia", "@mia", "mia@", "mia@server.example@x", "mia @server.example", "ftp:x"] {
        assert_eq!(read(typed), None, "{typed}");
    }
}
