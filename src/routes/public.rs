//! What can be reached without being a member: the public face, the ways in, the demo.

use super::{Right, Route, get, post};
use crate::newsletter::{web as newsletter, web_link, web_privacy};
use crate::{demo, federation, member, site};

/// Gives this part of the table.
pub fn table() -> Vec<Route> {
    let mut table = public_face();
    table.extend(other_servers());
    table.extend(newsletters());
    table.extend(doors());
    table.extend(demo_routes());
    table
}

/// What everybody reads: the directory, and the public face of each Verbund.
#[rustfmt::skip]
fn public_face() -> Vec<Route> {
    use Right::*;
    use federation::web_shown;
    use site::{
        web_about, web_archive, web_barrier, web_directory, web_feed, web_house, web_joint, web_legal, web_sitemap,
        web_statement, web_topic,
    };
    vec![
        get("/", Public, "directory", web_directory::directory),
        get("/verbuende", Public, "directory-by-name", web_directory::consortia),
        get("/verbuende.csv", Machine, "directory-table", web_directory::table),
        get("/verbuende.json", Machine, "directory-data", web_directory::linked_data),
        get("/robots.txt", Machine, "robots", web_sitemap::robots),
        get("/sitemap.xml", Machine, "sitemap-index", web_sitemap::installation),
        get("/{verbund}", Public, "consortium", web_shown::front),
        get("/{verbund}/beitrag/{post}", Public, "post", web_shown::post),
        get("/{verbund}/einrichtung/{house}", Public, "house", web_shown::house),
        get("/{verbund}/heute-geoeffnet", Public, "open-today", web_house::open),
        get("/{verbund}/themen", Public, "topics", web_topic::topics),
        get("/{verbund}/thema/{topic}", Public, "topic", web_topic::topic),
        get("/{verbund}/archiv", Public, "archive", web_archive::archive),
        get("/{verbund}/archiv/{month}", Public, "archive-month", web_archive::month),
        get("/{verbund}/archiv/einrichtung/{house}", Public, "archive-house", web_archive::house),
        get("/{verbund}/ueber-uns", Public, "about", web_about::about),
        get("/{verbund}/leichte-sprache", Public, "about-simple", web_about::simple),
        get("/{verbund}/folgen", Public, "follow", crate::channel::web_follow::follow),
        get("/{verbund}/impressum", Public, "imprint", web_legal::imprint),
        get("/{verbund}/datenschutz", Public, "privacy", web_privacy::privacy),
        get("/{verbund}/netiquette", Public, "netiquette", web_legal::netiquette),
        get("/{verbund}/rechtliches/gemeinsame-verantwortung", Public, "joint-control", web_joint::joint_control),
        get("/{verbund}/barriere-melden", Public, "barrier", web_barrier::show),
        post("/{verbund}/barriere-melden", Public, "barrier-report", web_barrier::report),
        get("/{verbund}/barriere-melden/{report}", Public, "barrier-told", web_barrier::told),
        get("/{verbund}/frage", Public, "ask", crate::conversation::asking::web::show),
        post("/{verbund}/frage", Public, "ask-take", crate::conversation::asking::web::ask),
        get("/{verbund}/frage/{question}", Public, "asked", crate::conversation::asking::web_asked::show),
        post("/{verbund}/frage/{question}/loeschen", Public, "asked-withdraw", crate::conversation::asking::web_asked::withdraw),
        get("/{verbund}/barrierefreiheit", Public, "accessibility", web_statement::show),
        get("/{verbund}/feed.atom", Machine, "feed-atom", web_feed::atom),
        get("/{verbund}/feed.rss", Machine, "feed-rss", web_feed::rss),
        get("/{verbund}/feed.json", Machine, "feed-json", web_feed::json),
        get("/{verbund}/einrichtung/{house}/feed.atom", Machine, "house-feed-atom", web_feed::atom),
        get("/{verbund}/einrichtung/{house}/feed.rss", Machine, "house-feed-rss", web_feed::rss),
        get("/{verbund}/einrichtung/{house}/feed.json", Machine, "house-feed-json", web_feed::json),
        get("/{verbund}/thema/{topic}/feed.atom", Machine, "topic-feed-atom", web_feed::atom),
        get("/{verbund}/thema/{topic}/feed.rss", Machine, "topic-feed-rss", web_feed::rss),
        get("/{verbund}/thema/{topic}/feed.json", Machine, "topic-feed-json", web_feed::json),
        get("/{verbund}/sitemap.xml", Machine, "sitemap", web_sitemap::consortium),
        get("/{verbund}/robots.txt", Machine, "robots-of-domain", web_sitemap::robots_of),
    ]
}

