//! Every URL on one page: method, path, who may, its name, and the handler.
use axum::Router;
use axum::handler::Handler;
use axum::routing::{self, MethodRouter};
use serde::Serialize;

use crate::base::app::App;
use crate::post::web_acts;
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
        get("/", Public, "directory", site::web::directory),
    ];
    table.extend(verbs_of_a_post());
    table.extend([
        get("/desk/{verbund}/series", Reading, "series", web_series::list),
        post("/desk/{verbund}/series", Writing, "series-create", web_series::create),
        get("/desk/{verbund}/series/new", Writing, "series-new", web_series::fresh),
        get("/desk/{verbund}/series/{id}", Writing, "series-edit", web_series::edit),
        post("/desk/{verbund}/series/{id}", Writing, "series-update", web_series::update),
        post("/desk/{verbund}/series/{id}/ending", Writing, "series-end", web_series::end),
        post("/desk/{verbund}/series/{id}/continuation", Writing, "series-continue", web_series::go_on),
    ]);
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

/// Builds the router from the table.
pub fn router() -> Router<App> {
    table().into_iter().fold(Router::new(), |router, route| router.route(route.path, route.router))
}
