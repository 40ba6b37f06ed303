//! Where posts go and what comes back: channels, deliveries, the newsletter, the Eingang.
use super::{Right, Route, get, post};

/// Gives this part of the table.
pub fn table() -> Vec<Route> {
    let mut table = Vec::new();
    table.extend(channels());
    table.extend(inbox());
    table.extend(keeping_house());
    table.extend(deliveries());
    table.extend(accounts_elsewhere());
    table.extend(newsletter());
    table.extend(meta());
    table
}

/// Where posts go: the channels of a Verbund.
#[rustfmt::skip]
fn channels() -> Vec<Route> {
    use Right::{Coordinating, Reading};
    use crate::channel::{web, web_channel, web_concept, web_new};
    macro_rules! of {
        ($what:literal) => {
            concat!("/desk/{verbund}/channels/{channel}", $what)
        };
    }
    vec![
        get("/desk/{verbund}/channels", Reading, "channels", web::list),
        get("/desk/{verbund}/channels/new", Coordinating, "channel-new", web_new::show),
        post("/desk/{verbund}/channels/new", Coordinating, "channel-add", web_new::create),
        get(of!(""), Reading, "channel", web_channel::show),
        get(of!("/concept"), Coordinating, "channel-concept", web_concept::show),
        post(of!("/concept"), Coordinating, "channel-concept-save", web_concept::save),
        post(of!("/on"), Coordinating, "channel-on", web_channel::switch_on),
        post(of!("/off"), Coordinating, "channel-off", web_channel::switch_off),
        get(of!("/end"), Coordinating, "channel-end-ask", web_channel::ask_end),
        post(of!("/end"), Coordinating, "channel-end", web_channel::end),
    ]
}

/// The Eingang: what people answer anywhere, and our answers.
#[rustfmt::skip]
fn inbox() -> Vec<Route> {
    use Right::{Reading, Writing};
    use crate::conversation::desk::{web_acts, web_answer, web_list, web_saved, web_sending, web_show};
    vec![
        get("/desk/{verbund}/inbox", Reading, "inbox", web_list::list),
        get("/desk/{verbund}/inbox/replies", Reading, "inbox-replies", web_saved::list),
        post("/desk/{verbund}/inbox/replies", Writing, "inbox-reply-save", web_saved::save),
        get("/desk/{verbund}/inbox/replies/{reply}", Writing, "inbox-reply", web_saved::edit),
        post("/desk/{verbund}/inbox/replies/{reply}/end", Writing, "inbox-reply-end", web_saved::end),
        get("/desk/{verbund}/inbox/{number}", Reading, "conversation", web_show::show),
        post("/desk/{verbund}/inbox/{number}/answer", Writing, "conversation-answer", web_answer::answer),
        post("/desk/{verbund}/inbox/{number}/draft", Writing, "conversation-draft", web_answer::draft),
        post("/desk/{verbund}/inbox/{number}/notes", Writing, "conversation-note", web_acts::note),
        post("/desk/{verbund}/inbox/{number}/person", Writing, "conversation-give", web_acts::give),
        post("/desk/{verbund}/inbox/{number}/house", Writing, "conversation-hand", web_acts::hand),
        post("/desk/{verbund}/inbox/{number}/closure", Writing, "conversation-close", web_acts::close),
        post("/desk/{verbund}/inbox/{number}/closure/end", Writing, "conversation-reopen", web_acts::reopen),
        post("/desk/{verbund}/inbox/{number}/undo", Writing, "conversation-undo", web_acts::undo),
        post("/desk/{verbund}/inbox/{number}/sendings/{answer}", Writing, "conversation-sending", web_sending::decide),
    ]
}

/// Moderation: hiding with a reason, blocks, the log of both.
#[rustfmt::skip]
fn keeping_house() -> Vec<Route> {
    use Right::{Coordinating, Operating, Writing};
    use crate::conversation::moderating::{web_hide, web_log, web_operate, web_settings};
    vec![
        post("/desk/{verbund}/inbox/{number}/hidden", Writing, "conversation-hide", web_hide::hide),
        post("/desk/{verbund}/inbox/{number}/shown", Writing, "conversation-show", web_hide::show),
        get("/desk/{verbund}/inbox/settings", Coordinating, "inbox-settings", web_settings::show),
        post("/desk/{verbund}/inbox/settings", Coordinating, "inbox-settings-save", web_settings::save),
        get("/desk/{verbund}/inbox/log", Coordinating, "inbox-log", web_log::show),
        get("/desk/{verbund}/inbox/log.csv", Coordinating, "inbox-log-table", web_log::table),
        get("/desk/{verbund}/inbox/blocks", Coordinating, "inbox-blocks", web_operate::list),
        post("/desk/{verbund}/inbox/blocks", Coordinating, "inbox-blocks-change", web_operate::change),
        get("/operate/blocks", Operating, "operate-blocks", web_operate::list_all),
        post("/operate/blocks", Operating, "operate-blocks-change", web_operate::change_all),
    ]
}