/// What other servers of the Fediverse ask for, and where they knock.
#[rustfmt::skip]
fn other_servers() -> Vec<Route> {
    use Right::Machine;
    use federation::{web_actor, web_answer, web_found, web_inbox, web_post};
    vec![
        get("/.well-known/webfinger", Machine, "webfinger", web_found::webfinger),
        get("/.well-known/nodeinfo", Machine, "nodeinfo", web_found::nodeinfo_links),
        get("/.well-known/host-meta", Machine, "host-meta", web_found::host_meta),
        get("/nodeinfo/2.0", Machine, "nodeinfo-2.0", web_found::nodeinfo_2_0),
        get("/nodeinfo/2.1", Machine, "nodeinfo-2.1", web_found::nodeinfo_2_1),
        post("/ap/inbox", Machine, "shared-inbox", web_inbox::inbox),
        post("/ap/actor/{actor}/inbox", Machine, "inbox", web_inbox::inbox),
        get("/ap/actor/{actor}", Machine, "actor", web_actor::actor),
        get("/ap/actor/{actor}/icon.png", Machine, "actor-picture", web_actor::picture),
        get("/ap/actor/{actor}/outbox", Machine, "outbox", web_actor::outbox),
        get("/ap/actor/{actor}/outbox/{page}", Machine, "outbox-page", web_actor::outbox_page),
        get("/ap/actor/{actor}/followers", Machine, "followers", web_actor::followers),
        get("/ap/actor/{actor}/following", Machine, "following", web_actor::following),
        get("/ap/actor/{actor}/featured", Machine, "featured", web_actor::featured),
        get("/ap/answer/{answer}", Machine, "answer", web_answer::note),
        get("/ap/answer/{answer}/create", Machine, "answer-said", web_answer::create),
        get("/ap/post/{post}", Machine, "post-object", web_post::post),
        get("/ap/post/{post}/{activity}", Machine, "post-activity", web_post::activity),
        get("/ap/post/{post}/update/{name}", Machine, "post-update", web_post::update),
        get("/ap/post/{post}/announce/{actor}", Machine, "post-sharing", web_post::sharing),
    ]
}

/// The newsletter: asking for it, and what the links in its letters open. They are addresses of the
/// installation, so that they hold whatever a Verbund is called.
#[rustfmt::skip]
fn newsletters() -> Vec<Route> {
    use Right::{Door, Public};
    vec![
        get("/{verbund}/newsletter", Public, "newsletter", newsletter::show),
        post("/{verbund}/newsletter", Public, "newsletter-ask", newsletter::ask),
        get("/{verbund}/newsletter/danke", Public, "newsletter-told", newsletter::told),
        get("/newsletter/bestaetigen/{secret}", Door, "newsletter-confirm", web_link::ask),
        post("/newsletter/bestaetigen/{secret}", Door, "newsletter-confirm-use", web_link::confirm),
        get("/newsletter/{secret}", Door, "newsletter-mine", web_link::show),
        post("/newsletter/{secret}", Door, "newsletter-change", web_link::change),
        get("/newsletter/{secret}/ende", Door, "newsletter-end", web_link::ask_end),
        post("/newsletter/{secret}/ende", Door, "newsletter-end-use", web_link::end),
        get("/newsletter/{secret}/daten", Door, "newsletter-data", web_link::data),
    ]
}

/// What only the demo has: signing in as anybody, and the letters that were not sent.
fn demo_routes() -> Vec<Route> {
    use Right::*;
    use demo::{web, web_mail};
    vec![
        get("/demo", Demo, "demo", web::show),
        post("/demo/sign-in", Demo, "demo-sign-in", web::sign_in),
        get("/demo/mail", Demo, "demo-mail", web_mail::show),
    ]
}

