//! `meldroute nieuw`: makes everything a new instance needs in one folder, and prints the next steps with addresses
//! filled in. The same files could be made by hand; nothing else depends on this command.
use crate::{
    keys::{self, File},
    stores::{self, CONFIG, explain},
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
}

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
    settings(&folder, &options.gemeente, Some(&word))?;
    private(&folder.join(CONFIG), &stores::config())?;
    println!("De omgeving van {} staat klaar in {}.", options.gemeente, folder.display());
    println!("\n1. Druk deze drie delen af en bewaar ze op drie plaatsen. Twee brengen de sleutel terug.\n");
    println!("{}", keys::parts::card(&secret)?);
    print!("{}", steps(&folder, options, &word));
    Ok(())
}

/// Writes `omgeving.env`: the gemeente, the token for due work, and for a new instance the token of the set-up link.
pub fn settings(folder: &Path, gemeente: &str, word: Option<&str>) -> Result<()> {
    let mut text = format!("SPIN_VARIABLE_GEMEENTE={gemeente}\nSPIN_VARIABLE_WORK_TOKEN={}\n", random()?);
    if let Some(word) = word {
        text.push_str(&format!("SPIN_VARIABLE_SETUP_TOKEN={word}\n"));
    }
    private(&folder.join("omgeving.env"), &text)
}

/// How the service of the instance in this folder is started.
pub fn start(folder: &Path, keys: Option<&Path>, listen: Option<&str>) -> String {
    let place = folder.display();
    let keys = keys.map(|file| format!(". {}; ", absolute(file).unwrap_or_else(|_| file.to_owned()).display()));
    format!(
        "     set -a; {keys}. {place}/omgeving.env; set +a
     {host} --runtime-config-file {place}/{CONFIG} --listen {listen} \\
       --every 300 POST /api/v1/onderhoud --every-bearer SPIN_VARIABLE_WORK_TOKEN
",
        keys = keys.unwrap_or_default(),
        host = beside("host").display(),
        listen = listen.unwrap_or("127.0.0.1:3000"),
    )
}

/// A program that was installed beside this one.
fn beside(name: &str) -> PathBuf {
    std::env::current_exe().map_or_else(|_| name.into(), |own| own.with_file_name(name))
}

/// The gemeenten that have a profile.
fn known(profiles: &Path) -> Vec<String> {
    let files = std::fs::read_dir(profiles).into_iter().flatten().flatten().map(|entry| entry.path());
    let named = files.filter(|file| file.extension().is_some_and(|kind| kind == "json"));
    let mut names: Vec<String> =
        named.filter_map(|file| Some(file.file_stem()?.to_string_lossy().into_owned())).collect();
    names.sort();
    names
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

fn steps(folder: &Path, Options { gemeente, address, .. }: &Options, word: &str) -> String {
    let (place, meldroute) = (folder.display(), beside("meldroute"));
    let listen = address.strip_prefix("http://").filter(|rest| rest.parse::<std::net::SocketAddr>().is_ok());
    let about = format!("--opslag {place}/{CONFIG} --sleutels {place}/sleutels.env --gemeente {gemeente}");
    format!(
        "
2. Start de dienst, in de map met spin.toml:

{start}
3. Open deze link en vul een AF (met functie), een functioneel beheerder en de FG in. Geef ieder zijn eigen uitnodiging:

     {address}/af/inrichten#{word}

4. Maak de eerste reservekopie, de sleutels op een andere plaats dan de inhoud, en daarna elke nacht:

     {meldroute} reservekopie {about} \\
       --naar /reserve/inhoud --sleutels-naar /elders/sleutels

5. Kijk wat er nog open staat vóór de eerste echte melding:

     {meldroute} controle {about} --livegang
",
        start = start(folder, Some(&folder.join("sleutels.env")), listen),
        meldroute = meldroute.display(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{seed::tests::profiles, stores::Instance};
    use std::os::unix::fs::PermissionsExt;

    fn options(to: &Path, gemeente: &str) -> Options {
        Options { to: to.to_owned(), gemeente: gemeente.into(), address: "https://meldroute.example".into() }
    }

    #[test]
    fn a_new_instance_is_private_to_its_owner_and_consistent() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("omgeving");
        run(profiles(), &options(&place, "hengelo")).unwrap();
        for (name, mode) in
            [(".", 0o700), ("sleutels.env", 0o600), ("omgeving.env", 0o600), ("runtime-config.toml", 0o600)]
        {
            assert_eq!(std::fs::metadata(place.join(name)).unwrap().permissions().mode() & 0o777, mode, "{name}");
        }
        let (keys, runtime_config) = (File::at(place.join("sleutels.env")), place.join("runtime-config.toml"));
        let instance = Instance { runtime_config, keys, gemeente: "hengelo".into() };
        let (_stores, desk) = instance.open(profiles()).unwrap();
        assert_eq!(desk::key_check::check_whole(&desk), Ok(()));
        let settings = std::fs::read_to_string(place.join("omgeving.env")).unwrap();
        let values: Vec<&str> =
            settings.lines().filter_map(|line| line.split_once('=')).map(|(_, value)| value).collect();
        assert!(values.len() == 3 && values[1].len() == 32 && values[1] != values[2], "{settings}");
        assert!(settings.starts_with("SPIN_VARIABLE_GEMEENTE=hengelo"), "{settings}");
    }

    #[test]
    fn nothing_is_made_over_something_or_for_a_gemeente_without_a_profile() {
        let folder = tempfile::tempdir().unwrap();
        assert!(
            run(profiles(), &options(&folder.path().join("a"), "nergens"))
                .unwrap_err()
                .to_string()
                .contains("er zijn: almelo")
        );
        assert!(!folder.path().join("a").exists());
        std::fs::write(folder.path().join("x"), "").unwrap();
        assert!(run(profiles(), &options(folder.path(), "hengelo")).unwrap_err().to_string().contains("lege map"));
    }

    #[test]
    fn the_steps_are_for_this_instance() {
        let text = steps(Path::new("/srv/m"), &options(Path::new("x"), "wierden"), "0a");
        for part in [
            "https://meldroute.example/af/inrichten#0a",
            "--listen 127.0.0.1:3000",
            "/srv/m/sleutels.env",
            "--gemeente wierden",
        ] {
            assert!(text.contains(part), "{part} in {text}");
        }
        let local = Options { address: "http://127.0.0.1:4000".into(), ..options(Path::new("x"), "wierden") };
        assert!(steps(Path::new("/srv/m"), &local, "0a").contains("--listen 127.0.0.1:4000"));
    }
}
