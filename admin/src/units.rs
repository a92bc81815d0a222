//! The files for systemd: the service, which starts with the machine, and the backup every night. They say the same as
//! the commands that `meldroute nieuw` prints.
use std::{
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
};

/// The user of the service when the instance was made by root.
pub const OWN_USER: &str = "meldroute";

/// What the files are about.
pub struct Units<'a> {
    /// The folder of the instance.
    pub place: &'a Path,
    /// The folder with `spin.toml`.
    pub application: PathBuf,
    /// The name of the gemeente.
    pub gemeente: &'a str,
    /// The start command, in words.
    pub start: &'a [String],
    /// The command that checks the profile.
    pub profile: &'a [String],
    /// The backup command.
    pub backup: &'a [String],
    /// The command that gives messages to the mail server.
    pub relay: &'a [String],
}

/// What the service may do: its own folder, the network, and nothing else. There is no MemoryDenyWriteExecute: the host
/// compiles the components to machine code.
const HARDENED: &str = "\
UMask=0077
LimitCORE=0
NoNewPrivileges=yes
ProtectSystem=strict
ProtectHome=read-only
PrivateTmp=yes
PrivateDevices=yes
ProtectClock=yes
ProtectHostname=yes
ProtectControlGroups=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
ProtectProc=invisible
LockPersonality=yes
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
SystemCallArchitectures=native
";

impl Units<'_> {
    /// Name and content of each file.
    pub fn files(&self) -> [(&'static str, String); 4] {
        [
            ("meldroute.service", self.service()),
            ("meldroute-reservekopie.service", self.backup_service()),
            ("meldroute-reservekopie.timer", timer()),
            ("meldroute-relay.service", self.relay_service()),
        ]
    }

    /// The user who made the folder reads it; root makes it for a user of the service's own.
    pub fn user(&self) -> String {
        match std::fs::metadata(self.place).map(|folder| folder.uid()) {
            Ok(0) | Err(_) => OWN_USER.into(),
            Ok(user) => user.to_string(),
        }
    }

    fn common(&self) -> String {
        let (place, application) = (self.place.display(), self.application.display());
        format!(
            "User={user}\nWorkingDirectory={application}\nEnvironmentFile={place}/sleutels.env\n\
             EnvironmentFile={place}/omgeving.env\n{HARDENED}",
            user = self.user()
        )
    }

    fn service(&self) -> String {
        format!(
            "[Unit]
Description=Meldroute van {gemeente}
After=network-online.target
Wants=network-online.target

[Service]
{common}ReadWritePaths={place}
AmbientCapabilities=CAP_NET_BIND_SERVICE
CapabilityBoundingSet=CAP_NET_BIND_SERVICE
ExecStartPre=-{profile}
ExecStart={start}
ExecReload=/bin/kill -HUP $MAINPID
Restart=on-failure
RestartSec=5
TimeoutStopSec=40

[Install]
WantedBy=multi-user.target
",
            gemeente = self.gemeente,
            common = self.common(),
            place = self.place.display(),
            profile = line(self.profile),
            start = line(self.start),
        )
    }

    fn backup_service(&self) -> String {
        let to = self.backup.iter().skip_while(|word| *word != "--naar").filter(|word| word.starts_with('/'));
        // a missing folder is for the command to complain about
        let places: Vec<String> = to.map(|place| format!("-{place}")).collect();
        format!(
            "[Unit]
Description=Reservekopie van Meldroute van {gemeente}

[Service]
Type=oneshot
{common}CapabilityBoundingSet=
ReadWritePaths={place} {places}
ExecStart={backup}
",
            gemeente = self.gemeente,
            common = self.common(),
            place = self.place.display(),
            places = places.join(" "),
            backup = line(self.backup),
        )
    }

    /// It has no keys: the words of a message are its own.
    fn relay_service(&self) -> String {
        format!(
            "[Unit]
Description=Berichten van Meldroute van {gemeente}
After=network-online.target
Wants=network-online.target

[Service]
User={user}
EnvironmentFile={place}/omgeving.env
EnvironmentFile={place}/relay.env
{HARDENED}CapabilityBoundingSet=
ExecStart={relay}
Restart=on-failure
RestartSec=60

[Install]
WantedBy=multi-user.target
",
            gemeente = self.gemeente,
            user = self.user(),
            place = self.place.display(),
            relay = line(self.relay),
        )
    }
}

/// Every night, and after the machine was off that night as soon as it is on.
fn timer() -> String {
    "[Unit]
Description=Elke nacht een reservekopie van Meldroute

[Timer]
OnCalendar=*-*-* 02:30:00
RandomizedDelaySec=15min
Persistent=true

[Install]
WantedBy=timers.target
"
    .into()
}

/// A command on one line, as systemd reads it: words with something special in quotes.
fn line(words: &[String]) -> String {
    let quoted = words.iter().map(|word| {
        let plain = |c: char| c.is_ascii_alphanumeric() || "/._-=:,+@".contains(c);
        if !word.is_empty() && word.chars().all(plain) {
            return word.clone();
        }
        format!("\"{}\"", word.replace('\\', "\\\\").replace('"', "\\\"").replace('%', "%%").replace('$', "$$"))
    });
    quoted.collect::<Vec<_>>().join(" ")
}