/// The ways in, and what people decide about themselves.
fn doors() -> Vec<Route> {
    use crate::channel::bluesky::oauth::web as bluesky;
    use Right::{Door, Machine, SignedIn};
    use member::door::{web, web_link, web_passkey, web_rescue, web_second};
    use member::me;
    use member::people::web_join;
    vec![
        get("/sign-in", Door, "sign-in", web::show),
        post("/sign-in", Door, "sign-in-password", web::sign_in),
        post("/sign-in/second", Door, "sign-in-second", web_second::sign_in),
        post("/sign-in/link", Door, "sign-in-link-ask", web_link::ask),
        get("/sign-in/link/{secret}", Door, "sign-in-link", web_link::show),
        post("/sign-in/link/{secret}", Door, "sign-in-link-use", web_link::sign_in),
        post("/sign-in/passkey/start", Door, "sign-in-passkey-start", web_passkey::ask_who),
        post("/sign-in/passkey/finish", Door, "sign-in-passkey-finish", web_passkey::sign_in),
        post("/sign-in/code", Door, "sign-in-code", web_rescue::take_code),
        post("/sign-in/rescue", Door, "sign-in-rescue", web_rescue::with_password),
        post("/sign-in/rescue/passkey/start", Door, "sign-in-rescue-start", web_rescue::ask_passkey),
        post("/sign-in/rescue/passkey/finish", Door, "sign-in-rescue-finish", web_rescue::with_passkey),
        post("/sign-out", Door, "sign-out", web::sign_out),
        get("/join", Door, "join-code", web_join::ask),
        get("/join/{code}", Door, "join", web_join::show),
        post("/join/{code}", Door, "join-password", web_join::join),
        post("/join/{code}/passkey/start", Door, "join-passkey-start", web_join::ask_passkey),
        post("/join/{code}/passkey/finish", Door, "join-passkey-finish", web_join::with_passkey),
        post("/join/{code}/me", SignedIn, "join-as-me", web_join::join_as_me),
        get("/connect/meta", Door, "connect-meta", crate::channel::meta::web::lead_on),
        get("/connect/bluesky", Door, "connect-bluesky", bluesky::lead_on),
        get("/connect/bluesky/client.json", Machine, "connect-bluesky-client", bluesky::document),
        get("/confirm/{secret}", Door, "confirm", me::web_email::show),
        post("/confirm/{secret}", Door, "confirm-use", me::web_email::confirm),
        get("/desk", SignedIn, "desk", me::web_desk::show),
        get("/me", SignedIn, "me", me::web::show),
        post("/me", SignedIn, "me-save", me::web_facts::save),
        post("/me/language", SignedIn, "me-language", me::web_facts::language),
        post("/me/away", SignedIn, "me-away", me::web_facts::away),
        post("/me/email", SignedIn, "me-email", me::web_email::change),
        post("/me/email/remove", SignedIn, "me-email-remove", me::web_email::remove),
        post("/me/password", SignedIn, "me-password", me::web_ways::set_password),
        post("/me/password/remove", SignedIn, "me-password-remove", me::web_ways::remove_password),
        get("/me/second-factor", SignedIn, "me-second", me::web_second::show),
        post("/me/second-factor", SignedIn, "me-second-set", me::web_second::set_up),
        post("/me/second-factor/remove", SignedIn, "me-second-remove", me::web_second::remove),
        post("/me/passkeys/start", SignedIn, "me-passkey-start", web_passkey::ask_to_add),
        post("/me/passkeys/finish", SignedIn, "me-passkey-finish", web_passkey::add),
        post("/me/passkeys/{passkey}/name", SignedIn, "me-passkey-name", me::web_ways::name_passkey),
        post("/me/passkeys/{passkey}/remove", SignedIn, "me-passkey-remove", me::web_ways::remove_passkey),
        post("/me/sessions/end-others", SignedIn, "me-sessions-end", me::web_sessions::end_others),
        post("/me/sessions/{session}/end", SignedIn, "me-session-end", me::web_sessions::end),
    ]
}
