//! Ordering, confirming, changing, ending: through the public pages alone.
use super::*;
use crate::newsletter::work_rounds;
use crate::on_both;

on_both! {
    async fn it_takes_a_letter_and_a_button_to_get_it_and_one_request_to_end_it(stage: Stage) {
        switched_on(&stage).await;
        let server = stage.server();
        server.get("/muebi/newsletter").await.assert_text_contains("Newsletter bestellen");
        let answer = order(&server, "Leserin@Haus.example").await;
        assert_eq!(answer.header("location"), "/muebi/newsletter/danke");
        let sent = letters(&stage).await;
        assert_eq!((sent.len(), sent[0].recipient.as_str()), (1, "Leserin@haus.example"));
        assert!(!sent[0].body.contains(&stage.cast.muebi.claim), "a letter that asks does not advertise");
        // Programs that look through mail open every link.
        let confirmation = link(&sent[0]);
        for _ in 0..2 {
            server.get(&confirmation).await.assert_text_contains("Leserin@haus.example");
        }
        assert_eq!(counts(&stage).await, Counts { unconfirmed: 1, ..Counts::default() });
        let confirmed = server.post(&confirmation).await;
        let mine = confirmed.header("location").to_str().expect("an address").to_owned();
        assert_eq!(counts(&stage).await, Counts { digest: 1, ..Counts::default() });
        let page = server.get(&mine).await;
        page.assert_text_contains("Ab jetzt bekommen Sie den Newsletter");
        assert_eq!(page.header("referrer-policy"), "no-referrer");
        assert_eq!(page.header("cache-control"), "private, no-store");
        let mine = mine.split_once('?').expect("what was done").0.to_owned();
        let house = stage.cast.borken.id.as_str();
        let wish = [("rhythm", "each"), ("scope", "some"), ("house", house), ("language", "en")];
        assert_eq!(server.post(&mine).form(&wish).await.status_code(), 303);
        assert_eq!(counts(&stage).await, Counts { each: 1, ..Counts::default() });
        let known: serde_json::Value = server.get(&format!("{mine}/daten")).await.json();
        assert_eq!(known["address"], "Leserin@haus.example");
        assert!(known["agreed_to"].as_str().is_some_and(|words| words.contains("stimmen Sie zu")));
        assert!(known["confirmed_at"].is_string() && known["choices"][0]["id"] == house);
        // As a mail program sends it: no cookie, no browser's headers, a body it is not asked about.
        server.get(&format!("{mine}/ende")).await.assert_text_contains("nicht mehr bekommen?");
        assert_eq!(counts(&stage).await.each, 1, "a link that is opened ends nothing");
        for _ in 0..2 {
            let body = "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n";
            let request = server.post(&format!("{mine}/ende")).content_type("multipart/form-data; boundary=x");
            request.bytes(body.into()).await.assert_text_contains("Ihre Adresse ist gelöscht");
        }
        assert_eq!(counts(&stage).await, Counts { ended: 1, ..Counts::default() });
        let mut conn = stage.app.db.read().await.expect("a connection");
        let mark = address_mark(&stage.app.seal, &stage.cast.muebi.id, "leserin@haus.example");
        let proof = store::known(&mut conn, &stage.cast.muebi.id, &mark).await.expect("the proof");
        assert_eq!(proof[0].address, "", "the address is gone, what proves it stays");
        assert!(proof[0].confirmed_at.is_some() && !store::text(&mut conn, &proof[0].text_mark).await.expect("words").is_empty());
        drop(conn);
        order(&server, "leserin@haus.example").await;
        assert_eq!(counts(&stage).await.unconfirmed, 1, "whoever comes back is asked again");
    }
}

on_both! {
    async fn nobody_finds_out_who_reads_it(stage: Stage) {
        switched_on(&stage).await;
        let known = subscriber(&stage, "anna@haus.example", Rhythm::Each, &[]).await;
        let server = stage.server();
        let shown = |answer: TestResponse| (answer.status_code(), answer.header("location"), answer.text());
        let [stranger, again, reader] =
            ["neu@haus.example", "neu@haus.example", "ANNA@haus.example"].map(|address| order(&server, address));
        let stranger = shown(stranger.await);
        assert_eq!(stranger, shown(again.await));
        assert_eq!(stranger, shown(reader.await));
        let letters = letters(&stage).await;
        assert_eq!(letters.len(), 3);
        assert!(letters[2].recipient == "anna@haus.example" && letters[2].body.contains("Sie bekommen ihn schon"));
        server.get(&link(&letters[2])).await.assert_text_contains("anna@haus.example");
        let mut conn = stage.app.db.read().await.expect("a connection");
        let kept = store::by_id(&mut conn, &known.id).await.expect("the reader");
        assert_eq!(kept.rhythm(), Rhythm::Each, "a stranger changes nothing");
        drop(conn);
        for _ in 0..4 {
            assert_eq!(stranger, shown(order(&server, "anna@haus.example").await));
        }
        assert!(super::letters(&stage).await.len() < 7, "no mailbox is filled by our hand");
    }
}

