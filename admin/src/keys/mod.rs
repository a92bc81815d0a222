//! `meldroute sleutels`: makes the keys of an instance, shows the public one, splits the secret into parts and joins
//! them.
use crate::{anew::TwoHands, stores::Instance};
use anyhow::{Context, Result, anyhow, bail, ensure};
use clap::{Args, Subcommand};
use kit::store::seal::{self, InstanceKey, KeyRing, SecretKey};
use std::{
    collections::BTreeMap,
    fs::OpenOptions,
    io::Write,
    os::unix::fs::{OpenOptionsExt, PermissionsExt},
    path::{Path, PathBuf},
};

#[cfg(test)]
mod fuzz;
pub mod parts;
pub mod rotate;

const PUBLIC: &str = "SPIN_VARIABLE_SEALING_PUBLIC";
const SECRETS: &str = "SPIN_VARIABLE_SEALING_SECRETS";

/// The commands on keys.
#[derive(Subcommand)]
pub enum Task {
    /// Maakt nieuwe sleutels in een bestand dat alleen jij kunt lezen; de dienst start ermee
    #[command(name = "nieuw", alias = "new")]
    New(File),
    /// Toont de openbare sleutel en welke geheime sleutels er zijn, zonder een geheim te tonen
    #[command(name = "toon", alias = "show")]
    Show(File),
    /// Drukt drie delen van de geheime sleutel af; twee ervan brengen hem terug, één zegt niets
    #[command(name = "delen", alias = "split")]
    Split(File),
    /// Zet een nieuwe sleutel vóór de oude; start de dienst ermee, en doe dan `sleutels herverzegel`
    #[command(name = "vervang", alias = "rotate")]
    Rotate(File),
    /// Verzegelt alles wat bewaard is opnieuw met de eerste sleutel; de dienst kan doorlopen
    #[command(name = "herverzegel", alias = "reseal")]
    Reseal {
        #[command(flatten)]
        instance: Instance,
        /// Iemand kan de sleutels gezien hebben: elk dossier krijgt ook een nieuwe eigen sleutel, de oude sleutel telt
        /// niet meer mee, en iedereen krijgt een nieuwe inlog; noem met --af en --fg de eerste twee
        #[arg(long = "uitgelekt", alias = "compromised")]
        compromised: bool,
        #[command(flatten)]
        two_hands: TwoHands,
    },
    /// Maakt het bestand opnieuw van twee delen
    #[command(name = "herstel", alias = "join")]
    Join {
        #[command(flatten)]
        file: File,
        /// Twee van de drie delen, zoals ze zijn afgedrukt. Laat ze weg: dan wordt erom gevraagd en onthoudt geen shell
        /// ze
        #[arg(num_args = 0.., value_name = "DEEL")]
        parts: Vec<String>,
    },
}

/// The place of the keys: a file, or else the environment.
#[derive(Args, Clone)]
pub struct File {
    /// Het bestand met de sleutels, twee regels `NAAM=WAARDE`; zonder bestand tellen de omgevingsvariabelen
    #[arg(long = "sleutels", alias = "keys", value_name = "BESTAND")]
    keys: Option<PathBuf>,
}

/// The two variables as the service gets them.
#[derive(Clone)]
pub struct KeyVariables {
    /// `sealing_public`.
    pub public: String,
    /// `sealing_secrets`.
    pub secrets: String,
}

impl File {
    /// The keys in this file.
    pub fn at(path: PathBuf) -> Self {
        Self { keys: Some(path) }
    }

    /// Reads them.
    pub fn read(&self) -> Result<KeyVariables> {
        let mut named: BTreeMap<String, String> = BTreeMap::new();
        if let Some(path) = &self.keys {
            private(path)?;
            let text = std::fs::read_to_string(path)
                .with_context(|| format!("het sleutelbestand {} is niet te lezen", path.display()))?;
            let lines = text.lines().filter_map(|line| line.split_once('='));
            named
                .extend(lines.map(|(name, value)| (name.trim().to_owned(), value.trim().trim_matches('"').to_owned())));
        }
        let mut variable = |name: &str| named.remove(name).or_else(|| std::env::var(name).ok()).unwrap_or_default();
        Ok(KeyVariables { public: variable(PUBLIC), secrets: variable(SECRETS) })
    }

    /// The file, if there is one.
    pub fn place(&self) -> Option<&Path> {
        self.keys.as_deref()
    }

    /// Marks every key but the first as one that somebody may have seen. `false` where the keys are in no file.
    pub fn demote(&self) -> Result<bool> {
        let Some(path) = &self.keys else { return Ok(false) };
        let held = self.read()?;
        let secrets = seal::demote(&held.secrets);
        if secrets != held.secrets {
            replace(path, &KeyVariables { secrets, ..held })?;
        }
        Ok(true)
    }

    fn path(&self) -> Result<&Path> {
        self.keys.as_deref().ok_or_else(|| anyhow!("geef met --sleutels BESTAND aan waar de sleutels moeten komen"))
    }
}

