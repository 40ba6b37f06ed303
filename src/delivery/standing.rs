//! How a post stands on one channel, as people are told: one sentence and the steps that come next.
use super::outcome::{Decision, decisions};
use super::plan::Turn;
use super::state::{Act, Delivery, State};
use super::wanted::Choice;
use crate::base::sentence::Sentence;
use crate::calendar::local::Local;
use crate::channel::{Channel, Network};

/// A step that somebody can take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// About the sending that tells how it stands.
    Decide(Decision),
    /// About the post on this channel.
    Choose(Choice),
    /// The channel has to be connected anew.
    Connect,
    /// A person carries it there: text and pictures lie ready.
    Carry,
}

/// How a post stands on one channel.
#[derive(Debug, Clone)]
pub struct Standing<'a> {
    /// The sending that tells it.
    pub current: &'a Delivery,
    /// The publication to which that belongs.
    pub publication: &'a Delivery,
}

impl<'a> Standing<'a> {
    /// Finds it in the history of a post on one channel, the oldest first; none where nothing was
    /// ever to be sent.
    pub fn of(turns: &'a [Turn]) -> Option<Standing<'a>> {
        let current = &turns.last()?.row;
        let publication = turns.iter().map(|turn| &turn.row).rfind(|row| row.act() == Act::Publish)?;
        Some(Standing { current, publication })
    }

    /// Tells whether something of the post is there, as far as is known.
    pub fn is_there(&self) -> bool {
        self.publication.state() == State::Sent
    }

    /// Says how it stands, with the time that counts.
    pub fn sentence(&self, network: Network, local: &Local<'_>) -> Sentence {
        let row = self.current;
        let key = match row.act() {
            Act::Publish => "delivery-publish",
            Act::Correct => "delivery-correct",
            Act::Withdraw => "delivery-withdraw",
        };
        let at = row.sent_at.or(row.next_at.filter(|at| *at > local.now)).unwrap_or(row.changed_at);
        let it = Sentence::new(key).with("state", self.word(local)).with("at", local.near(at));
        it.with("network", network.code())
    }

    fn word(&self, local: &Local<'_>) -> &'static str {
        let row = self.current;
        match row.state() {
            State::Waiting | State::Retry if row.is_in_hand(local.now) => "in-hand",
            State::Unconfirmed if row.next_at.is_some() => "looking",
            state => state.code(),
        }
    }

    /// Says what else has to be known of it.
    pub fn notes(&self, network: Network) -> Vec<Sentence> {
        let mut notes: Vec<_> = self.picture(network).into_iter().collect();
        let without = [self.current, self.publication].iter().map(|row| row.without).max().unwrap_or(0);
        if without > 0 && self.current.act() != Act::Withdraw {
            notes.push(Sentence::new("delivery-without").with("n", without));
        }
        let asks = self.current.state() == State::Unconfirmed;
        if asks && decisions(self.current).contains(&Decision::Again) {
            notes.push(Sentence::new("delivery-again-risk"));
        }
        notes
    }

    /// Says what becomes of a picture that may not be shown there any more.
    pub fn picture(&self, network: Network) -> Option<Sentence> {
        self.current.picture_gone_at?;
        let state = match self.current.state() {
            state if state.is_over() => "over",
            state if state.is_ahead() => "ahead",
            _ => "asks",
        };
        Some(Sentence::new("delivery-picture").with("state", state).with("network", network.code()))
    }

    /// Tells whether a person has to see to a picture that the program cannot take out there.
    fn asks_for_picture(&self) -> bool {
        let row = self.current;
        row.picture_gone_at.is_some() && matches!(row.state(), State::Refused | State::ByHand)
    }
}

/// Gives the steps that can be taken about a post on a channel; the first is the obvious one.
pub fn steps(
    standing: Option<&Standing<'_>>,
    channel: &Channel,
    local: &Local<'_>,
    is_public: bool,
) -> Vec<Step> {
    if channel.ended_at.is_some() {
        return Vec::new();
    }
    let may_go = is_public && channel.is_on(local.now);
    let Some(standing) = standing else {
        return if may_go { vec![Step::Choose(Choice::In)] } else { Vec::new() };
    };
    let row = standing.current;
    if row.is_in_hand(local.now) {
        return Vec::new();
    }
    // A letter that is out stays as it is, however often it is tried.
    let is_out = channel.network() == Network::Newsletter && row.act() != Act::Publish;
    let is_vain = |it: &Decision| is_out && *it == Decision::Again;
    let decided = decisions(row).iter().filter(|it| !is_vain(it));
    let mut steps: Vec<Step> = decided.map(|it| Step::Decide(*it)).collect();
    match row.state() {
        State::Reconnect => steps.push(Step::Connect),
        State::ByHand if channel.network() == Network::ByHand && row.act() != Act::Withdraw => {
            steps.insert(0, Step::Carry)
        }
        State::Withdrawn if may_go => steps.push(Step::Choose(Choice::In)),
        State::Sent if row.act() == Act::Withdraw && may_go => steps.push(Step::Choose(Choice::In)),
        State::Sent if row.act() != Act::Withdraw && is_public => steps.push(Step::Choose(Choice::Out)),
        State::Refused if row.act() == Act::Correct && is_public && !is_out => {
            steps.push(Step::Choose(Choice::Out))
        }
        _ => {}
    }
    if standing.asks_for_picture() && network_forgets(channel.network()) {
        // Without the post the picture is gone for sure.
        steps.retain(|step| *step != Step::Choose(Choice::Out));
        steps.insert(0, Step::Choose(Choice::Out));
    }
    steps
}

/// Tells whether the program itself can take a post out of a network.
fn network_forgets(network: Network) -> bool {
    !matches!(network, Network::ByHand | Network::Newsletter)
}

/// Says what a step is called, in the words of where it is taken.
pub fn called(step: &Step, network: Network, row: Option<&Delivery>) -> Sentence {
    let state = row.map_or("none", |row| row.state().code());
    match step {
        Step::Decide(decision) => Sentence::new("delivery-decide")
            .with("decision", decision.code())
            .with("state", state)
            .with("act", row.map_or("publish", |row| row.act().code())),
        Step::Choose(choice) => {
            Sentence::new("delivery-choose").with("choice", choice.code()).with("network", network.code())
        }
        Step::Connect => Sentence::new("delivery-connect"),
        Step::Carry => Sentence::new("delivery-carry"),
    }
}
