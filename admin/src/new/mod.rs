//! `meldroute nieuw`: makes everything a new instance needs in one folder, and prints the next steps with addresses
//! filled in. The same files could be made by hand; nothing else depends on this command.
use crate::{
    gemeente::{SETTINGS, known},
    keys::{self, File},
    profile,
    stores::{self, CONFIG, explain},
    units::{OWN_USER, Units},
};
use anyhow::{Context, Result, bail, ensure};
use clap::Args;
use kit::clock;
use std::{
    fs::{DirBuilder, OpenOptions},
    io::Write,
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::{Path, PathBuf, absolute},
};

/// Where, and for whom.
#[derive(Args)]
pub struct Options {
    /// De map van de omgeving; hij is er nog niet, of is leeg
    #[arg(long = "naar", alias = "to", value_name = "MAP")]
    to: PathBuf,
    /// De gemeente van het profiel: een bestand in de map met profielen
    #[arg(long, value_name = "NAAM")]
    gemeente: String,
    /// Waar collega's de omgeving bereiken, zoals `https://meldroute.example`
    #[arg(long = "adres", alias = "address", value_name = "ADRES", default_value = "http://127.0.0.1:3000")]
    address: String,
    /// De map voor de inhoud van de reservekopie
    #[arg(long = "reserve", value_name = "MAP", default_value = "/reserve/inhoud")]
    backup: PathBuf,
    /// De map voor de sleutels van de reservekopie, op een andere plaats
    #[arg(long = "reserve-sleutels", value_name = "MAP", default_value = "/elders/sleutels")]
    backup_keys: PathBuf,
}

/// The file with the settings of the relay alone, in the folder of an instance.
pub const MAIL: &str = "relay.env";
const MAIL_TO_FILL_IN: &str = "# de mailserver van de gemeente, voor meldroute-relay.service
#MELDROUTE_SMTP_SERVER=smtp.gemeente.example
#MELDROUTE_SMTP_FROM=meldroute@gemeente.example
#MELDROUTE_SMTP_SECURITY=starttls
#MELDROUTE_SMTP_USER=
#MELDROUTE_SMTP_PASSWORD=
# of NotifyNL, in plaats van een mailserver
#MELDROUTE_NOTIFY_KEY=
#MELDROUTE_NOTIFY_TEMPLATE=
";
/// The lines that turn e-mail on.
const RELAY_OFF: &str = "# berichten per e-mail; zet ook --allow-private in de startopdracht
#SPIN_VARIABLE_RELAY_URL=http://127.0.0.1:2525/bericht
#SPIN_VARIABLE_RELAY_HOST=http://127.0.0.1:2525
";

/// The folder with the profile and the lists of an instance, in its own folder.
pub const PROFILES: &str = "profielen";

/// Makes it, and prints the parts of the key and the steps that follow.
pub fn run(profiles: &Path, options: &Options) -> Result<()> {
    if kit::instance::load(profiles, &options.gemeente, None).is_err() {
        let known = known(profiles).join(", ");
        bail!("er is geen profiel {} in {}; er zijn: {known}", options.gemeente, profiles.display());
    }
    let folder = absolute(&options.to)?;
    let empty = !folder.exists() || folder.read_dir().is_ok_and(|mut entries| entries.next().is_none());
    ensure!(empty, "in {} staat al iets; een nieuwe omgeving begint in een lege map", folder.display());
    DirBuilder::new().recursive(true).mode(0o700).create(&folder).context("de map kan niet worden gemaakt")?;
    let secret = keys::make(&File::at(folder.join("sleutels.env")))?;
    let word = random()?;
    settings(&folder, &options.gemeente, Some((&word, &options.address)))?;
    private(&folder.join(MAIL), MAIL_TO_FILL_IN)?;
    private(&folder.join(CONFIG), &stores::config())?;
    own_profile(profiles, &folder, &options.gemeente)?;
    let commands = Commands::of(&folder, &options.gemeente, options);
    for (name, text) in commands.units(&folder, &options.gemeente)?.files() {
        private(&folder.join(name), &text)?;
    }
    println!("De omgeving van {} staat klaar in {}.", options.gemeente, folder.display());
    println!("\n1. Druk deze drie delen af en bewaar ze op drie plaatsen. Twee brengen de sleutel terug.\n");
    println!("{}", keys::parts::card(&secret)?);
    print!("{}", steps(&folder, options, &word, &commands));
    Ok(())
}

/// Writes `omgeving.env`: the gemeente, the tokens for due work and for the relay, and for a new instance the token of
/// the set-up link and the instance's address. E-mail is off until somebody has set up a relay.
pub fn settings(folder: &Path, gemeente: &str, new: Option<(&str, &str)>) -> Result<()> {
    let mut text = format!("SPIN_VARIABLE_GEMEENTE={gemeente}\nSPIN_VARIABLE_WORK_TOKEN={}\n", random()?);
    if let Some((word, address)) = new {
        text.push_str(&format!("SPIN_VARIABLE_SETUP_TOKEN={word}\nSPIN_VARIABLE_SITE_URL={address}\n"));
    }
    text.push_str(&format!("SPIN_VARIABLE_RELAY_TOKEN={}\n{RELAY_OFF}", random()?));
    private(&folder.join(SETTINGS), &text)
}

/// Copies the profile and the lists into the folder of the instance, where an upgrade of Meldroute leaves them alone.
pub fn own_profile(profiles: &Path, folder: &Path, gemeente: &str) -> Result<()> {
    let own = folder.join(PROFILES);
    for (name, fault) in kit::instance::used(profiles, gemeente) {
        ensure!(fault.is_none(), "{}", fault.as_ref().map(profile::sentence).unwrap_or_default());
        profile::copy(&profiles.join(&name), &own.join(&name))?;
    }
    profile::keep(&own, gemeente).map(drop)
}

