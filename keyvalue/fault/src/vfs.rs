//! The layer as SQLite sees it: opening and deleting go through us, the rest is the system's own.

use std::ffi::{CStr, CString, OsStr, c_char, c_int};
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::ptr;

use rusqlite::ffi;

use crate::Use;
use crate::disk::Disk;
use crate::file::FaultFile;

/// Our data in the VFS.
struct Beneath {
    disk: &'static Disk,
    real: *mut ffi::sqlite3_vfs,
    used: Use,
}

impl Beneath {
    /// Whether the file is on this disk. One without a name is temporary.
    fn covers(&self, name: *const c_char) -> bool {
        match &self.used {
            Use::ByName | Use::Everywhere => true,
            Use::Under(folder) => !name.is_null() && path_of(name).starts_with(folder),
        }
    }

    /// Whether this file can't be used because the power is off.
    fn is_dark(&self, name: *const c_char) -> bool {
        !self.disk.powered() && self.covers(name)
    }
}

pub(crate) fn register(name: &str, disk: &'static Disk, used: Use) {
    // with one disk beside another, files that are not on this one go to the one registered before
    let (by_default, beneath) = match &used {
        Use::ByName => (false, Some(c"unix")),
        Use::Everywhere => (true, Some(c"unix")),
        Use::Under(_) => (true, None),
    };
    let name = CString::new(name).expect("a name without a zero byte");
    // SAFETY: SQLite starts itself up; the VFS it gives lives as long as the process, and is copied, not changed
    let mut ours = unsafe {
        assert_eq!(ffi::sqlite3_initialize(), ffi::SQLITE_OK);
        let real = ffi::sqlite3_vfs_find(beneath.map_or(ptr::null(), CStr::as_ptr));
        assert!(!real.is_null(), "SQLite has the system's own VFS");
        let mut ours = *real;
        ours.pAppData = Box::into_raw(Box::new(Beneath { disk, real, used })).cast();
        ours
    };
    ours.pNext = ptr::null_mut();
    ours.zName = name.into_raw();
    ours.szOsFile += c_int::try_from(size_of::<FaultFile>()).expect("a small struct");
    ours.xOpen = Some(open);
    ours.xDelete = Some(delete);
    // SAFETY: the struct is leaked, so that it outlives every connection
    let registered = unsafe { ffi::sqlite3_vfs_register(Box::leak(Box::new(ours)), c_int::from(by_default)) };
    assert_eq!(registered, ffi::SQLITE_OK);
}

/// Files whose loss matters: the database, its journal, its log. Temporary files are passed on.
const TRACKED: c_int = ffi::SQLITE_OPEN_MAIN_DB | ffi::SQLITE_OPEN_MAIN_JOURNAL | ffi::SQLITE_OPEN_WAL;

fn path_of(name: *const c_char) -> PathBuf {
    // SAFETY: SQLite passes a name that ends in a zero byte and lives during the call
    let name = unsafe { CStr::from_ptr(name) };
    Path::new(OsStr::from_bytes(name.to_bytes())).into()
}

unsafe extern "C" fn open(
    vfs: *mut ffi::sqlite3_vfs,
    name: ffi::sqlite3_filename,
    file: *mut ffi::sqlite3_file,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    // SAFETY: SQLite passes our own VFS, and room for szOsFile bytes at `file`: ours, then the real one's
    unsafe {
        let beneath = &*(*vfs).pAppData.cast::<Beneath>();
        (*file).pMethods = ptr::null();
        if beneath.is_dark(name) {
            return ffi::SQLITE_CANTOPEN;
        }
        let tracked = (!name.is_null() && flags & TRACKED != 0 && beneath.covers(name)).then(|| path_of(name));
        let before =
            tracked.as_deref().filter(|path| !beneath.disk.knows(path)).and_then(|path| std::fs::read(path).ok());
        let real = FaultFile::real_of(file);
        let Some(open_real) = (*beneath.real).xOpen else {
            return ffi::SQLITE_CANTOPEN;
        };
        let opened = open_real(beneath.real, name, real, flags, out);
        if opened == ffi::SQLITE_OK {
            if let Some(path) = &tracked {
                beneath.disk.opened(path, before);
            }
            FaultFile::place(file, beneath.disk, tracked);
        }
        opened
    }
}

unsafe extern "C" fn delete(vfs: *mut ffi::sqlite3_vfs, name: *const c_char, sync: c_int) -> c_int {
    // SAFETY: as in `open`
    unsafe {
        let beneath = &*(*vfs).pAppData.cast::<Beneath>();
        if beneath.is_dark(name) {
            return ffi::SQLITE_IOERR_DELETE;
        }
        let Some(delete_real) = (*beneath.real).xDelete else {
            return ffi::SQLITE_IOERR_DELETE;
        };
        let deleted = delete_real(beneath.real, name, sync);
        if deleted == ffi::SQLITE_OK && beneath.covers(name) {
            beneath.disk.deleted(&path_of(name));
        }
        deleted
    }
}