/// Carries it out.
pub fn run(task: &Task, profiles: &Path) -> Result<()> {
    match task {
        Task::New(file) => {
            println!("Openbare sleutel: {}", make(file)?.public_text());
            println!("Druk nu de drie delen af met `meldroute sleutels delen` en bewaar ze op drie plaatsen.");
            Ok(())
        }
        Task::Show(file) => {
            let ring = ring(&file.read()?)?;
            println!(
                "Openbare sleutel: {}",
                ring.first().map_or_else(|_| ring.public().text(), InstanceKey::public_text)
            );
            match ring.device() {
                Some(key) => println!("Kenmerk van de sleutel voor browsers, zoals in GET profiel: {}", key.id()),
                None => println!("{}", crate::check::WITHOUT_DEVICE),
            }
            for (at, key) in ring.secrets().iter().enumerate() {
                let use_of = match (at, key.is_demoted()) {
                    (0, _) => "in gebruik",
                    (_, false) => "opent oud werk",
                    (_, true) => "uitgelekt: opent alleen wachtende meldingen en reservekopieën",
                };
                println!("Geheime sleutel {}: {use_of}", key.id());
            }
            Ok(())
        }
        Task::Split(file) => {
            let ring = ring(&file.read()?)?;
            let first = ring.first().map_err(|fault| anyhow!(fault.sentence()))?;
            println!("{}", parts::card(first.secret())?);
            Ok(())
        }
        Task::Rotate(file) => {
            let (path, before) = (file.path()?, file.read()?);
            ring(&before)?;
            let secret = random()?;
            let secrets = format!("{} {}", secret.text(), before.secrets);
            replace(path, &KeyVariables { public: secret.public_text(), secrets })?;
            println!("Start de dienst opnieuw met {}, en doe dan `meldroute sleutels herverzegel`.", path.display());
            println!("Bewaar de oude sleutel 30 dagen (hij opent wat nog onderweg is), en druk nieuwe delen af.");
            Ok(())
        }
        Task::Reseal { instance, compromised: true, two_hands } => rotate::leaked::run(profiles, instance, two_hands),
        Task::Reseal { instance, compromised: false, two_hands: _ } => {
            let records = rotate::reseal(profiles, instance, rotate::Reason::Planned)?;
            println!("{records} waarden opnieuw verzegeld; een tweede ronde vond niets ouds meer");
            Ok(())
        }
        Task::Join { file, parts } => {
            let parts = if parts.is_empty() { asked()? } else { parts.clone() };
            let secret = parts::join(&parts::typed(&parts))?;
            write(file.path()?, &KeyVariables::of(&secret))?;
            println!("Openbare sleutel: {}", secret.public_text());
            Ok(())
        }
    }
}

/// A file that others can read holds no secret.
fn private(path: &Path) -> Result<()> {
    let mode = std::fs::metadata(path).map_or(0, |file| file.permissions().mode());
    ensure!(
        mode & 0o077 == 0,
        "anderen kunnen {path} lezen; draai `chmod 600 {path}`, en vervang de sleutels als iemand ze gezien kan hebben",
        path = path.display()
    );
    Ok(())
}

/// Makes new keys in a file that is not there yet.
pub fn make(file: &File) -> Result<SecretKey> {
    let secret = random()?;
    write(file.path()?, &KeyVariables::of(&secret))?;
    Ok(secret)
}

fn random() -> Result<SecretKey> {
    SecretKey::random().map_err(|_| anyhow!("deze machine geeft geen willekeur"))
}

/// Two parts, typed on two lines.
fn asked() -> Result<Vec<String>> {
    println!("Typ twee van de drie delen, elk op een eigen regel:");
    let lines = std::io::stdin().lines().map_while(Result::ok).filter(|line| !line.trim().is_empty());
    Ok(lines.take(2).collect())
}

/// The keys, if they are a pair.
pub fn ring(variables: &KeyVariables) -> Result<KeyRing> {
    let ring =
        KeyRing::parse(Some(&variables.public), Some(&variables.secrets)).map_err(|fault| anyhow!(fault.sentence()))?;
    if !ring.secrets().iter().all(InstanceKey::is_whole) {
        bail!(kit::Fault::NoPair.sentence());
    }
    Ok(ring)
}

/// Whole beside the old one first, then in its place in one step.
fn replace(path: &Path, held: &KeyVariables) -> Result<()> {
    let beside = path.with_extension("nieuw");
    write(&beside, held)?;
    Ok(std::fs::rename(&beside, path)?)
}

/// Writes a new file, for its owner alone; one that is there stays as it is. In quotes, so that a shell can read it
/// too.
fn write(path: &Path, held: &KeyVariables) -> Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path).with_context(|| {
        format!("{} kan niet worden gemaakt; een bestaand sleutelbestand wordt nooit overschreven", path.display())
    })?;
    write!(file, "{PUBLIC}=\"{}\"\n{SECRETS}=\"{}\"\n", held.public, held.secrets.trim_end())?;
    Ok(file.sync_all()?)
}

impl KeyVariables {
    /// Those of one key alone.
    fn of(secret: &SecretKey) -> Self {
        Self { public: secret.public_text(), secrets: secret.text() }
    }

    /// The same, where every key counts again: only to put back a backup of before.
    pub fn trusting(&self) -> Self {
        Self { secrets: seal::trust(&self.secrets), ..self.clone() }
    }
}

#[cfg(test)]
mod tests;
