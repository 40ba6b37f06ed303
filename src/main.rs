//! The command line of Verbund.
use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use verbund::base::app::App;
use verbund::base::clock::Clock;
use verbund::base::config::{Config, Raw};
use verbund::base::db::Db;
use verbund::base::files::Files;
use verbund::base::seal::Seal;
use verbund::signature::Scheme;
use verbund::signature::by_hand::Wishes;

/// Several small libraries, museums and archives run one joint presence together.
#[derive(Parser)]
#[command(version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

/// Settings that every command understands. They can also stand in a file (--config) or in the
/// environment (VERBUND_LISTEN, VERBUND_DATA, VERBUND_DATABASE …); what is given here wins.
#[derive(clap::Args, Clone, Default)]
struct Settings {
    /// Settings file [default: verbund.toml, where there is one]
    #[arg(long)]
    config: Option<PathBuf>,
    /// Address and port to listen on; port 0 takes a free one [default: 127.0.0.1:8080]
    #[arg(long)]
    listen: Option<String>,
    /// Folder for the embedded database and the pictures [default: data]
    #[arg(long)]
    data: Option<String>,
    /// PostgreSQL address (postgres://…) instead of the embedded database
    #[arg(long)]
    database: Option<String>,
}

#[derive(Subcommand)]
enum Command {
    /// Show the product with invented contents; an empty folder is filled, another is shown as it is
    Demo(Settings),
    /// Run the product
    Serve(Settings),
    /// Do only the work in the background, beside processes that serve
    Work(Settings),
    /// Bring the database up to date and end
    Migrate(Settings),
    /// Print a one-time link for a new operator
    Invite {
        #[command(flatten)]
        settings: Settings,
        /// The operator's name
        #[arg(long, default_value = "")]
        name: String,
    },
    /// Take a letter that came back from standard input; a mail server pipes it here
    Bounce {
        #[command(flatten)]
        settings: Settings,
        /// The address at which it arrived, where the mail server says it
        #[arg(long)]
        to: Option<String>,
    },
    /// Give every account in the Fediverse a new key, as after somebody may have read the database and
    /// the key file; followers are kept
    RenewKeys(Settings),
    /// Check settings, database, folder and mail, and say what to do
    Doctor(Settings),
    /// List every address of the program
    Routes {
        /// As JSON, for machines
        #[arg(long)]
        json: bool,
    },
    /// Sign or verify one request by hand, as other servers do; it comes as text (HTTP/1.1) on the
    /// standard input
    Signature {
        #[command(subcommand)]
        act: Act,
    },
}

#[derive(Subcommand)]
enum Act {
    /// Print the bytes that are signed
    #[command(alias = "c14n")]
    Canonicalize(Terms),
    /// Print the headers that sign the request
    Sign {
        #[command(flatten)]
        terms: Terms,
        /// File with the private key (PEM)
        #[arg(short = 'p', long)]
        private_key: PathBuf,
    },
    /// Check the signature that the request carries; ends with 0 if it is good
    Verify {
        #[command(flatten)]
        terms: Terms,
        /// File with the public key (PEM)
        #[arg(short = 'u', long)]
        public_key: PathBuf,
        /// Also as strictly as the inbox: what has to be covered, and how old it may be
        #[arg(long)]
        strict: bool,
    },
    /// Print how many signatures one core makes and checks in a second
    #[command(hide = true)]
    Measure {
        #[arg(long, default_value_t = 3)]
        seconds: u64,
    },
}

/// What a signature says.
#[derive(clap::Args)]
struct Terms {
    #[arg(long, value_enum, default_value = "cavage")]
    scheme: SchemeName,
    /// The covered parts, separated by spaces
    #[arg(short = 'd', long)]
    headers: Option<String>,
    /// The id of the key
    #[arg(short = 'k', long, alias = "keyId")]
    key_id: Option<String>,
    /// rsa or ed25519
    #[arg(short = 't', long)]
    key_type: Option<String>,
    /// hs2019, rsa-sha256, ed25519; with rfc9421: rsa-v1_5-sha256, ed25519
    #[arg(short = 'a', long)]
    algorithm: Option<String>,
    /// When it is made, in seconds since 1970
    #[arg(short = 'c', long)]
    created: Option<i64>,
    /// When it ends, in seconds since 1970
    #[arg(short = 'e', long)]
    expires: Option<i64>,
}

