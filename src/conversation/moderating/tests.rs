//! Nothing is hidden without a reason, nobody blocked in secret, no word becomes a formula.
use super::block_list::{host, read};
use super::spreadsheet;
use crate::channel::Network;
use crate::conversation::desk::tests::{asked, page, said_in, send};
use crate::conversation::store_block::is_blocked;
use crate::conversation::store_intake::tests::{said, take};
use crate::on_both;
use crate::testing::Stage;

on_both! {
    async fn nothing_is_hidden_without_a_reason_and_the_log_says_who_when_and_why(stage: Stage) {
        let id = asked(&stage, "=HYPERLINK(\"x\")").await;
        let (server, anna) = (stage.server(), stage.sign_in(&stage.cast.anna).await);
        let utterance = said_in(&stage, &id).await[0].id.0.clone();
        let silent = [("utterance", utterance.as_str())];
        send(&server, &anna, "inbox/1/hidden", &silent).await.assert_status_conflict();
        assert!(said_in(&stage, &id).await[0].hidden_at.is_none());
        let fields = [("utterance", utterance.as_str()), ("reason", "4"), ("block", "author")];
        send(&server, &anna, "inbox/1/hidden", &fields).await.assert_status_see_other();
        assert!(said_in(&stage, &id).await[0].hidden_at.is_some());
        let log = page(&server, &anna, "inbox/log").await.text();
        for words in ["Anna Albers", "ausgeblendet", "gesperrt", "Werbung oder Betrug", "@karla@fern.example"] {
            assert!(log.contains(words), "{words}");
        }
        let table = page(&server, &anna, "inbox/log.csv").await.text();
        assert!(table.contains("\"'@karla@fern.example\""), "{table}");
        assert_eq!(take(&stage, &said(&stage, "karla", "2", None, "Noch einmal")).await, None);
        send(&server, &anna, "inbox/1/shown", &silent).await.assert_status_see_other();
        assert!(said_in(&stage, &id).await[0].hidden_at.is_none());
    }
}

on_both! {
    async fn a_list_is_looked_at_before_it_is_brought_in_and_can_be_taken_back(stage: Stage) {
        let (server, anna) = (stage.server(), stage.sign_in(&stage.cast.anna).await);
        let list = "#domain,#severity,#public_comment\nboese.example,suspend,Hass\nlaut.example,silence,\n*.kaputt,suspend,\n";
        let shown = send(&server, &anna, "inbox/blocks", &[("what", "preview"), ("list", list)]).await;
        shown.assert_status_ok();
        shown.assert_text_contains("Ein Server kommt neu dazu.");
        let blocked = async || {
            let mut conn = stage.app.db.read().await.unwrap();
            is_blocked(&mut conn, &stage.cast.muebi.id, Network::Fediverse, "https://a.boese.example/u/1").await.unwrap()
        };
        assert!(!blocked().await, "looking changes nothing");
        send(&server, &anna, "inbox/blocks", &[("what", "import"), ("list", list)]).await;
        assert!(blocked().await, "everything below the host is blocked too");
        let page = page(&server, &anna, "inbox/blocks").await.text();
        let id = page.split("name=\"list\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        send(&server, &anna, "inbox/blocks", &[("what", "end"), ("list", &id)]).await;
        assert!(!blocked().await);
    }
}

on_both! {
    async fn what_the_operator_blocks_is_blocked_for_all(stage: Stage) {
        let (server, olaf) = (stage.server(), stage.sign_in(&stage.cast.olaf).await);
        let fields = [("what", "add"), ("host", "https://Boese.example/about"), ("reason", "Angriffe")];
        let cookie = axum::http::HeaderValue::from_str(&olaf).unwrap();
        let answer = server.post("/operate/blocks").add_header("cookie", cookie.clone()).form(&fields).await;
        answer.assert_status_see_other();
        server.get("/operate/blocks").add_header("cookie", cookie).await.assert_text_contains("boese.example");
        let mut conn = stage.app.db.read().await.unwrap();
        for id in [&stage.cast.muebi.id, &stage.cast.foreign.id] {
            assert!(is_blocked(&mut conn, id, Network::Mastodon, "@x@boese.example").await.unwrap());
            assert!(!is_blocked(&mut conn, id, Network::Mastodon, "@x@nichtboese.example").await.unwrap());
        }
    }
}

on_both! {
    async fn a_verbund_has_its_own_reasons_and_its_own_time(stage: Stage) {
        let (server, anna) = (stage.server(), stage.sign_in(&stage.cast.anna).await);
        let usual = page(&server, &anna, "inbox/settings").await.text();
        assert!(usual.contains("Beleidigung oder Drohung"));
        let fields = [("days", "2"), ("reasons", "Nur auf Platt\nZu laut")];
        send(&server, &anna, "inbox/settings", &fields).await.assert_status_see_other();
        let own = page(&server, &anna, "inbox/settings").await.text();
        assert!(own.contains("Zu laut") && !own.contains("Beleidigung oder Drohung"));
        assert!(own.contains("<option value=\"2\" selected>"));
    }
}

#[test]
fn no_word_of_a_stranger_becomes_a_formula() {
    for word in ["=1+1", "+49 2861", "-3", "@SUM(A1)", "\tx", " =1", "\r=1"] {
        assert!(spreadsheet::line(&[word]).starts_with("\"'"), "{word:?}");
    }
    assert_eq!(spreadsheet::line(&["a\"b", "c"]), "\"a\"\"b\",\"c\"\r\n");
}

#[test]
fn lists_are_read_as_mastodon_writes_them_and_as_people_do() {
    let plain = read("\u{feff}boese.example\nBOESE.example\nhttps://uebel.example/about\n\nkein name\n");
    let hosts: Vec<&str> = plain.listed.iter().map(|it| it.host.as_str()).collect();
    assert_eq!(hosts, ["boese.example", "uebel.example"]);
    assert_eq!(plain.unread, ["kein name"]);
    let table = read(
        "#domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate\na.example,suspend,true,true,\"Hass, immer\",false\nb.example,silence,,,,\n",
    );
    assert_eq!((table.listed.len(), table.milder), (1, 1));
    assert_eq!(table.listed[0].reason, "Hass, immer");
    assert_eq!(host("münster.example").as_deref(), Some("xn--mnster-3ya.example"));
    assert_eq!(host("localhost"), None);
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_as_a_list_without_a_fall(text in "\\PC{0,300}") {
        for listed in read(&text).listed {
            proptest::prop_assert!(listed.host.contains('.'));
        }
    }
}
