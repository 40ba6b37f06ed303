use proptest::prelude::*;

use super::super::Network;
use super::super::count::Limits;
use super::super::piece::{Piece, PieceHouse, PiecePicture};
use super::*;
use crate::base::clock::Instant;
use crate::institution::InstitutionId;
use crate::media::PictureId;
use crate::post::writing::content::Link;
use crate::post::{PostId, RevisionId};

const FAMILY: &str = "👨‍👩‍👧‍👦";

fn piece(title: &str, body: &str) -> Piece {
    Piece {
        post: PostId::new(),
        number: 7,
        revision: RevisionId::new(),
        title: title.into(),
        body: body.into(),
        wording: None,
        as_thread: false,
        language: "de".into(),
        url: "https://muebi.example/beitrag/7-lesenacht".into(),
        houses: vec![house("Stadtbücherei Borken", "Borken")],
        topic: Some("Zuhause in der Bücherei".into()),
        links: Vec::new(),
        pictures: Vec::new(),
        since: Instant::from_millis(0),
        updated: Instant::from_millis(0),
    }
}

fn house(name: &str, short: &str) -> PieceHouse {
    PieceHouse { id: InstitutionId::new(), name: name.into(), short: short.into(), url: String::new() }
}

fn picture(alt: &str) -> PiecePicture {
    PiecePicture {
        id: PictureId::new(),
        original_key: String::new(),
        alt: alt.into(),
        credit: String::new(),
        focus: (0.5, 0.5),
        width: 1200,
        height: 800,
        public: Vec::new(),
        cut: Vec::new(),
        ready_at: Some(Instant(0)),
    }
}

fn usual(piece: &Piece, network: Network) -> Composed {
    compose(piece, &Limits::of(network), Shape::usual(network))
}

#[test]
fn a_short_post_says_whose_it_is_and_leads_back_home() {
    let composed = usual(&piece("Lesenacht", "Am **Freitag** um 20 Uhr."), Network::Mastodon);
    assert_eq!(
        composed.parts[0].text,
        "Stadtbücherei Borken: Lesenacht\n\nAm Freitag um 20 Uhr.\n\n\
         https://muebi.example/beitrag/7-lesenacht\n\n#ZuhauseInDerBücherei"
    );
    assert!(composed.losses.is_empty() && composed.faults.is_empty());
}

#[test]
fn links_are_written_out_and_those_below_the_text_are_listed() {
    let mut piece = piece("Lesenacht", "Hier ist [das Programm](https://borken.example/p).");
    piece.links.push(Link { label: "Anmeldung".into(), url: "https://borken.example/a".into() });
    let text = &usual(&piece, Network::ByHand).parts[0].text;
    assert!(text.contains("das Programm (https://borken.example/p)."), "{text}");
    assert!(text.contains("\n\nAnmeldung: https://borken.example/a\n\n"), "{text}");
}

#[test]
fn an_address_that_is_its_own_label_is_written_once() {
    let text = &usual(&piece("Neu", "Mehr: https://borken.example/p"), Network::ByHand).parts[0].text;
    assert_eq!(text.matches("borken.example").count(), 1, "{text}");
}

#[test]
fn a_long_text_is_cut_after_a_sentence_and_the_editor_is_told() {
    let body = "Das ist ein ganzer Satz mit vielen Wörtern darin. ".repeat(20);
    let composed = usual(&piece("Lesenacht", &body), Network::Mastodon);
    let text = &composed.parts[0].text;
    assert!(text.contains("darin.\u{a0}…\n\nhttps://muebi.example/"), "{text}");
    assert_eq!(composed.losses[0].key, "channel-loss-cut");
}

