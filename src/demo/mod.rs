//! The demo Verbünde: invented contents in real houses.
mod affairs;
pub mod book;
pub mod cast;
pub mod days;
mod deed;
pub mod drawing;
mod fediverse;
mod ground;
mod inbox;
pub mod law;
pub mod letter;
mod newsletter;
pub mod picture;
pub mod seed;
pub mod store;
pub mod story;
pub mod web;
pub mod web_mail;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod web_tests;

use crate::base::app::App;
use crate::base::error::Error;

/// Fills an empty folder and says what there is to see. A folder with real contents is refused,
/// because in the demo everybody may sign in as anybody.
pub async fn prepare(app: &App) -> anyhow::Result<()> {
    app.prepare().await?;
    match seed::fill(app).await {
        Ok(_) => {
            println!(
                "The demo: {url}/muebi is what readers see, {url}/demo lets you sign in as anybody,\n\
                 {url}/demo/mail shows the letters that were written. All contents and people are invented.",
                url = app.config.public_url
            );
            Ok(())
        }
        Err(Error::Refused(_)) => anyhow::bail!(
            "this database already holds an installation; the demo lets everybody sign in as anybody, so it is \
             never shown on real contents. Name an empty folder with --data, or run `verbund serve`."
        ),
        Err(error) => Err(error.into()),
    }
}
