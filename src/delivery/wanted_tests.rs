//! What a channel is to show.
use super::*;
use crate::channel::ChannelId;
use crate::consortium::ConsortiumId;
use crate::post::{PostId, RevisionId};
use crate::testing::{NOW, consortium};

fn channel(on_at: Option<Instant>) -> Channel {
    crate::delivery::tests::channel(&ConsortiumId::from("muebi"), crate::channel::Network::ByHand, on_at)
}

/// A post that became public at an instant.
fn post(since: Instant) -> Post {
    Post {
        id: PostId::from("post"),
        consortium_id: ConsortiumId::from("muebi"),
        number: 1,
        created_by: None,
        created_at: since,
        changed_at: since,
        head_revision_id: Some(RevisionId::from("first")),
        title: "Lesenacht".into(),
        state: "planned".into(),
        turns_at: None,
        turns_to: None,
        due_at: Some(since),
        live_revision_id: None,
        next_revision_id: Some(RevisionId::from("first")),
        opens_at: Some(since),
        first_public_at: None,
        hidden_at: None,
        archived_at: None,
    }
}

fn of(post: &Post, channel: &Channel, change: impl Fn(&mut Case<'_>)) -> Wanted {
    let consortium = consortium("muebi", "Bibliothekshelden");
    let mut case =
        Case { post, channel, consortium: &consortium, choice: None, is_left_out: false, has_history: false };
    change(&mut case);
    wanted(&case, NOW)
}

fn first(since: Instant) -> Wanted {
    Wanted::This { revision: RevisionId::from("first"), since }
}

#[test]
fn what_became_public_after_the_channel_was_on_goes_there_and_nothing_older() {
    let on = channel(Some(NOW.plus_hours(-10)));
    let new = post(NOW.plus_hours(-1));
    let old = post(NOW.plus_hours(-11));
    let ahead = post(NOW.plus_hours(1));
    assert_eq!(of(&new, &on, |_| {}), first(NOW.plus_hours(-1)));
    assert_eq!(of(&old, &on, |_| {}), Wanted::Nothing);
    assert_eq!(of(&ahead, &on, |_| {}), Wanted::Nothing, "its time has not come");
    assert_eq!(of(&new, &channel(None), |_| {}), Wanted::Nothing, "the channel is off");
    assert_eq!(of(&new, &channel(Some(NOW.plus_hours(1))), |_| {}), Wanted::Nothing, "it begins later");
}

#[test]
fn what_stands_there_already_is_kept_up_though_the_channel_was_off_meanwhile() {
    let on = channel(Some(NOW));
    let old = post(NOW.plus_hours(-11));
    assert_eq!(of(&old, &on, |case| case.has_history = true), first(NOW.plus_hours(-11)));
}

#[test]
fn the_text_can_leave_a_channel_out_and_the_last_word_of_a_person_counts_more() {
    let on = channel(Some(NOW.plus_hours(-10)));
    let (new, old) = (post(NOW.plus_hours(-1)), post(NOW.plus_hours(-11)));
    assert_eq!(of(&new, &on, |case| case.is_left_out = true), Wanted::Nothing);
    let chosen = |choice| {
        move |case: &mut Case<'_>| {
            case.is_left_out = true;
            case.choice = Some(choice);
        }
    };
    assert_eq!(of(&new, &on, chosen(Choice::In)), first(NOW));
    assert_eq!(of(&old, &on, chosen(Choice::In)), first(NOW), "an older post goes out now");
    assert_eq!(of(&new, &on, |case| case.choice = Some(Choice::Out)), Wanted::Nothing);
}

#[test]
fn what_the_public_does_not_see_is_wanted_nowhere() {
    let on = channel(Some(NOW.plus_hours(-10)));
    let hidden = Post { hidden_at: Some(NOW), ..post(NOW.plus_hours(-1)) };
    assert_eq!(of(&hidden, &on, |case| case.has_history = true), Wanted::Nothing);
    assert_eq!(of(&hidden, &on, |case| case.choice = Some(Choice::In)), Wanted::Nothing);
}

#[test]
fn where_a_channel_or_a_verbund_has_ended_everything_stays_as_it_is() {
    let new = post(NOW.plus_hours(-1));
    let mut ended = channel(Some(NOW.plus_hours(-10)));
    ended.ended_at = Some(NOW);
    ended.id = ChannelId::from("ended");
    assert_eq!(of(&new, &ended, |_| {}), Wanted::AsItIs);
    let on = channel(Some(NOW.plus_hours(-10)));
    for (public_at, ends_at) in [(Some(NOW.plus_hours(-100)), Some(NOW)), (None, None)] {
        let it = Consortium { public_at, ends_at, ..consortium("muebi", "Bibliothekshelden") };
        let case = Case {
            post: &new,
            channel: &on,
            consortium: &it,
            choice: None,
            is_left_out: false,
            has_history: true,
        };
        assert_eq!(wanted(&case, NOW), Wanted::AsItIs);
    }
}