#[test]
fn a_thread_is_numbered_and_ends_with_the_address() {
    let mut piece = piece("Lesenacht", &"Das ist ein ganzer Satz mit vielen Wörtern. ".repeat(25));
    piece.as_thread = true;
    let composed = usual(&piece, Network::Mastodon);
    assert_eq!(composed.parts.len(), 3);
    assert!(composed.parts[0].text.ends_with("Wörtern. (1/3)"), "{}", composed.parts[0].text);
    assert!(composed.parts[2].text.contains("(3/3)\n\nhttps://muebi.example/beitrag/7-lesenacht"));
    assert!(composed.losses.is_empty());
}

#[test]
fn a_text_that_would_become_an_endless_thread_is_cut_instead() {
    let mut piece = piece("Lesenacht", &"Ein kurzer Satz steht hier. ".repeat(600));
    piece.as_thread = true;
    let composed = usual(&piece, Network::Bluesky);
    assert_eq!(composed.parts.len(), 1);
    assert_eq!(composed.losses[0].key, "channel-loss-cut");
}

#[test]
fn where_there_are_cards_the_address_is_one_unless_pictures_take_its_place() {
    let mut piece = piece("Lesenacht", "Am Freitag.");
    let plain = usual(&piece, Network::Bluesky);
    assert_eq!(plain.parts[0].card.as_deref(), Some(piece.url.as_str()));
    assert!(!plain.parts[0].text.contains("https://"));
    piece.pictures.push(picture("Kinder lesen."));
    let with_picture = usual(&piece, Network::Bluesky);
    assert_eq!(with_picture.parts[0].card, None);
    assert!(with_picture.parts[0].text.contains(&piece.url));
}

#[test]
fn more_pictures_than_a_network_takes_are_counted() {
    let mut piece = piece("Lesenacht", "Am Freitag.");
    piece.pictures = vec![picture("Eins."); 6];
    let composed = usual(&piece, Network::Mastodon);
    assert_eq!(composed.parts[0].pictures, [0, 1, 2, 3]);
    assert_eq!(composed.losses, [Sentence::new("channel-loss-pictures").with("n", 2_usize)]);
}

#[test]
fn a_thread_takes_the_further_pictures_along() {
    let mut piece = piece("Lesenacht", &"Das ist ein ganzer Satz mit vielen Wörtern. ".repeat(20));
    piece.as_thread = true;
    piece.pictures = vec![picture("Eins."); 6];
    let composed = usual(&piece, Network::Mastodon);
    assert_eq!(composed.parts[1].pictures, [4, 5]);
    assert!(composed.losses.is_empty());
}

#[test]
fn instagram_wants_a_picture() {
    let composed = usual(&piece("Lesenacht", "Am Freitag."), Network::Instagram);
    assert_eq!(composed.faults, [Sentence::new("channel-fault-picture-needed")]);
}

#[test]
fn an_own_wording_stands_instead_of_title_and_text_and_still_names_the_house() {
    let mut piece = piece("Lesenacht", "Am Freitag.");
    piece.wording = Some("Kommt vorbei! #Lesen".into());
    let text = &usual(&piece, Network::Mastodon).parts[0].text;
    assert_eq!(
        text,
        "Stadtbücherei Borken: Kommt vorbei! #Lesen\n\nhttps://muebi.example/beitrag/7-lesenacht"
    );
    piece.wording = Some(format!("Die Stadtbücherei Borken lädt ein: {}", piece.url));
    let text = &usual(&piece, Network::Mastodon).parts[0].text;
    assert_eq!(text, piece.wording.as_ref().expect("a wording"));
}

#[test]
fn many_houses_are_named_shortly() {
    let mut piece = piece("Lesenacht", "Am Freitag.");
    piece.houses =
        (1..20).map(|n| house(&format!("Öffentliche Bücherei Nummer {n}"), &format!("Haus {n}"))).collect();
    let text = &usual(&piece, Network::Bluesky).parts[0].text;
    assert!(text.starts_with("Haus 1, Haus 2, +17: Lesenacht"), "{text}");
}

