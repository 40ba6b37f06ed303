//! What an operator does from the command line.
use std::io::Read;

use crate::base::app::App;
use crate::base::config::Config;
use crate::doctor::{self, Finding};
use crate::member::operating::inviting;
use crate::{federation, newsletter, routes};

/// Runs the server; on an empty installation it prints a one-time link for the first operator.
pub async fn serve(app: App) -> anyhow::Result<()> {
    app.prepare().await?;
    if let Some(code) = inviting::invite_first_operator(&app).await? {
        println!(
            "Nobody runs this installation yet. Whoever opens this address first does; it holds for 72 hours:"
        );
        println!("  {}", join_address(&app.config, &code));
    }
    crate::serve::run(app).await
}

/// Shows the product: fills an empty folder and serves it.
pub async fn demo(app: App) -> anyhow::Result<()> {
    crate::demo::prepare(&app).await?;
    crate::serve::run(app).await
}

/// Does the background work alone until told to end.
pub async fn work(app: App) -> anyhow::Result<()> {
    app.prepare().await?;
    crate::serve::run_jobs(app).await
}

/// Brings the database up to date.
pub async fn migrate(app: App) -> anyhow::Result<()> {
    let pending = app.db.pending_migrations().await?;
    app.prepare().await?;
    println!("{pending} migrations run; the database is up to date");
    Ok(())
}

/// Prints a one-time link for a new operator.
pub async fn invite(app: App, name: &str) -> anyhow::Result<()> {
    app.prepare().await?;
    let code = inviting::invite_operator(&app, name, None).await?;
    println!("This address lets one person run the installation; it holds for 72 hours:");
    println!("  {}", join_address(&app.config, &code));
    Ok(())
}

/// Takes a letter that came back. A report that cannot be used is no failure: the mail server would
/// send it back in its turn.
pub async fn bounce(app: App, to: Option<&str>) -> anyhow::Result<()> {
    let mut mail = Vec::new();
    std::io::stdin().take(newsletter::bounce::LONGEST as u64).read_to_end(&mut mail)?;
    println!("{}", newsletter::work_ending::came_back(&app, &mail, to).await?);
    Ok(())
}

/// Gives every actor in the Fediverse a new key.
pub async fn renew_keys(app: App) -> anyhow::Result<()> {
    app.prepare().await?;
    println!("{} new keys", federation::key::rotate_all(&app).await?);
    Ok(())
}

/// Writes the address of an invitation.
fn join_address(config: &Config, code: &str) -> String {
    format!("{}/join/{code}", config.public_url)
}

/// Checks everything an installation needs; fails when something is broken.
pub async fn doctor(config: Config) -> anyhow::Result<()> {
    let findings = doctor::examine(&config).await;
    for finding in &findings {
        println!("{finding}");
    }
    anyhow::ensure!(!findings.iter().any(Finding::is_broken), "something is broken, see above");
    Ok(())
}

/// Lists every address of the program.
pub fn routes(json: bool) -> anyhow::Result<()> {
    let table = routes::table();
    if json {
        println!("{}", serde_json::to_string_pretty(&table)?);
        return Ok(());
    }
    for route in table {
        println!("{:5} {:60} {:?} {}", route.method, route.path, route.right, route.name);
    }
    Ok(())
}