on_both! {
    async fn what_would_end_up_in_the_head_of_a_letter_is_refused_and_kept_in_the_form(stage: Stage) {
        switched_on(&stage).await;
        let server = stage.server();
        let long = format!("{}@haus.example", "a".repeat(300));
        let hostile = [
            "a@haus.example\r\nBcc: alle@haus.example", "a@haus.example\nSubject: x", "a@haus.example, b@haus.example",
            "Anna <a@haus.example>", "a b@haus.example", "a@localhost", "@haus.example", "a@", "a@@haus.example",
            "\"a\\\"b\"@haus.example", "a@haus.example%0d%0aBcc:b@haus.example", "ä@haus.example", "a..b@haus.example",
            "a@[127.0.0.1]", "a@haus.example\0", long.as_str(), "",
        ];
        for address in hostile {
            let answer = order(&server, address).await;
            assert_eq!(answer.status_code(), 422, "{address:?}");
            answer.assert_text_contains("id=\"email-fault\"");
        }
        let kept = order(&server, "fast@richtig").await;
        kept.assert_text_contains("value=\"fast@richtig\"");
        let lacking = server.post("/muebi/newsletter").form(&[("email", "a@haus.example"), ("scope", "some")]).await;
        assert_eq!(lacking.status_code(), 422);
        let trapped = [("email", "a@haus.example"), ("rhythm", "each"), ("website", "http://x.example")];
        assert_eq!(server.post("/muebi/newsletter").form(&trapped).await.header("location"), "/muebi/newsletter/danke");
        assert!(letters(&stage).await.is_empty());
        assert_eq!(counts(&stage).await, Counts::default());
        order(&server, "anna@bücherei.example").await;
        assert_eq!(letters(&stage).await[0].recipient, "anna@xn--bcherei-n2a.example");
    }
}

on_both! {
    async fn a_flood_of_orders_fills_neither_mailboxes_nor_the_table(stage: Stage) {
        switched_on(&stage).await;
        let server = stage.server();
        let mut refused = 0;
        for n in 0..600 {
            refused += usize::from(order(&server, &format!("opfer{n}@haus.example")).await.status_code() == 429);
        }
        assert_eq!(refused, 588, "one line to the net is counted");
        assert_eq!((letters(&stage).await.len(), counts(&stage).await.unconfirmed), (12, 12));
    }
}

on_both! {
    async fn who_does_not_confirm_is_forgotten_after_a_week_and_a_late_link_says_so(stage: Stage) {
        switched_on(&stage).await;
        let server = stage.server();
        order(&server, "zoegert@haus.example").await;
        let confirmation = link(&letters(&stage).await[0]);
        stage.app.clock.set(NOW.plus_hours(24 * 7 - 1));
        work_rounds::round(&stage.app).await.expect("a round");
        assert_eq!(counts(&stage).await.unconfirmed, 1);
        stage.app.clock.set(NOW.plus_hours(24 * 7 + 1));
        let late = server.post(&confirmation).await;
        assert_eq!(late.status_code(), 404);
        late.assert_text_contains("Dieser Link gilt nicht mehr");
        work_rounds::round(&stage.app).await.expect("a round");
        assert_eq!(counts(&stage).await, Counts::default());
    }
}

on_both! {
    async fn the_proof_of_an_ended_subscription_goes_when_nobody_can_ask_for_it_any_more(stage: Stage) {
        let it = subscriber(&stage, "anna@haus.example", Rhythm::Each, &[]).await;
        stage.server().post(&format!("/newsletter/{}/ende", secret_of(&stage.app.seal, &it.id))).await;
        stage.app.clock.set(NOW.plus_hours(24 * 365 * 3));
        work_rounds::round(&stage.app).await.expect("a round");
        assert_eq!(counts(&stage).await.ended, 1);
        stage.app.clock.set(NOW.plus_hours(24 * 367 * 4));
        work_rounds::round(&stage.app).await.expect("a round");
        assert_eq!(counts(&stage).await, Counts::default());
    }
}

on_both! {
    async fn the_desk_tells_counts_and_of_an_address_only_to_whoever_asks_and_notes_that(stage: Stage) {
        switched_on(&stage).await;
        subscriber(&stage, "anna@haus.example", Rhythm::Each, &[]).await;
        subscriber(&stage, "bernd@haus.example", Rhythm::Digest, &[]).await;
        let (server, anna) = (stage.server(), stage.sign_in(&stage.cast.anna).await);
        let page = server.get("/desk/muebi/newsletter").add_header("cookie", &anna).await;
        page.assert_text_contains("Jeden Beitrag einzeln");
        assert!(!page.text().contains("@haus.example"), "no list of addresses");
        let ask = |verb: &str, address: &str| {
            let request = server.post(&format!("/desk/muebi/newsletter/{verb}")).add_header("cookie", &anna);
            request.form(&[("email", address)])
        };
        ask("search", "niemand@haus.example").await.assert_text_contains("nichts gespeichert");
        ask("search", "Anna@haus.example").await.assert_text_contains("Bestätigt");
        let known: serde_json::Value = ask("data", "anna@haus.example").await.json();
        assert_eq!(known[0]["address"], "anna@haus.example");
        assert_eq!(ask("end", "anna@haus.example").await.status_code(), 303);
        assert_eq!(counts(&stage).await, Counts { digest: 1, ended: 1, ..Counts::default() });
        let trail = server.get("/desk/muebi/audit").add_header("cookie", &anna).await.text();
        assert!(trail.contains("nachgesehen") && !trail.contains("anna@haus.example"));
        let times = [("day", "5"), ("time", "07:30")];
        let path = "/desk/muebi/newsletter/rhythm";
        assert_eq!(server.post(path).add_header("cookie", &anna).form(&times).await.status_code(), 303);
        let public = server.get("/muebi/newsletter").await;
        public.assert_text_contains("jeden Freitag um 7:30 Uhr");
        server.get("/muebi/datenschutz").await.assert_text_contains("id=\"newsletter\"");
    }
}