#[test]
fn a_description_is_cut_to_what_the_network_takes() {
    let long = picture(&"Ein Regal voller Bücher. ".repeat(100));
    let limits = Limits::of(Network::Mastodon);
    let alt = alt(&long, &limits);
    assert!(alt.chars().count() <= 1_500 && alt.ends_with('…'), "{}", alt.len());
}

/// Texts as nobody should write them.
fn awkward() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        4 => "[a-zäöüß]{1,12}[.,!?]?",
        1 => Just(FAMILY.repeat(9)),
        1 => Just("🇩🇪🇳🇱👍🏽".to_owned()),
        1 => Just("e\u{301}\u{302}\u{303}".repeat(60)),
        1 => Just("x".repeat(700)),
        1 => "https://[a-z]{1,20}\\.example/[a-z0-9/]{0,60}",
        1 => Just("@somebody@a.server.example".to_owned()),
        1 => Just("مرحبا بكم في المكتبة".to_owned()),
        1 => "#[A-Z][a-z]{1,10}",
        1 => "\\PC{1,20}",
    ];
    let blank = prop_oneof![6 => Just(" "), 1 => Just("\n"), 2 => Just("\n\n")];
    prop::collection::vec((word, blank), 0..80)
        .prop_map(|words| words.into_iter().flat_map(|(word, blank)| [word, blank.to_owned()]).collect())
}

fn networks() -> impl Strategy<Value = Network> {
    prop::sample::select(Network::ALL.to_vec())
}

fn without_blanks(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Takes the number, and what stands below the last part, away.
fn bare(parts: &[Part], below: &str) -> String {
    let count = parts.len();
    let bare = parts.iter().enumerate().map(|(at, part)| {
        let text = if at + 1 == count {
            part.text.strip_suffix(below).expect("what stands below")
        } else {
            &part.text
        };
        let text = text.trim_end();
        text.strip_suffix(&format!("({}/{count})", at + 1)).unwrap_or(text).to_owned()
    });
    without_blanks(&bare.collect::<String>())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_part_is_ever_too_long_or_empty_and_the_address_is_whole(
        title in awkward(), body in awkward(), network in networks(), as_thread: bool, has_picture: bool,
        worded in prop::option::of(awkward()),
    ) {
        let mut piece = Piece { as_thread, wording: worded, ..piece(&title, &body) };
        piece.pictures.extend(has_picture.then(|| picture("Kinder lesen.")));
        let limits = Limits::of(network);
        let composed = usual(&piece, network);
        prop_assert!(!composed.parts.is_empty());
        for part in &composed.parts {
            prop_assert!(limits.fits(&part.text), "{} > {}", limits.count(&part.text), limits.text_max);
            prop_assert!(!part.text.trim().is_empty());
            prop_assert_eq!(part.counted, limits.count(&part.text));
        }
        let is_card = composed.parts[0].card.as_deref() == Some(piece.url.as_str());
        let is_word = |part: &Part| part.text.split_whitespace().any(|word| word == piece.url);
        prop_assert!(is_card || composed.parts.iter().any(is_word));
    }

    #[test]
    fn nothing_is_lost_in_a_thread_and_no_address_is_torn(body in awkward(), is_numbered: bool) {
        let mut piece = Piece { as_thread: true, topic: None, ..piece("Lesenacht", "") };
        piece.wording = Some(format!("Stadtbücherei Borken {body}"));
        let limits = Limits::of(Network::Mastodon);
        let shape = Shape { is_numbered, ..Shape::usual(Network::Mastodon) };
        let composed = compose(&piece, &limits, shape);
        prop_assume!(composed.losses.is_empty() && composed.parts.len() > 1);
        let wording = piece.wording.as_deref().unwrap_or_default();
        prop_assert_eq!(bare(&composed.parts, &piece.url), without_blanks(wording));
        for word in wording.split_whitespace().filter(|word| word.starts_with("https://")) {
            prop_assert!(composed.parts.iter().any(|part| part.text.split_whitespace().any(|it| it == word)));
        }
    }
}
