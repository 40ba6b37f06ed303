//! What has to be done on a channel.
use super::*;
use crate::channel::ChannelId;
use crate::consortium::ConsortiumId;
use crate::post::PostId;
use crate::testing::NOW;

/// A channel that is played: the history of one post on it.
struct Play {
    ids: (ConsortiumId, PostId, ChannelId),
    turns: Vec<Turn>,
    moment: Moment,
}

impl Play {
    fn new() -> Play {
        let ids = (ConsortiumId::from("muebi"), PostId::from("post"), ChannelId::from("channel"));
        Play { ids, turns: Vec::new(), moment: Moment { now: NOW, is_broken: false, lifted_at: None } }
    }

    /// Plans and takes over what has to be done; gives the acts with their states.
    fn plan(&mut self, wanted: &Wanted) -> Vec<String> {
        let of = Delivered { consortium: &self.ids.0, post: &self.ids.1, channel: &self.ids.2 };
        let moves = plan(&of, &self.turns, wanted, &self.moment);
        let mut told = Vec::new();
        for it in moves {
            match it {
                Move::Add(row) => {
                    told.push(format!("{} {} {}", row.act, row.revision_id, row.state));
                    self.turns.push(Turn { row: *row, has_begun: false, has_gone_picture: false });
                }
                Move::Change(row) => {
                    told.push(format!("now {} {} {}", row.act, row.revision_id, row.state));
                    let turn = self.turns.iter_mut().find(|turn| turn.row.id == row.id);
                    turn.expect("a turn that is there").row = *row;
                }
                Move::Drop(id) => {
                    told.push("dropped".into());
                    self.turns.retain(|turn| turn.row.id != id);
                }
            }
        }
        told
    }

    fn last(&mut self) -> &mut Turn {
        self.turns.last_mut().expect("a turn")
    }

    /// The last one has gone out.
    fn sent(&mut self) {
        self.stands(State::Sent);
        let turn = self.last().row.clone();
        if turn.act() == Act::Withdraw {
            let publication = self.turns.iter_mut().rfind(|it| it.row.act() == Act::Publish);
            publication.expect("a publication").row.stand(State::Withdrawn, NOW);
        }
    }

    fn stands(&mut self, state: State) {
        let turn = self.last();
        turn.has_begun = state == State::Sent || turn.has_begun;
        turn.row.stand(state, NOW);
    }
}

fn this(revision: &str) -> Wanted {
    Wanted::This { revision: RevisionId::from(revision), since: NOW }
}

#[test]
fn a_post_is_published_corrected_withdrawn_and_published_again() {
    let mut play = Play::new();
    assert_eq!(play.plan(&this("a")), ["publish a waiting"]);
    assert_eq!(play.plan(&this("a")), [""; 0], "planned once");
    play.sent();
    assert_eq!(play.plan(&this("b")), ["correct b waiting"]);
    play.sent();
    assert_eq!(play.plan(&this("b")), [""; 0]);
    assert_eq!(play.plan(&Wanted::Nothing), ["withdraw a waiting"]);
    play.sent();
    assert_eq!(play.plan(&Wanted::Nothing), [""; 0]);
    assert_eq!(play.plan(&this("b")), ["publish b waiting"]);
    assert_eq!(play.turns.iter().map(|turn| turn.row.turn).collect::<Vec<_>>(), [1, 2, 3, 4]);
}

#[test]
fn what_has_not_begun_takes_the_newer_text_and_what_has_is_corrected_afterwards() {
    let mut play = Play::new();
    play.plan(&this("a"));
    assert_eq!(play.plan(&this("b")), ["now publish b waiting"]);
    play.last().has_begun = true;
    assert_eq!(play.plan(&this("c")), [""; 0]);
    play.sent();
    assert_eq!(play.plan(&this("c")), ["correct c waiting"]);
    assert_eq!(play.plan(&this("d")), ["now correct d waiting"]);
    assert_eq!(play.plan(&this("b")), ["dropped"], "the correction was taken back");
}

