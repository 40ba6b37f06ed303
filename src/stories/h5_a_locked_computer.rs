//! Nothing could be installed on the computers of the town hall, and in one house the lending desk
//! has the only one. A browser is enough: no script, no account elsewhere, nothing left behind.
use axum_test::TestResponse;

use super::people::{WORDS, give_password};
use super::{Visitor, within};
use crate::media::tests::acting::photo;
use crate::member::session::SHARED_COMPUTER_HOURS;
use crate::on_both;
use crate::testing::{NOW, Stage};

fn field(answer: &TestResponse, name: &str) -> String {
    let value = answer.headers().get(name).and_then(|value| value.to_str().ok());
    value.unwrap_or_default().to_owned()
}

/// Signs Clara in at the lending desk, over plain HTTP, and gives the cookie as it was sent.
async fn at_the_lending_desk(clara: &mut Visitor<'_>) -> String {
    let door = clara.read("/sign-in").await;
    assert!(door.contains("name=\"shared\""), "the door asks whether others use this computer");
    let fields = [("name", "clara"), ("password", WORDS), ("shared", "yes"), ("back", "/desk/muebi/today")];
    let answer = clara.post("/sign-in", &fields).await;
    assert_eq!(field(&answer, "location"), "/desk/muebi/today");
    field(&answer, "set-cookie")
}

on_both! {
    async fn a_whole_working_day_at_a_locked_computer(stage: Stage) {
        let (server, cast) = (stage.server(), &stage.cast);
        give_password(&stage, &cast.clara, "clara").await;
        let mut clara = Visitor::new(&server);
        let cookie = at_the_lending_desk(&mut clara).await;
        assert!(cookie.contains("; HttpOnly; SameSite=Lax") && cookie.contains("; Path=/"));
        assert!(!cookie.contains("Max-Age") && !cookie.contains("Expires"), "it goes with the browser: {cookie}");
        assert!(!cookie.contains("Secure"), "plain HTTP in the own house works");

        // Writing, a picture, the conversation, proposing: forms alone.
        let number = clara.writes(&cast.rhede, "Bilderbuchkino").await;
        let post = format!("/desk/muebi/posts/{number}");
        let edit = clara.get(&format!("{post}/edit")).await;
        edit.assert_text_contains("data-offline=\"no\"");
        assert_eq!(field(&edit, "cache-control"), "no-store", "going back shows nobody what was here");
        let file = axum_test::multipart::Part::bytes(photo(900, 600)).file_name("kino.jpg").mime_type("image/jpeg");
        let form = axum_test::multipart::MultipartForm::new().add_part("file", file);
        let cookie = clara.cookie.clone().expect("a session");
        let sent = server.post("/desk/muebi/pictures").add_header("cookie", &cookie).multipart(form).await;
        assert_eq!(sent.status_code(), 303);
        stage.run_jobs().await;
        assert!(clara.read("/desk/muebi/pictures").await.contains("kino.jpg"));
        clara.does(&format!("{post}/talk"), &[("message", "@Bernd, passt der Tag?")]).await;
        let ask = clara.read(&format!("{post}/proposal")).await;
        assert!(ask.contains("name=\"when\" value=\"soon\""));
        clara.proposes(number, None).await;
        stage.run_jobs().await;

        // Somebody of another house reads and signs off, on a device of their own.
        let mut bernd = Visitor::of(&stage, &server, &cast.bernd).await;
        let own = bernd.get(&post).await;
        own.assert_text_contains("@Bernd, passt der Tag?");
        bernd.signs_off(number).await;
        assert!(Visitor::new(&server).read("/muebi").await.contains("Bilderbuchkino"));
        assert!(clara.read(&post).await.contains("Bernd Brüning (Raesfeld) hat den Beitrag freigegeben"));

        // Every page has the way out; behind it nothing is left.
        let page = clara.read("/desk/muebi/today").await;
        assert!(page.contains("method=\"post\" action=\"/sign-out\""));
        let copied = clara.cookie.clone();
        let out = clara.post("/sign-out", &[]).await;
        assert_eq!(field(&out, "clear-site-data"), "\"cache\", \"storage\"");
        assert!(field(&out, "set-cookie").contains("Max-Age=0"));
        assert_eq!(clara.cookie, None);
        clara.cookie = copied;
        assert_eq!(clara.moved("/desk/muebi/today").await, (303, "/sign-in?back=%2Fdesk%2Fmuebi%2Ftoday".into()));
        let late = clara.is_refused(&format!("{post}/save"), &[("title", "Anders")], 401).await;
        assert!(!late.contains("Bilderbuchkino"));
    }
}

on_both! {
    async fn who_forgets_to_sign_out_is_signed_out(stage: Stage) {
        let server = stage.server();
        give_password(&stage, &stage.cast.clara, "clara").await;
        let mut clara = Visitor::new(&server);
        at_the_lending_desk(&mut clara).await;
        stage.app.clock.set(NOW.plus_minutes(60 * SHARED_COMPUTER_HOURS - 1));
        let me = clara.read("/me").await;
        assert!(within(&me, "<h1>", "</h1>").contains("Angaben"));
        stage.app.clock.set(NOW.plus_minutes(2 * 60 * SHARED_COMPUTER_HOURS));
        assert_eq!(clara.moved("/me").await, (303, "/sign-in?back=%2Fme".into()));
    }
}
