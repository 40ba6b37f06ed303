//! The demo Verbünde: invented contents in real houses.
pub mod book;
pub mod days;
mod deed;
pub mod drawing;
mod ground;
pub mod picture;
pub mod seed;
pub mod store;
pub mod story;
pub mod web;

#[cfg(test)]
mod tests;

use crate::base::app::App;
use crate::base::error::Error;

/// Shows the product: fills an empty folder and serves it. A folder with real contents is refused,
/// because in the demo everybody may sign in as anybody.
pub async fn run(app: App) -> anyhow::Result<()> {
    app.db.migrate().await?;
    match seed::fill(&app).await {
        Ok(_) => crate::serve::run(app).await,
        Err(Error::Refused(_)) => anyhow::bail!(
            "this database already holds an installation; the demo lets everybody sign in as anybody, so it is \
             never shown on real contents. Name an empty folder with --data, or run `verbund serve`."
        ),
        Err(error) => Err(error.into()),
    }
}
