use super::*;
use crate::consortium::ConsortiumId;

const NOW: Instant = Instant::from_millis(1_795_680_000_000);

fn reasoned(network: Network) -> Channel {
    Channel {
        purpose: "Menschen im Ort".into(),
        responsible: "Anna".into(),
        alternative: "Die eigene Seite".into(),
        review_at: Some(NOW.plus_hours(24 * 300)),
        ..Channel::new(&ConsortiumId::new(), network, "Kanal", NOW)
    }
}

#[test]
fn no_channel_can_be_on_before_somebody_said_what_it_is_for() {
    for network in Network::ALL {
        let channel = Channel {
            secret: "x".into(),
            account: "a".into(),
            ..Channel::new(&ConsortiumId::new(), network, "K", NOW)
        };
        assert_eq!(obstacle(&channel).map(|why| why.key), Some("channel-cannot-unreasoned"));
    }
}

#[test]
fn each_piece_of_the_usage_concept_is_needed() {
    let whole = reasoned(Network::ByHand);
    assert!(has_concept(&whole));
    for gap in [
        Channel { purpose: " ".into(), ..whole.clone() },
        Channel { responsible: String::new(), ..whole.clone() },
        Channel { alternative: "\n".into(), ..whole.clone() },
        Channel { review_at: None, ..whole.clone() },
    ] {
        assert!(!has_concept(&gap));
    }
}

#[test]
fn an_account_elsewhere_has_to_be_connected_and_our_own_means_have_not() {
    for network in Network::ALL {
        let needs =
            matches!(network, Network::Mastodon | Network::Bluesky | Network::Facebook | Network::Instagram);
        assert_eq!(obstacle(&reasoned(network)).is_some(), needs, "{network:?}");
    }
}

#[test]
fn a_channel_says_one_thing_at_a_time_and_the_most_urgent_first() {
    let on = Channel { on_at: Some(NOW), ..reasoned(Network::ByHand) };
    assert_eq!(State::of(&on, NOW), State::On);
    assert_eq!(State::of(&on, NOW.plus_hours(24 * 301)), State::Overdue);
    let broken = Channel { broken_at: Some(NOW), ..on.clone() };
    assert_eq!(State::of(&broken, NOW.plus_hours(24 * 301)), State::Broken);
    assert_eq!(State::of(&Channel { on_at: None, ..on.clone() }, NOW), State::Off);
    assert_eq!(State::of(&Channel { ended_at: Some(NOW), ..broken }, NOW), State::Ended);
    assert!(!is_review_near(&on, NOW) && is_review_near(&on, NOW.plus_hours(24 * 290)));
}
