//! Every URL on one page: method, path, who may, its name, and the handler.
use axum::Router;
use axum::handler::Handler;
use axum::routing::{self, MethodRouter};
use serde::Serialize;

use crate::base::app::App;
use crate::post::{web_acts, web_plan, web_plan_begin, web_today};
use crate::topic::web_series;
use crate::{demo, page, site};

/// Who may use a route; the handler's arguments enforce it, a test tries it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Right {
    /// Everybody: the public face.
    Public,
    /// Everybody: machines that ask, not people.
    Machine,
    /// Everybody, on the way in: signing in, invitations.
    Door,
    /// Whoever is signed in.
    SignedIn,
    /// Every member of the Verbund in the path, coaches too.
    Reading,
    /// Every member of the Verbund in the path but coaches.
    Writing,
    /// The coordination of the Verbund in the path.
    Coordinating,
    /// Whoever runs the installation.
    Operating,
    /// Everybody, and only in the demo.
    Demo,
}

/// One line of the table.
#[derive(Serialize)]
pub struct Route {
    pub method: &'static str,
    pub path: &'static str,
    pub right: Right,
    pub name: &'static str,
    #[serde(skip)]
    router: MethodRouter<App>,
}

fn get<H, T>(path: &'static str, right: Right, name: &'static str, handler: H) -> Route
where
    H: Handler<T, App>,
    T: 'static,
{
    Route { method: "GET", path, right, name, router: routing::get(handler) }
}

fn post<H, T>(path: &'static str, right: Right, name: &'static str, handler: H) -> Route
where
    H: Handler<T, App>,
    T: 'static,
{
    Route { method: "POST", path, right, name, router: routing::post(handler) }
}

/// Gives the whole table.
pub fn table() -> Vec<Route> {
    use Right::*;
    let mut table = vec![
        get("/health", Machine, "health", site::web::health),
        get("/assets/{hash}/{*name}", Machine, "asset", page::asset::serve),
    ];
    table.extend(public_face());
    table.extend(verbs_of_a_post());
    table.extend(plan_and_series());
    table.extend([post("/demo/sign-in", Demo, "demo-sign-in", demo::web::sign_in)]);
    table
}

/// What can be done with a post: pages that ask, and the forms that do it.
fn verbs_of_a_post() -> Vec<Route> {
    use Right::Writing;
    macro_rules! of {
        ($verb:literal) => {
            concat!("/desk/{verbund}/posts/{number}/", $verb)
        };
    }
    vec![
        get(of!("proposal"), Writing, "proposal-ask", web_acts::ask_proposal),
        post(of!("proposal"), Writing, "proposal", web_acts::propose),
        post(of!("approval"), Writing, "approval", web_acts::approve),
        get(of!("late-approval"), Writing, "late-approval-ask", web_acts::ask_late_approval),
        post(of!("late-approval"), Writing, "late-approval", web_acts::approve_late),
        get(of!("return"), Writing, "return-ask", web_acts::ask_return),
        post(of!("return"), Writing, "return", web_acts::give_back),
        post(of!("retraction"), Writing, "retraction", web_acts::retract),
        get(of!("move"), Writing, "move-ask", web_acts::ask_move),
        post(of!("move"), Writing, "move", web_acts::shift),
        get(of!("hold"), Writing, "hold-ask", web_acts::ask_hold),
        post(of!("hold"), Writing, "hold", web_acts::hold),
        get(of!("release"), Writing, "release-ask", web_acts::ask_release),
        post(of!("release"), Writing, "release", web_acts::release),
        get(of!("withdrawal"), Writing, "withdrawal-ask", web_acts::ask_withdrawal),
        post(of!("withdrawal"), Writing, "withdrawal", web_acts::withdraw),
        post(of!("restoration"), Writing, "restoration", web_acts::restore),
        post(of!("archiving"), Writing, "archiving", web_acts::archive),
        post(of!("reopening"), Writing, "reopening", web_acts::reopen),
    ]
}

/// The first screen, the plan, and the series that have their places in it.
fn plan_and_series() -> Vec<Route> {
    use Right::*;
    vec![
        get("/desk/{verbund}", Reading, "desk-consortium", web_today::arrive),
        get("/desk/{verbund}/today", Reading, "today", web_today::today),
        get("/desk/{verbund}/plan", Reading, "plan", web_plan::plan),
        post("/desk/{verbund}/plan/begin", Writing, "plan-begin", web_plan_begin::begin),
        get("/desk/{verbund}/series", Reading, "series", web_series::list),
        post("/desk/{verbund}/series", Writing, "series-create", web_series::create),
        get("/desk/{verbund}/series/new", Writing, "series-new", web_series::fresh),
        get("/desk/{verbund}/series/{id}", Writing, "series-edit", web_series::edit),
        post("/desk/{verbund}/series/{id}", Writing, "series-update", web_series::update),
        post("/desk/{verbund}/series/{id}/ending", Writing, "series-end", web_series::end),
        post("/desk/{verbund}/series/{id}/continuation", Writing, "series-continue", web_series::go_on),
    ]
}

/// What everybody reads: the directory, and the public face of each Verbund.
fn public_face() -> Vec<Route> {
    use Right::*;
    use site::{
        web, web_about, web_archive, web_barrier, web_directory, web_feed, web_house, web_legal, web_post,
        web_sitemap, web_topic,
    };
    vec![
        get("/", Public, "directory", web_directory::directory),
        get("/verbuende", Public, "directory-by-name", web_directory::consortia),
        get("/verbuende.csv", Machine, "directory-table", web_directory::table),
        get("/verbuende.json", Machine, "directory-data", web_directory::linked_data),
        get("/robots.txt", Machine, "robots", web_sitemap::robots),
        get("/sitemap.xml", Machine, "sitemap-index", web_sitemap::installation),
        get("/{verbund}", Public, "consortium", web::front),
        get("/{verbund}/beitrag/{post}", Public, "post", web_post::post),
        get("/{verbund}/einrichtung/{house}", Public, "house", web_house::house),
        get("/{verbund}/heute-geoeffnet", Public, "open-today", web_house::open),
        get("/{verbund}/themen", Public, "topics", web_topic::topics),
        get("/{verbund}/thema/{topic}", Public, "topic", web_topic::topic),
        get("/{verbund}/archiv", Public, "archive", web_archive::archive),
        get("/{verbund}/archiv/{month}", Public, "archive-month", web_archive::month),
        get("/{verbund}/archiv/einrichtung/{house}", Public, "archive-house", web_archive::house),
        get("/{verbund}/ueber-uns", Public, "about", web_about::about),
        get("/{verbund}/leichte-sprache", Public, "about-simple", web_about::simple),
        get("/{verbund}/folgen", Public, "follow", web_about::follow),
        get("/{verbund}/impressum", Public, "imprint", web_legal::imprint),
        get("/{verbund}/datenschutz", Public, "privacy", web_legal::privacy),
        get("/{verbund}/netiquette", Public, "netiquette", web_legal::netiquette),
        get(
            "/{verbund}/rechtliches/gemeinsame-verantwortung",
            Public,
            "joint-control",
            web_legal::joint_control,
        ),
        get("/{verbund}/barriere-melden", Public, "barrier", web_barrier::show),
        post("/{verbund}/barriere-melden", Public, "barrier-report", web_barrier::report),
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

/// Builds the router from the table.
pub fn router() -> Router<App> {
    table().into_iter().fold(Router::new(), |router, route| router.route(route.path, route.router))
}
