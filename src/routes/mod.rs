//! Every URL in one table: method, path, who may, its name, and the handler. What strangers reach is
//! in `public.rs`, where posts go and what comes back in `outlets.rs`, the rest in `desk.rs`.
mod desk;
mod outlets;
mod public;

use axum::Router;
use axum::handler::Handler;
use axum::middleware;
use axum::routing::{self, MethodRouter};
use serde::Serialize;

use crate::base::app::App;
use crate::{page, site};

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
    /// Every member of the Verbund in the path but coaches, while their house takes part.
    Writing,
    /// Every member of the Verbund in the path but coaches, also while their house pauses.
    Keeping,
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
    table.extend(public::table());
    table.extend(desk::table());
    table.extend(outlets::table());
    table
}

/// Builds the router from the table. No browser keeps what is behind the sign-in, nor the ways in.
pub fn router() -> Router<App> {
    table().into_iter().fold(Router::new(), |router, route| {
        let answers = match route.right {
            Right::Public | Right::Machine | Right::Demo => route.router,
            _ => route.router.layer(middleware::map_response(page::headers::keep_nothing)),
        };
        router.route(route.path, answers)
    })
}