/// What became of the sendings, and what people decide about them.
fn deliveries() -> [Route; 3] {
    use crate::delivery::{web_decide, web_list};
    use Right::{Reading, Writing};
    [
        get("/desk/{verbund}/deliveries", Reading, "deliveries", web_list::list),
        post("/desk/{verbund}/deliveries/{id}", Writing, "delivery-decide", web_decide::decision),
        post(
            "/desk/{verbund}/posts/{number}/channels/{channel}",
            Writing,
            "delivery-choose",
            web_decide::choice,
        ),
    ]
}

/// Accounts in networks of others, as their servers let us in.
#[rustfmt::skip]
fn accounts_elsewhere() -> Vec<Route> {
    use Right::Coordinating;
    use crate::channel::{bluesky, mastodon};
    use crate::federation::{web_move, web_voice};
    vec![
        get("/desk/{verbund}/channels/{channel}/fediverse", Coordinating, "channel-fediverse", web_voice::show),
        post("/desk/{verbund}/channels/{channel}/fediverse", Coordinating, "channel-fediverse-voice", web_voice::choose),
        get("/desk/{verbund}/channels/{channel}/fediverse/{actor}", Coordinating, "channel-fediverse-actor", web_move::show),
        post("/desk/{verbund}/channels/{channel}/fediverse/{actor}/handle", Coordinating, "channel-fediverse-handle", web_move::take_handle),
        post("/desk/{verbund}/channels/{channel}/fediverse/{actor}/departure", Coordinating, "channel-fediverse-departure", web_move::move_out),
        post("/desk/{verbund}/channels/{channel}/fediverse/{actor}/return", Coordinating, "channel-fediverse-return", web_move::stay),
        post("/desk/{verbund}/channels/{channel}/fediverse/{actor}/aliases", Coordinating, "channel-fediverse-alias", web_move::add_alias),
        post("/desk/{verbund}/channels/{channel}/fediverse/{actor}/aliases/removal", Coordinating, "channel-fediverse-alias-removal", web_move::remove_alias),
        post("/desk/{verbund}/channels/{channel}/fediverse/{actor}/key", Coordinating, "channel-fediverse-key", web_move::renew_key),
        get("/desk/{verbund}/channels/{channel}/mastodon", Coordinating, "channel-mastodon", mastodon::web::show),
        post("/desk/{verbund}/channels/{channel}/mastodon", Coordinating, "channel-mastodon-begin", mastodon::web::begin),
        get("/desk/{verbund}/channels/{channel}/mastodon/return", Coordinating, "channel-mastodon-return", mastodon::web::finish),
        get("/desk/{verbund}/channels/{channel}/bluesky", Coordinating, "channel-bluesky", bluesky::web::show),
        post("/desk/{verbund}/channels/{channel}/bluesky", Coordinating, "channel-bluesky-connect", bluesky::web::connect),
        get("/desk/{verbund}/channels/{channel}/bluesky/return", Coordinating, "channel-bluesky-return", bluesky::oauth::web::finish),
    ]
}

/// The newsletter: how many get it, what went out and goes out next, one address looked up.
fn newsletter() -> [Route; 5] {
    use crate::newsletter::web_desk;
    use Right::Coordinating;
    [
        get("/desk/{verbund}/newsletter", Coordinating, "desk-newsletter", web_desk::show),
        post(
            "/desk/{verbund}/newsletter/rhythm",
            Coordinating,
            "desk-newsletter-rhythm",
            web_desk::set_rhythm,
        ),
        post("/desk/{verbund}/newsletter/search", Coordinating, "desk-newsletter-search", web_desk::search),
        post("/desk/{verbund}/newsletter/data", Coordinating, "desk-newsletter-data", web_desk::data),
        post("/desk/{verbund}/newsletter/end", Coordinating, "desk-newsletter-end", web_desk::end),
    ]
}

/// Connecting Facebook pages and Instagram accounts.
fn meta() -> [Route; 6] {
    use crate::channel::meta::web;
    use crate::delivery::web_told;
    use Right::{Coordinating, Machine};
    const ONE: &str = "/desk/{verbund}/channels/{channel}/meta";
    [
        get("/hooks/meta", Machine, "meta-confirm", web_told::confirm),
        post("/hooks/meta", Machine, "meta-told", web_told::hear),
        get(ONE, Coordinating, "channel-meta", web::show),
        post(ONE, Coordinating, "channel-meta-begin", web::begin),
        get(
            "/desk/{verbund}/channels/{channel}/meta/return",
            Coordinating,
            "channel-meta-return",
            web::finish,
        ),
        post(
            "/desk/{verbund}/channels/{channel}/meta/page",
            Coordinating,
            "channel-meta-choose",
            web::choose,
        ),
    ]
}
