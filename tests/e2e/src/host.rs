use crate::{Client, Keyring, Place, gemeente, open_kit};
use rustix::process::{Pid, Signal, kill_process};
use shared::contract::examples;
use std::{
    fs::File,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Stdio},
    sync::{Arc, mpsc},
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// The first start on a machine compiles the components.
const START: Duration = Duration::from_secs(120);

/// A folder with stores, over which a host can be started again and again.
pub struct Site {
    folder: TempDir,
    place: Place,
    keyring: Arc<Keyring>,
}

impl Site {
    /// A new, empty one that takes reports although nobody has been appointed yet.
    ///
    /// # Panics
    /// Names what is missing.
    #[must_use]
    pub fn new() -> Self {
        let site = Self::bare();
        kit::inbox::intake_open::open(&open_kit(site.folder.path()).inbox).expect("the store can be written");
        site
    }

    /// A new, empty one, as it is on a new machine.
    ///
    /// # Panics
    /// As [`Site::new`].
    #[must_use]
    pub fn bare() -> Self {
        let place = Place::find();
        place.check().unwrap_or_else(|missing| panic!("{missing}"));
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let store = |label: &str| format!("[key_value_store.{label}]\ntype = \"spin\"\npath = \"{label}.db\"\n");
        std::fs::write(folder.path().join("stores.toml"), store("inbox") + &store("cases") + &store("keys"))
            .expect("it can be written");
        let keyring = Arc::new(Keyring::new(folder.path()));
        let site = Self { folder, place, keyring };
        // tests send more reports in an hour than any gemeente gets
        site.usual_most(u32::MAX);
        site
    }

    /// How many reports in an hour are usual here: above that, one costs computing. For hosts that are started later.
    ///
    /// # Panics
    /// When the manifest and the profiles cannot be written.
    pub fn usual_most(&self, most: u32) {
        gemeente::write(&self.place.root, self.folder.path(), most);
    }

    /// Turns photos off, as they are where no profile says otherwise.
    pub fn without_photos(&self) {
        gemeente::change(self.folder.path(), |profile| profile["fotos"] = false.into());
    }

    /// The manifest that its hosts run.
    #[must_use]
    pub fn manifest(&self) -> PathBuf {
        self.folder.path().join("spin.toml")
    }

    /// The store file of a label.
    #[must_use]
    pub fn store(&self, label: &str) -> PathBuf {
        self.folder.path().join(format!("{label}.db"))
    }

    /// The file that names the stores.
    #[must_use]
    pub fn stores(&self) -> PathBuf {
        self.folder.path().join("stores.toml")
    }

    /// The apps of the people of this instance.
    #[must_use]
    pub fn keyring(&self) -> &Arc<Keyring> {
        &self.keyring
    }

    /// Everything the hosts of this folder logged so far.
    #[must_use]
    pub fn log(&self) -> String {
        String::from_utf8_lossy(&std::fs::read(self.log_file()).unwrap_or_default()).into_owned()
    }

    fn log_file(&self) -> PathBuf {
        self.folder.path().join("host.log")
    }

    /// Starts the host on a free port and waits until it serves.
    ///
    /// # Panics
    /// With the host's output when it doesn't start.
    #[must_use]
    pub fn start(&self) -> Host {
        self.start_with(&[], &[])
    }

