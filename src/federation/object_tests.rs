use super::*;
use crate::base::config::Raw;
use crate::channel::piece::PieceHouse;
use crate::federation::actor::{ActorId, Kind};
use crate::institution::InstitutionId;
use crate::media::PictureId;
use crate::testing::NOW;

fn config() -> Config {
    Raw { public_url: Some("https://verbund.example".into()), ..Raw::default() }.check().expect("good")
}

fn actor(id: &str, kind: Kind) -> Actor {
    Actor {
        id: ActorId(id.into()),
        kind: kind.code().into(),
        consortium_id: None,
        institution_id: None,
        handle: id.into(),
        also_known_as: "[]".into(),
        moved_to: String::new(),
        moved_at: None,
        successor_id: None,
        told: String::new(),
        created_at: NOW,
    }
}

fn houses_speak() -> Speakers {
    Speakers { speaker: actor("haus", Kind::House), sharer: Some(actor("verbund", Kind::Consortium)) }
}

fn piece() -> Piece {
    let house = |name: &str| PieceHouse {
        id: InstitutionId::new(),
        name: name.into(),
        short: name.into(),
        url: format!("https://verbund.example/muebi/einrichtung/{name}"),
    };
    Piece {
        post: PostId("p1".into()),
        number: 7,
        revision: "r2".into(),
        title: "Lesen & <Hören>".into(),
        body: "Am **Samstag**.\n\n<script>alert(1)</script>".into(),
        wording: None,
        as_thread: false,
        language: "de".into(),
        url: "https://verbund.example/muebi/beitrag/7-lesen-hoeren".into(),
        houses: vec![house("borken"), house("rhede")],
        topic: Some("Nacht der Bibliotheken".into()),
        links: Vec::new(),
        pictures: vec![PiecePicture {
            id: PictureId::new(),
            original_key: String::new(),
            alt: "Ein Regal".into(),
            credit: "Mia Muster".into(),
            focus: (0.75, 0.25),
            width: 4000,
            height: 3000,
            cut: Vec::new(),
            ready_at: Some(NOW),
            public: vec![
                (640, "https://verbund.example/bild/b/640.jpg".into()),
                (1600, "https://verbund.example/bild/b/1600.jpg".into()),
            ],
        }],
        since: NOW,
        updated: NOW,
    }
}

#[test]
fn a_post_is_a_note_of_the_house_in_the_group_of_the_verbund() {
    let note = note(&config(), &piece(), &houses_speak());
    assert_eq!(note["type"], "Note");
    assert_eq!(note["attributedTo"], "https://verbund.example/ap/actor/haus");
    assert_eq!(note["audience"], "https://verbund.example/ap/actor/verbund");
    assert_eq!(note["to"][0], PUBLIC);
    assert_eq!(note["cc"][0], "https://verbund.example/ap/actor/haus/followers");
    assert_eq!(note["contentMap"]["de"], note["content"]);
    assert_eq!(note["tag"][0]["name"], "#NachtDerBibliotheken");
    assert!(note.get("summary").is_none(), "Mastodon hides the text of a note behind its summary");
    assert!(note.get("updated").is_none());
}

#[test]
fn the_text_says_everything_that_a_server_may_not_show_elsewhere() {
    let note = note(&config(), &piece(), &houses_speak());
    let html = note["content"].as_str().expect("a text");
    for part in [
        "<strong>Lesen &amp; &lt;Hören&gt;</strong>",
        "<strong>Samstag</strong>",
        "Ein Beitrag von <a href=\"https://verbund.example/muebi/einrichtung/borken\"",
        "Bild: Mia Muster",
        "https://verbund.example/muebi/beitrag/7-lesen-hoeren",
    ] {
        assert!(html.contains(part), "{part} in {html}");
    }
    assert!(!html.contains("<script"));
    let alone = Piece { houses: piece().houses[..1].to_vec(), ..piece() };
    let html = note_text(&alone, &houses_speak());
    assert!(!html.contains("Ein Beitrag von"), "the author says it already");
    let verbund = Speakers { speaker: actor("verbund", Kind::Consortium), sharer: None };
    assert!(note_text(&alone, &verbund).contains("Ein Beitrag von"));
}

fn note_text(piece: &Piece, speakers: &Speakers) -> String {
    note(&config(), piece, speakers)["content"].as_str().expect("a text").to_owned()
}

#[test]
fn a_picture_goes_with_its_description_and_the_point_that_stays_in_sight() {
    let note = note(&config(), &piece(), &houses_speak());
    let picture = &note["attachment"][0];
    assert_eq!(picture["url"], "https://verbund.example/bild/b/1600.jpg");
    assert_eq!((&picture["width"], &picture["height"]), (&json!(1600), &json!(1200)));
    assert_eq!(picture["name"], "Ein Regal");
    assert_eq!(picture["focalPoint"], json!([0.5, 0.5]));
}

#[test]
fn the_same_activity_has_the_same_id_however_often_it_is_made() {
    let (config, piece, speakers) = (config(), piece(), houses_speak());
    assert_eq!(create(&config, &piece, &speakers), create(&config, &piece, &speakers));
    assert_eq!(create(&config, &piece, &speakers)["id"], "https://verbund.example/ap/post/p1/create");
    let update = update(&config, &piece, &speakers);
    let id = update["id"].as_str().expect("an id");
    assert!(id.starts_with("https://verbund.example/ap/post/p1/update/r2-"), "{id}");
    let delete = delete(&config, &piece.post, &speakers);
    assert_eq!(delete["id"], "https://verbund.example/ap/post/p1/delete");
    assert_eq!(delete["object"]["type"], "Tombstone");
}

#[test]
fn the_verbund_shares_what_a_house_says_and_nothing_of_its_own() {
    let (config, piece, speakers) = (config(), piece(), houses_speak());
    let shared = announce(&config, &piece.post, piece.since, &speakers).expect("shared");
    assert_eq!(shared["actor"], "https://verbund.example/ap/actor/verbund");
    assert_eq!(shared["object"], "https://verbund.example/ap/post/p1");
    let whole = announce_activity(&config, &create(&config, &piece, &speakers), &speakers).expect("shared");
    assert_eq!(whole["object"]["type"], "Create");
    assert!(whole["object"].get("@context").is_none());
    let undone = undo_announce(&config, &piece.post, &speakers).expect("taken back");
    assert_eq!(undone["object"]["id"], shared["id"]);
    let alone = Speakers { speaker: actor("verbund", Kind::Consortium), sharer: None };
    assert!(announce(&config, &piece.post, piece.since, &alone).is_none());
}

#[test]
fn an_accept_holds_the_follow_as_it_came_with_plain_addresses() {
    let accept =
        accept(&config(), &actor("haus", Kind::House), "https://a.example/#f", "https://a.example/u", "1");
    assert_eq!(accept["object"]["id"], "https://a.example/#f");
    assert_eq!(accept["object"]["actor"], "https://a.example/u");
    assert_eq!(accept["object"]["object"], "https://verbund.example/ap/actor/haus");
}