#[test]
fn what_is_withdrawn_before_it_went_out_never_goes_out() {
    for state in
        [State::Waiting, State::Retry, State::Reconnect, State::Refused, State::Lapsed, State::ByHand]
    {
        let mut play = Play::new();
        play.plan(&this("a"));
        play.stands(state);
        play.moment.is_broken = state == State::Reconnect;
        assert_eq!(play.plan(&Wanted::Nothing), ["now publish a withdrawn"], "{state:?}");
        play.moment.is_broken = false;
        assert_eq!(play.plan(&this("a")), ["publish a waiting"], "{state:?}");
    }
}

#[test]
fn what_is_withdrawn_while_it_goes_out_is_looked_for_first() {
    let mut play = Play::new();
    play.plan(&this("a"));
    play.stands(State::Retry);
    play.last().has_begun = true;
    assert_eq!(play.plan(&Wanted::Nothing), ["now publish a unconfirmed"]);
    assert_eq!(play.last().row.next_at, Some(NOW), "looked for at once");
    play.sent();
    assert_eq!(play.plan(&Wanted::Nothing), ["withdraw a waiting"]);
}

#[test]
fn nothing_is_done_about_what_nobody_knows() {
    let mut play = Play::new();
    play.plan(&this("a"));
    play.stands(State::Unconfirmed);
    assert_eq!(play.plan(&this("b")), [""; 0]);
    assert_eq!(play.plan(&Wanted::Nothing), [""; 0]);
    play.sent();
    play.plan(&Wanted::Nothing);
    play.stands(State::Unconfirmed);
    assert_eq!(play.plan(&this("b")), [""; 0], "it may still be there");
}

#[test]
fn what_is_in_hand_is_left_alone() {
    let mut play = Play::new();
    play.plan(&this("a"));
    play.last().row.lease_until = Some(NOW.plus_seconds(30));
    assert_eq!(play.plan(&Wanted::Nothing), [""; 0]);
    play.last().row.lease_until = Some(NOW.plus_seconds(-1));
    assert_eq!(play.plan(&Wanted::Nothing), ["now publish a withdrawn"], "its process is dead");
}

#[test]
fn after_a_refusal_a_newer_text_is_tried() {
    let mut play = Play::new();
    play.plan(&this("a"));
    play.stands(State::Refused);
    assert_eq!(play.plan(&this("a")), [""; 0]);
    assert_eq!(play.plan(&this("b")), ["now publish b waiting"]);
    play.sent();
    play.plan(&this("c"));
    play.stands(State::Refused);
    play.last().has_begun = true;
    assert_eq!(play.plan(&this("c")), [""; 0], "it stays said that it was not corrected");
    assert_eq!(play.plan(&this("d")), ["correct d waiting"]);
}

#[test]
fn a_refused_withdrawal_is_given_up_when_the_post_is_wanted_again() {
    let mut play = Play::new();
    play.plan(&this("a"));
    play.sent();
    play.plan(&Wanted::Nothing);
    play.stands(State::Refused);
    play.last().has_begun = true;
    assert_eq!(play.plan(&Wanted::Nothing), [""; 0], "it stays said that it is still there");
    assert_eq!(play.plan(&this("a")), ["dropped"]);
    assert_eq!(play.plan(&this("a")), [""; 0]);
}

#[test]
fn what_a_broken_channel_holds_up_goes_on_after_it_was_connected_anew() {
    let mut play = Play::new();
    play.plan(&this("a"));
    play.moment.is_broken = true;
    assert_eq!(play.plan(&this("a")), ["now publish a reconnect"]);
    play.moment.now = NOW.plus_hours(48);
    play.moment.is_broken = false;
    assert_eq!(play.plan(&this("a")), ["now publish a waiting"], "two days are not too late for it");
    assert_eq!(play.last().row.next_at, Some(NOW.plus_hours(48)));
}