    /// The same with variables of the application and flags of the host.
    ///
    /// # Panics
    /// As [`Site::start`].
    #[must_use]
    pub fn start_with(&self, variables: &[(&str, &str)], flags: &[&str]) -> Host {
        let log = File::options().create(true).append(true).open(self.log_file()).expect("the log can be written");
        let root = &self.place.root;
        let mut command = Command::new(&self.place.host);
        command.arg("--from").arg(self.manifest()).arg("--runtime-config-file").arg(self.stores());
        // all clients of a test are one network
        command.args(["--network-connections", "1000", "--network-bytes", "1024"]);
        command.args(["--listen", "127.0.0.1:0", "--rate", "0", "--cache"]).arg(root.join("target/e2e-compiled"));
        command.env("SPIN_VARIABLE_SETUP_TOKEN", set_up_word()).env("SPIN_VARIABLE_GEMEENTE", "hengelo");
        command.env("SPIN_VARIABLE_SEALING_PUBLIC", crate::keys::public());
        command.env("SPIN_VARIABLE_SEALING_SECRETS", crate::keys::secrets());
        let named = variables.iter().map(|(name, value)| (format!("SPIN_VARIABLE_{}", name.to_uppercase()), value));
        command.envs(named).args(flags);
        let child = command.current_dir(self.folder.path()).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(log);
        let child = child.spawn().expect("the host can be started");
        let mut host = Host { child, url: String::new(), keyring: self.keyring.clone() };
        host.url = host.ready().unwrap_or_else(|why| panic!("{why}; it said:\n{}", self.log()));
        host
    }
}

impl Default for Site {
    fn default() -> Self {
        Self::new()
    }
}

fn set_up_word() -> String {
    examples::set_up().expect("the example is valid").token
}

/// A running host. It never outlives this value.
pub struct Host {
    child: Child,
    url: String,
    keyring: Arc<Keyring>,
}

impl Host {
    /// Waits for the line `ready URL in N ms`.
    fn ready(&mut self) -> Result<String, String> {
        let output = self.child.stdout.take().ok_or("the host has no output")?;
        let (told, line) = mpsc::channel();
        std::thread::spawn(move || {
            let mut lines = BufReader::new(output).lines().map_while(Result::ok);
            if let Some(first) = lines.next() {
                // nobody listens any more if it took too long
                let _unheard = told.send(first);
            }
            // keep reading, so that the host never blocks on a full pipe
            lines.for_each(drop);
        });
        let line = line.recv_timeout(START).map_err(|_| "the host did not get ready")?;
        let url = line.strip_prefix("ready ").and_then(|rest| rest.split(' ').next());
        url.map(str::to_owned).ok_or(format!("the host said \"{line}\" instead of ready"))
    }

    /// Where it serves, `http://127.0.0.1:PORT`, or `https` where it was given a certificate.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// `127.0.0.1:PORT`.
    #[must_use]
    pub fn address(&self) -> &str {
        self.url.split_once("://").map_or("", |(_, address)| address)
    }

    /// Somebody without a log-in.
    #[must_use]
    pub fn client(&self) -> Client {
        Client::new(&self.url, &self.keyring)
    }

    /// The process id, for a thread that kills it at some moment.
    ///
    /// # Panics
    /// Never: a child has an id above 0.
    #[must_use]
    pub fn pid(&self) -> Pid {
        Pid::from_child(&self.child)
    }

    /// SIGKILL: no chance to finish anything.
    ///
    /// # Panics
    /// If waiting for the process fails.
    pub fn kill(&mut self) {
        // it may have ended already
        let _gone = kill_process(self.pid(), Signal::KILL);
        self.child.wait().expect("the host can be waited for");
    }

    /// SIGTERM, and the exit status.
    ///
    /// # Panics
    /// As [`Host::wait`].
    pub fn terminate(&mut self) -> ExitStatus {
        kill_process(self.pid(), Signal::TERM).expect("the host runs");
        self.wait()
    }

    /// Waits until it has exited by itself.
    ///
    /// # Panics
    /// When it doesn't within 40 seconds: a request may last 30.
    pub fn wait(&mut self) -> ExitStatus {
        let until = Instant::now() + Duration::from_secs(40);
        while Instant::now() < until {
            if let Some(status) = self.child.try_wait().expect("the host can be waited for") {
                return status;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        panic!("the host did not end");
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        if self.child.try_wait().is_ok_and(|ended| ended.is_none()) {
            let _gone = self.child.kill();
            let _ended = self.child.wait();
        }
    }
}

/// For tests that look into the folder while its host runs.
impl AsRef<Path> for Site {
    fn as_ref(&self) -> &Path {
        self.folder.path()
    }
}
