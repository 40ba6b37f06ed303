//! A catholic library had no more time for the joint page and left after a year; the three others
//! went on and were later named as a good example.
use super::{Newcomer, Visitor, letters_to, within};
use crate::consortium::store as consortium_store;
use crate::member::Role;
use crate::on_both;
use crate::testing::{NOW, Stage};

const PART: &str = "/desk/muebi/houses/raesfeld/part";

fn ids(feed: &str) -> Vec<String> {
    feed.split("<id>").skip(1).map(|rest| within(rest, "", "</id>")).collect()
}

async fn members(stage: &Stage) -> Vec<usize> {
    let mut conn = stage.app.db.read().await.expect("a connection");
    let all = consortium_store::arrangements(&mut conn, &stage.cast.muebi.id).await.expect("versions");
    all.iter().map(|version| version.members.len()).collect()
}

on_both! {
    async fn a_house_leaves_and_the_others_go_on(stage: Stage) {
        let (server, cast) = (stage.server(), &stage.cast);
        let rita = Newcomer { name: "Rita", house: &cast.raesfeld, role: Role::Staff, language: "en" };
        let rita = rita.enter(&stage).await;
        let ria = Newcomer { name: "Ria", house: &cast.rhede, role: Role::Staff, language: "de" };
        let ria = ria.enter(&stage).await;
        let mut anna = Visitor::of(&stage, &server, &cast.anna).await;
        let mut bernd = Visitor::of(&stage, &server, &cast.bernd).await;
        let mut rita = Visitor::of(&stage, &server, &rita).await;
        let stranger = Visitor::new(&server);

        // Raesfeld has written for a year: one post is public, one is a draft.
        let kamishibai = bernd.writes(&cast.raesfeld, "Das Kamishibai ist da").await;
        bernd.proposes(kamishibai, None).await;
        anna.signs_off(kamishibai).await;
        let draft = bernd.writes(&cast.raesfeld, "Noch nicht fertig").await;
        let address = format!("/muebi/beitrag/{kamishibai}-das-kamishibai-ist-da");
        assert!(stranger.read(&address).await.contains("Bücherei Raesfeld"));
        let before = ids(&stranger.read("/muebi/feed.atom").await);

        // Borken waits for Raesfeld's answer.
        let night = anna.writes(&cast.borken, "Lesenacht").await;
        let asked = [("when", "at"), ("date", "2026-11-28"), ("time", "10:00"), ("house", cast.raesfeld.id.as_str())];
        anna.does(&format!("/desk/muebi/posts/{night}/proposal"), &asked).await;
        stage.run_jobs().await;
        assert!(letters_to(&stage, &cast.bernd).await[0].contains("Lesenacht"));
        assert!(letters_to(&stage, &ria).await.is_empty());

        // The head reads what leaving does, and does it.
        let told = bernd.read(PART).await;
        for consequence in ["Bernd Brüning", "Rita", "Eine Freigabe, die bei dem Haus wartet", "neue Fassung"] {
            assert!(told.contains(consequence), "{consequence}");
        }
        bernd.does(&format!("{PART}/leave"), &[]).await;

        // Whoever is signed in is out at once, and reads why in their own language.
        for path in ["/desk/muebi/today".to_owned(), format!("/desk/muebi/posts/{draft}/edit"), PART.into()] {
            let closed = bernd.get(&path).await;
            closed.assert_status_forbidden();
            closed.assert_text_contains("Bücherei Raesfeld ist aus dem Verbund ausgetreten");
        }
        let refused = rita.is_refused(&format!("/desk/muebi/posts/{draft}/save"), &[("title", "Doch")], 403).await;
        assert!(refused.contains("Bücherei Raesfeld has left the network") && refused.contains("lang=\"en\""));
        assert!(bernd.read("/me").await.contains("Bernd Brüning"), "their own data stay theirs");

        // What waited for the house goes to the next one, which is told by letter.
        stage.run_jobs().await;
        let letter = letters_to(&stage, &ria).await.remove(0);
        assert!(letter.contains("Lesenacht") && letter.contains(&format!("/desk/muebi/posts/{night}")));
        let mut ria = Visitor::of(&stage, &server, &ria).await;
        ria.signs_off(night).await;

        // What Raesfeld wrote stays, with its name and its mark, and so does what it began.
        let post = stranger.read(&address).await;
        assert!(post.contains("class=\"house h-raesfeld\"") && post.contains("Bücherei Raesfeld"));
        assert_eq!(ids(&stranger.read("/muebi/feed.atom").await), before);
        let house = stranger.read("/muebi/einrichtung/raesfeld").await;
        assert!(house.contains("nicht mehr zum Verbund") && house.contains("Das Kamishibai ist da"));
        assert!(!stranger.read("/muebi/heute-geoeffnet").await.contains("Raesfeld"));
        assert!(anna.read("/desk/muebi/posts").await.contains("Noch nicht fertig"));
        assert!(anna.read(&format!("/desk/muebi/posts/{draft}/edit")).await.contains("Ein Satz."));
        assert!(anna.read("/desk/muebi/consortium").await.contains("ausgetreten am"));

        // Two houses answer for the page now, and the version before is kept.
        let joint = stranger.read("/muebi/rechtliches/gemeinsame-verantwortung").await;
        assert!(joint.contains("Bücherei Rhede") && !joint.contains("Bücherei Raesfeld<br>"));
        assert_eq!(members(&stage).await[0], 2);

        stage.app.clock.set(NOW.plus_hours(49));
        assert!(stranger.read("/muebi").await.contains("Lesenacht"));

        // Within two weeks the leaving can be undone, as if it had never been.
        stage.app.clock.set(NOW.plus_hours(13 * 24));
        anna.does(&format!("{PART}/return"), &[]).await;
        rita.read("/desk/muebi/today").await;
        assert!(bernd.read(&format!("/desk/muebi/posts/{draft}/edit")).await.contains("Noch nicht fertig"));
        assert!(!stranger.read("/muebi/einrichtung/raesfeld").await.contains("nicht mehr zum Verbund"));
        assert_eq!(members(&stage).await[..2], [3, 2]);
    }
}
