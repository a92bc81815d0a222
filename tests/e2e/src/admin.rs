use crate::{Place, keys};
use std::{
    path::Path,
    process::{Command, Output},
};

/// The administrator's command about the instance at `stores`, with the keys of the tests.
///
/// # Panics
/// When it is not built.
#[must_use]
pub fn meldroute(arguments: &[&str], stores: Option<&Path>) -> Output {
    let place = Place::find();
    let mut command = Command::new(&place.admin);
    command.arg("--profiles").arg(place.root.join("gemeenten")).args(arguments);
    if let Some(stores) = stores {
        command.arg("--runtime-config").arg(stores);
    }
    command.env("SPIN_VARIABLE_GEMEENTE", "hengelo");
    command.env("SPIN_VARIABLE_SEALING_PUBLIC", keys::public());
    command.env("SPIN_VARIABLE_SEALING_SECRETS", keys::secrets());
    command.output().expect("the command can be run: `cargo xtask build` makes it")
}