#[derive(Clone, Copy, ValueEnum)]
enum SchemeName {
    Cavage,
    Rfc9421,
}

impl From<Terms> for Wishes {
    fn from(terms: Terms) -> Wishes {
        let scheme = match terms.scheme {
            SchemeName::Cavage => Scheme::Cavage,
            SchemeName::Rfc9421 => Scheme::Rfc9421,
        };
        let names =
            |text: String| text.split_whitespace().map(|name| name.trim_matches('"').to_owned()).collect();
        Wishes {
            scheme: Some(scheme),
            parts: terms.headers.map(names),
            key_id: terms.key_id,
            algorithm: terms.algorithm,
            key_type: terms.key_type,
            created: terms.created,
            expires: terms.expires,
        }
    }
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let cli = Cli::parse();
    log_as_asked();
    match cli.command {
        Command::Demo(settings) => verbund::operate::demo(open(&settings, true).await?).await,
        Command::Serve(settings) => verbund::operate::serve(open(&settings, false).await?).await,
        Command::Work(settings) => verbund::operate::work(open(&settings, false).await?).await,
        Command::Migrate(settings) => verbund::operate::migrate(open(&settings, false).await?).await,
        Command::Invite { settings, name } => {
            verbund::operate::invite(open(&settings, false).await?, &name).await
        }
        Command::Bounce { settings, to } => {
            verbund::operate::bounce(open(&settings, false).await?, to.as_deref()).await
        }
        Command::RenewKeys(settings) => verbund::operate::renew_keys(open(&settings, false).await?).await,
        Command::Doctor(settings) => verbund::operate::doctor(read(&settings)?).await,
        Command::Routes { json } => verbund::operate::routes(json),
        Command::Signature { act } => by_hand(act),
    }
}

fn by_hand(act: Act) -> anyhow::Result<()> {
    use verbund::operate_signature as signature;
    match act {
        Act::Canonicalize(terms) => signature::canonicalize(&terms.into()),
        Act::Sign { terms, private_key } => signature::sign(&terms.into(), &private_key),
        Act::Verify { terms, public_key, strict } => signature::verify(&terms.into(), &public_key, strict),
        Act::Measure { seconds } => signature::measure(seconds),
    }
}

/// Logs in lines for people, or as JSON where VERBUND_LOG_FORMAT says so; VERBUND_LOG chooses how much.
fn log_as_asked() {
    let filter = tracing_subscriber::EnvFilter::try_from_env("VERBUND_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info,sqlx=warn"));
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if std::env::var("VERBUND_LOG_FORMAT").is_ok_and(|format| format == "json") {
        builder.json().init();
    } else {
        builder.with_ansi(false).init();
    }
}

/// Reads all settings and tells every mistake at once.
fn read(settings: &Settings) -> anyhow::Result<Config> {
    let file = match &settings.config {
        Some(path) => Raw::from_file(path).map_err(anyhow::Error::msg)?,
        None if PathBuf::from("verbund.toml").exists() => {
            Raw::from_file("verbund.toml".as_ref()).map_err(anyhow::Error::msg)?
        }
        None => Raw::default(),
    };
    let flags = Raw {
        listen: settings.listen.clone(),
        data: settings.data.clone(),
        database: settings.database.clone(),
        ..Raw::default()
    };
    file.overridden_by(Raw::from_env(|name| std::env::var(name).ok())).overridden_by(flags).check().map_err(
        |mistakes| anyhow::anyhow!("these settings have to be corrected:\n  {}", mistakes.join("\n  ")),
    )
}

async fn open(settings: &Settings, demo: bool) -> anyhow::Result<App> {
    let config = read(settings)?.with_real_port()?;
    std::fs::create_dir_all(&config.data)?;
    let db = Db::open(&config.database).await?;
    let files = Files::in_folder(&config.data.join("files"))?;
    let seal = Seal::of(&config)?;
    Ok(App::new(db, Clock::real(), config, files, seal, demo))
}
