//! Every URL on one page: method, path, who may, its name, and the handler.
use axum::Router;
use axum::handler::Handler;
use axum::routing::{self, MethodRouter};
use serde::Serialize;

use crate::base::app::App;
use crate::{charter, demo, page, site};

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
    table.extend(charter_routes());
    table.extend([post("/demo/sign-in", Demo, "demo-sign-in", demo::web::sign_in)]);
    table
}

/// The editors' pages about a Verbund itself and its houses.
fn charter_routes() -> Vec<Route> {
    use Right::*;
    use charter::{web, web_ending, web_halt, web_hours, web_house, web_mode, web_part, web_settings};
    vec![
        get("/desk/{verbund}/consortium", Reading, "consortium", web::overview),
        post("/desk/{verbund}/publication", Coordinating, "publish", web::publish),
        post("/desk/{verbund}/publication/end", Coordinating, "unpublish", web::unpublish),
        get("/desk/{verbund}/settings/names", Coordinating, "names", web_settings::names),
        post("/desk/{verbund}/settings/names", Coordinating, "save-names", web_settings::save_names),
        get("/desk/{verbund}/settings/look", Coordinating, "look", web_settings::look),
        post("/desk/{verbund}/settings/look", Coordinating, "save-look", web_settings::save_look),
        get("/desk/{verbund}/settings/address", Coordinating, "address", web_settings::address),
        post("/desk/{verbund}/settings/address", Coordinating, "save-address", web_settings::save_address),
        get("/desk/{verbund}/settings/legal", Coordinating, "legal", web_settings::legal),
        post("/desk/{verbund}/settings/legal", Coordinating, "save-legal", web_settings::save_legal),
        get("/desk/{verbund}/ending", Coordinating, "ending", web_ending::show),
        post("/desk/{verbund}/ending", Coordinating, "set-ending", web_ending::set),
        post("/desk/{verbund}/ending/cancel", Coordinating, "cancel-ending", web_ending::cancel),
        get("/desk/{verbund}/mode", Reading, "mode", web_mode::show),
        post("/desk/{verbund}/mode", Writing, "propose-mode", web_mode::propose),
        post("/desk/{verbund}/mode/agreement", Writing, "agree-mode", web_mode::agree),
        post("/desk/{verbund}/mode/rejection", Writing, "reject-mode", web_mode::reject),
        post("/desk/{verbund}/mode/withdrawal", Writing, "withdraw-mode", web_mode::withdraw),
        get("/desk/{verbund}/halt", Reading, "halt", web_halt::show),
        post("/desk/{verbund}/halt", Writing, "begin-halt", web_halt::begin),
        post("/desk/{verbund}/halt/end", Writing, "end-halt", web_halt::end),
        get("/desk/{verbund}/houses/new", Coordinating, "new-house", web_house::new),
        post("/desk/{verbund}/houses/new", Coordinating, "add-house", web_house::create),
        get("/desk/{verbund}/houses/{house}", Writing, "house", web_house::edit),
        post("/desk/{verbund}/houses/{house}", Writing, "save-house", web_house::save),
        get("/desk/{verbund}/houses/{house}/hours", Writing, "hours", web_hours::edit),
        post("/desk/{verbund}/houses/{house}/hours", Writing, "save-hours", web_hours::save),
        get("/desk/{verbund}/houses/{house}/part", Writing, "part", web_part::show),
        post("/desk/{verbund}/houses/{house}/part/pause", Writing, "pause-house", web_part::pause),
        post("/desk/{verbund}/houses/{house}/part/pause/end", Writing, "resume-house", web_part::resume),
        post("/desk/{verbund}/houses/{house}/part/leave", Writing, "leave", web_part::leave),
        post("/desk/{verbund}/houses/{house}/part/return", Coordinating, "return", web_part::come_back),
    ]
}

/// Builds the router from the table.
pub fn router() -> Router<App> {
    table().into_iter().fold(Router::new(), |router, route| router.route(route.path, route.router))
}
