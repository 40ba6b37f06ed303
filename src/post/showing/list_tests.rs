//! What the list of all posts promises, on both databases.
use crate::on_both;
use crate::post::play_tests::{Play, write};
use crate::testing::Stage;

async fn titles(play: &Play, query: &str) -> Vec<String> {
    let page = play.server.get(&format!("/desk/muebi/posts{query}")).add_header("cookie", &play.bernd).await;
    let html = page.text();
    let lines = html.split(r#"<a class="title""#).skip(1);
    lines.filter_map(|line| Some(line.split_once('>')?.1.split_once("</a>")?.0.to_owned())).collect()
}

on_both! {
    async fn every_post_of_ten_years_is_on_some_page_of_the_list_and_can_be_looked_for(stage: Stage) {
        let cast = &stage.cast;
        for n in 1..=120 {
            let (who, house) = if n % 2 == 0 { (&cast.anna, &cast.borken) } else { (&cast.bernd, &cast.rhede) };
            write(&stage, None, who, house, &format!("Größe Nummer {n}")).await;
        }
        let rhede = cast.rhede.id.as_str().to_owned();
        let play = Play::of(stage).await;
        let pages = [titles(&play, "").await, titles(&play, "?page=2").await, titles(&play, "?page=3").await];
        assert_eq!(pages.each_ref().map(Vec::len), [50, 50, 20]);
        let mut all = pages.concat();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), 120, "no post stands on two pages");
        assert_eq!(titles(&play, "?q=GR%C3%96SSE+107").await, ["Größe Nummer 107"]);
        assert_eq!(titles(&play, "?q=gr%25nummer").await, [""; 0], "a sign of the database is only a sign");
        assert_eq!(titles(&play, &format!("?house={rhede}&page=2")).await.len(), 10);
        assert_eq!(titles(&play, "?page=99").await, [""; 0]);
        assert_eq!(titles(&play, "?page=-1").await.len(), 50);
        assert_eq!(titles(&play, "?state=public").await, [""; 0]);
    }
}
