//! Writes the API's own description, plain and compressed. It is the same for every request, and every request gets a
//! component of its own, so nothing can be kept between them.
use flate2::{Compression, write::GzEncoder};
use std::{env, error::Error, fs, io::Write, path::PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let folder = PathBuf::from(env::var_os("OUT_DIR").ok_or("no OUT_DIR")?);
    let json = serde_json::to_vec(&shared::contract::openapi::document())?;
    let mut small = GzEncoder::new(Vec::new(), Compression::best());
    small.write_all(&json)?;
    fs::write(folder.join("openapi.json"), json)?;
    fs::write(folder.join("openapi.json.gz"), small.finish()?)?;
    Ok(())
}