#[test]
fn after_downtime_what_is_a_little_late_goes_out_and_the_rest_is_asked_about() {
    for (minutes, state) in [(CATCH_UP_MINUTES, "waiting"), (CATCH_UP_MINUTES + 1, "lapsed")] {
        let mut play = Play::new();
        play.moment.now = NOW.plus_minutes(minutes);
        assert_eq!(play.plan(&this("a")), [format!("publish a {state}")]);
    }
    let mut play = Play::new();
    play.moment.now = NOW.plus_hours(5);
    play.moment.lifted_at = Some(NOW.plus_hours(5));
    assert_eq!(play.plan(&this("a")), ["publish a waiting"], "a halt is no downtime");
}

#[test]
fn what_waited_in_a_halt_is_not_late_when_it_is_lifted() {
    let mut play = Play::new();
    play.plan(&this("a"));
    play.moment.now = NOW.plus_hours(5);
    play.moment.lifted_at = Some(NOW.plus_hours(5));
    assert_eq!(play.plan(&this("a")), ["now publish a waiting"]);
    assert_eq!(play.last().row.next_at, Some(NOW.plus_hours(5)));
    assert_eq!(play.plan(&this("a")), [""; 0]);
}

#[test]
fn an_open_correction_falls_away_with_the_post() {
    let mut play = Play::new();
    play.plan(&this("a"));
    play.sent();
    play.plan(&this("b"));
    assert_eq!(play.plan(&Wanted::Nothing), ["dropped", "withdraw a waiting"]);
}

#[test]
fn where_everything_stays_as_it_is_nothing_is_added() {
    let mut play = Play::new();
    assert_eq!(play.plan(&Wanted::AsItIs), [""; 0]);
    play.plan(&this("a"));
    play.sent();
    assert_eq!(play.plan(&Wanted::AsItIs), [""; 0]);
}

#[test]
fn a_picture_that_is_gone_corrects_what_stands_there_once() {
    let mut play = Play::new();
    play.plan(&this("a"));
    play.sent();
    play.last().has_gone_picture = true;
    assert_eq!(play.plan(&this("a")), ["correct a waiting"]);
    assert_eq!(play.last().row.picture_gone_at, Some(NOW));
    assert_eq!(play.plan(&this("a")), [""; 0], "planned once");
    assert_eq!(play.plan(&this("b")), ["now correct b waiting"], "with the newer text");
    assert!(play.last().row.picture_gone_at.is_some());
    play.sent();
    assert_eq!(play.plan(&this("b")), [""; 0]);
}

#[test]
fn a_correction_on_its_way_takes_the_picture_that_is_gone_along() {
    for (state, begun, revision) in
        [(State::Waiting, false, "c"), (State::Retry, true, "b"), (State::Reconnect, false, "c")]
    {
        let mut play = Play::new();
        play.plan(&this("a"));
        play.sent();
        play.plan(&this("b"));
        play.stands(state);
        play.last().has_begun = begun;
        play.moment.is_broken = state == State::Reconnect;
        play.turns[0].has_gone_picture = true;
        let told = format!("now correct {revision} {}", state.code());
        assert_eq!(play.plan(&this("c")), [told], "{state:?}");
        assert!(play.last().row.picture_gone_at.is_some());
        assert_eq!(play.plan(&this("c")), [""; 0], "{state:?}");
    }
}

#[test]
fn whoever_was_asked_about_a_text_is_asked_about_the_picture_too() {
    for state in [State::Refused, State::ByHand, State::Unconfirmed] {
        let mut play = Play::new();
        play.plan(&this("a"));
        play.sent();
        play.plan(&this("b"));
        play.stands(state);
        play.turns[0].has_gone_picture = true;
        assert_eq!(play.plan(&this("b")), ["correct b waiting"], "{state:?}");
        play.stands(state);
        assert_eq!(play.plan(&this("b")), [""; 0], "{state:?}: asked once");
        // A second picture is gone that this one still carried.
        play.last().has_gone_picture = true;
        assert_eq!(play.plan(&this("b")), ["correct b waiting"], "{state:?}");
        play.sent();
        assert_eq!(play.plan(&this("b")), [""; 0]);
    }
}
