//! One line of where a post stands: what is said, where it can be seen, what can be done.
use super::plan::Turn;
use super::standing::{Standing, Step, called, steps};
use super::wanted::Choice;
use crate::base::sentence::Sentence;
use crate::calendar::local::Local;
use crate::channel::Channel;
use crate::member::web_desk::desk_href;
use crate::member::web_seat::Reading;

/// One line, ready to be shown.
#[derive(Debug, Clone)]
pub struct Line {
    pub channel: String,
    pub network: String,
    /// The class that says how it stands besides the words.
    pub class: &'static str,
    pub said: String,
    /// Why it stands so, in the words of who said no.
    pub why: String,
    pub notes: Vec<String>,
    /// Where it can be seen.
    pub link: Option<String>,
    pub buttons: Vec<Button>,
}

/// A step as a form of one button, or as a link where another page asks more.
#[derive(Debug, Clone)]
pub struct Button {
    pub text: String,
    pub href: String,
    pub is_link: bool,
    pub field: &'static str,
    pub value: &'static str,
    pub class: &'static str,
}

/// Makes the line of a post on a channel.
pub fn line(
    reading: &Reading,
    number: i64,
    channel: &Channel,
    turns: &[Turn],
    is_public: bool,
    local: &Local<'_>,
) -> Option<Line> {
    let w = local.lang;
    let standing = Standing::of(turns);
    let all = steps(standing.as_ref(), channel, local, is_public);
    let may = reading.may_write().is_ok();
    let buttons = all.iter().filter(|_| may).enumerate();
    let buttons: Vec<_> = buttons
        .map(|(n, step)| button(reading, number, channel, standing.as_ref(), step, n == 0, local))
        .collect();
    let mut it = Line {
        channel: channel.name.clone(),
        network: w.w("delivery-network", "network", channel.network().code()),
        class: "ahead",
        said: w.t("delivery-never"),
        why: String::new(),
        notes: Vec::new(),
        link: None,
        buttons,
    };
    let Some(standing) = standing else {
        return (channel.ended_at.is_none() && channel.on_at.is_some()).then_some(it);
    };
    it.class = class(&standing);
    it.said = w.say(&standing.sentence(channel.network(), local));
    it.why = if standing.current.why.is_empty() { String::new() } else { w.say_kept(&standing.current.why) };
    it.notes = standing.notes(channel.network()).iter().map(|note| w.say(note)).collect();
    if channel.ended_at.is_some() && standing.is_there() {
        it.notes.push(w.t("delivery-channel-ended"));
    }
    let url = &standing.publication.remote_url;
    it.link = (standing.is_there() && url.starts_with("http")).then(|| url.clone());
    Some(it)
}

fn class(standing: &Standing<'_>) -> &'static str {
    match (standing.current.state(), standing.current.next_at) {
        (state, _) if state.is_over() => "there",
        (state, _) if state.is_ahead() && state != super::state::State::Reconnect => "ahead",
        (super::state::State::Unconfirmed, Some(_)) => "ahead",
        _ => "asks",
    }
}

fn button(
    reading: &Reading,
    number: i64,
    channel: &Channel,
    standing: Option<&Standing<'_>>,
    step: &Step,
    is_first: bool,
    local: &Local<'_>,
) -> Button {
    let slug = &reading.consortium.slug;
    let row = standing.map(|standing| standing.current);
    let to_channel = || desk_href(slug, &format!("channels/{}", channel.id));
    let (href, is_link, field, value) = match step {
        Step::Decide(decision) => {
            let id = row.map(|row| row.id.to_string()).unwrap_or_default();
            (desk_href(slug, &format!("deliveries/{id}")), false, "decision", decision.code())
        }
        Step::Choose(choice) => {
            let href = desk_href(slug, &format!("posts/{number}/channels/{}", channel.id));
            (href, false, "choice", choice.code())
        }
        Step::Connect => (to_channel(), true, "", ""),
        Step::Carry => (desk_href(slug, &format!("posts/{number}/channels/{}", channel.id)), true, "", ""),
    };
    let said: Sentence = called(step, channel.network(), row);
    let asks = row.is_some_and(|row| !row.state().is_over());
    let class = match step {
        // What hardly anybody needs does not stand out.
        Step::Choose(Choice::Out) => "plain small",
        _ if is_first && asks => "",
        _ => "quiet",
    };
    Button { text: local.lang.say(&said), href, is_link, field, value, class }
}
