//! A backup's file: whole beside its place first, read back, and then in its place in one step.
use super::{
    header::{Header, Kind},
    records::{self, Record},
    sealed::{Opener, Sealer},
};
use anyhow::{Context, Result, bail, ensure};
use desk::Desk;
use keyvalue::Store;
use kit::store::seal::KeyRing;
use std::{
    collections::BTreeMap,
    fs::{File, OpenOptions},
    io::{BufReader, BufWriter},
    os::unix::fs::OpenOptionsExt,
    path::Path,
    sync::Arc,
};

/// Writes these stores, as they are now; answers how many values.
pub fn write(
    desk: &Desk,
    path: &Path,
    mut header: Header,
    stores: &[(&'static str, &dyn Store)],
) -> Result<BTreeMap<String, u64>> {
    let ring = desk.ring.as_ref().map_err(|fault| anyhow::anyhow!(fault.sentence()))?;
    let (counts, keys) = records::listed(stores)?;
    header.counts = counts.clone();
    let beside = path.with_extension("nieuw");
    let file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&beside);
    let file = file.with_context(|| format!("{} kan niet worden gemaakt", beside.display()))?;
    let mut sealer = Sealer::begin(BufWriter::new(file), ring, &header)?;
    records::write(stores, &keys, &mut sealer)?;
    let (out, digest) = sealer.finish()?;
    out.into_inner()?.sync_all()?;
    let back = read(&beside, ring, |_record| Ok(()))?;
    ensure!(
        back.0 == header && back.1 == digest,
        "wat geschreven is komt niet hetzelfde terug; probeer een andere schijf"
    );
    std::fs::rename(&beside, path)?;
    File::open(path.parent().context("een map")?)?.sync_all()?;
    Ok(counts)
}

/// The header, opened.
pub fn opened(path: &Path) -> Result<Header> {
    let file = File::open(path).with_context(|| format!("{} is niet te lezen", path.display()))?;
    Ok(Header::read(&mut BufReader::new(file)).with_context(|| path.display().to_string())?.0)
}

/// Reads a whole backup and passes its values on; answers its header and the digest of its values. An incomplete backup
/// is only noticed at its end, so the values must not be used before that.
pub fn read(path: &Path, ring: &Arc<KeyRing>, each: impl FnMut(Record) -> Result<()>) -> Result<(Header, [u8; 32])> {
    let named = || path.display().to_string();
    let file = File::open(path).with_context(|| format!("{} is niet te lezen", path.display()))?;
    let (header, mut opener) = Opener::begin(BufReader::new(file), ring).with_context(named)?;
    let counts = records::read(&mut opener, each).with_context(named)?;
    let digest = opener.finish().with_context(named)?;
    let zeros = |all: &BTreeMap<String, u64>| all.iter().filter(|(_, count)| **count > 0).count();
    let same =
        zeros(&header.counts) == counts.len() && counts.iter().all(|(label, n)| header.counts.get(label) == Some(n));
    ensure!(same, "{}: de aantallen kloppen niet met wat bovenaan staat", path.display());
    Ok((header, digest))
}

/// Whether the keys of this instance may be put in the place of what is there: never in that of another's.
pub fn may_replace(path: &Path, instance: &str) -> Result<()> {
    if !path.exists() {
        return Ok(());
    }
    match opened(path) {
        Ok(header) if header.kind == Kind::Keys && header.instance == instance => Ok(()),
        Ok(_) => {
            bail!("{} is van een andere omgeving en wordt niet vervangen; is deze opslag de goede?", path.display())
        }
        Err(_) => bail!("{} is geen reservekopie van sleutels en wordt niet vervangen", path.display()),
    }
}