/// The command that starts the service of the instance in this folder, in words.
fn start_words(folder: &Path, listen: Option<&str>) -> Vec<String> {
    let place = |name: &str| folder.join(name).display().to_string();
    let words = [
        beside("host").display().to_string(),
        "--runtime-config-file".into(),
        place(CONFIG),
        "--files".into(),
        format!("gemeenten={}", place(PROFILES)),
        "--cache".into(),
        place("gecompileerd"),
        "--listen".into(),
        listen.unwrap_or("127.0.0.1:3000").into(),
        "--every".into(),
        "60".into(),
        "POST".into(),
        "/api/v1/onderhoud".into(),
        "--every-bearer".into(),
        "SPIN_VARIABLE_WORK_TOKEN".into(),
    ];
    words.to_vec()
}

/// How the service of the instance in this folder is started. A restored instance has its profile where Meldroute is.
pub fn start(folder: &Path, keys: Option<&Path>, listen: Option<&str>) -> String {
    let place = folder.display();
    let keys = keys.map(|file| format!(". {}; ", absolute(file).unwrap_or_else(|_| file.to_owned()).display()));
    let words = start_words(folder, listen).join(" ");
    format!("     set -a; {keys}. {place}/{SETTINGS}; set +a\n     {words}\n", keys = keys.unwrap_or_default())
}

/// The commands of one instance, which its unit files repeat.
struct Commands {
    start: Vec<String>,
    profile: Vec<String>,
    backup: Vec<String>,
    check: Vec<String>,
    relay: [String; 2],
}

impl Commands {
    fn of(folder: &Path, gemeente: &str, options: &Options) -> Self {
        let place = |name: &str| folder.join(name).display().to_string();
        let about = ["--opslag".into(), place(CONFIG)];
        let keys = ["--sleutels".into(), place("sleutels.env"), "--gemeente".into(), gemeente.into()];
        let command = |name: &str, more: &[String]| {
            let program = [beside("meldroute").display().to_string(), name.into()];
            [&program, &about[..], more].concat()
        };
        let to = |path: &Path| absolute(path).unwrap_or_else(|_| path.to_owned()).display().to_string();
        let places = ["--naar".into(), to(&options.backup), "--sleutels-naar".into(), to(&options.backup_keys)];
        Self {
            start: start_words(folder, listen(&options.address)),
            profile: command("profiel", &["--gemeente".into(), gemeente.into()]),
            backup: command("reservekopie", &[&keys[..], &places[..]].concat()),
            check: command("controle", &keys),
            relay: [beside("meldroute").display().to_string(), "relay".into()],
        }
    }

    fn units<'a>(&'a self, place: &'a Path, gemeente: &'a str) -> Result<Units<'a>> {
        let (start, profile, backup, relay) = (&*self.start, &*self.profile, &*self.backup, &self.relay[..]);
        Ok(Units { place, application: std::env::current_dir()?, gemeente, start, profile, backup, relay })
    }
}

/// Where the host listens for this address, if that is an address of this machine.
fn listen(address: &str) -> Option<&str> {
    address.strip_prefix("http://").filter(|rest| rest.parse::<std::net::SocketAddr>().is_ok())
}

/// A program that was installed beside this one.
fn beside(name: &str) -> PathBuf {
    std::env::current_exe().map_or_else(|_| name.into(), |own| own.with_file_name(name))
}

fn random() -> Result<String> {
    let bytes = clock::random::<16>().map_err(|failure| explain(&failure))?;
    Ok(kit::hex::encode(&bytes))
}

/// A new file for its owner alone.
fn private(path: &Path, text: &str) -> Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(text.as_bytes())?;
    Ok(file.sync_all()?)
}

fn steps(folder: &Path, Options { address, .. }: &Options, word: &str, commands: &Commands) -> String {
    let place = folder.display();
    format!(
        "
2. Start de dienst, in de map met spin.toml. Om te proberen:

{start}
   Om te blijven, ook als de machine opnieuw start (kijk eerst of User= en WorkingDirectory= kloppen; is de gebruiker
   {OWN_USER}? Maak hem met `useradd --system {OWN_USER}` en geef hem de map met `chown -R {OWN_USER} {place}`):

     cp {place}/meldroute*.service {place}/meldroute*.timer /etc/systemd/system/
     systemctl daemon-reload && systemctl enable --now meldroute.service

3. Open deze link en vul een AF (met functie), een functioneel beheerder en de FG in. Geef ieder zijn eigen uitnodiging:

     {address}/af/inrichten#{word}

4. Maak de eerste reservekopie, de sleutels op een andere plaats dan de inhoud, en daarna elke nacht:

     {backup}
     systemctl enable --now meldroute-reservekopie.timer

5. Zet de berichten aan, zodat een AF op tijd weet dat er iets is: vul {place}/{MAIL} in, haal in
   {place}/{SETTINGS} de # weg voor RELAY_URL en RELAY_HOST, en zie *Berichten* in docs/beheer.md:

     systemctl enable --now meldroute-relay.service

6. Kijk wat er nog open staat vóór de eerste echte melding:

     {check} --livegang

Het profiel van deze omgeving staat in {place}/{PROFILES}. Verander het daar, en draai daarna:

     {profile}
",
        start = start(folder, Some(&folder.join("sleutels.env")), listen(address)),
        backup = commands.backup.join(" "),
        check = commands.check.join(" "),
        profile = commands.profile.join(" "),
    )
}

#[cfg(test)]
mod tests;
