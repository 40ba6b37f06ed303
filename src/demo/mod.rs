//! The demo Verbünde: invented contents in real houses.
pub mod web;

/// Shows the product: fills an empty folder and serves it.
pub async fn run(app: crate::base::app::App) -> anyhow::Result<()> {
    app.db.migrate().await?;
    crate::serve::run(app).await
}
