//! One open file: writes, truncations and flushes go through the disk, everything else is passed on.

use std::ffi::{c_int, c_void};
use std::path::PathBuf;
use std::{ptr, slice};

use rusqlite::ffi::{self, sqlite3_file, sqlite3_int64};

use crate::disk::{Change, Disk, Verdict};

/// Our part of an open file; the part of the real file follows it in memory.
#[repr(C)]
pub(crate) struct FaultFile {
    base: sqlite3_file,
    disk: &'static Disk,
    /// A boxed path, or null for a file that isn't tracked.
    path: *mut PathBuf,
}

impl FaultFile {
    pub(crate) unsafe fn real_of(file: *mut sqlite3_file) -> *mut sqlite3_file {
        // SAFETY: the room at `file` is ours and the real one's, see `szOsFile`
        unsafe { file.cast::<Self>().add(1).cast() }
    }

    pub(crate) unsafe fn place(file: *mut sqlite3_file, disk: &'static Disk, path: Option<PathBuf>) {
        let path = path.map_or(ptr::null_mut(), |path| Box::into_raw(Box::new(path)));
        let base = sqlite3_file { pMethods: &raw const METHODS };
        // SAFETY: as in `real_of`
        unsafe { file.cast::<Self>().write(Self { base, disk, path }) }
    }

    unsafe fn of<'a>(file: *mut sqlite3_file) -> &'a Self {
        // SAFETY: SQLite calls our methods only with files that `place` made
        unsafe { &*file.cast() }
    }
}

/// Calls a method of the real file.
macro_rules! real {
    ($file:expr, $method:ident $(, $argument:expr)*) => {{
        let real = FaultFile::real_of($file);
        match (*(*real).pMethods).$method {
            Some(method) => method(real $(, $argument)*),
            None => ffi::SQLITE_IOERR,
        }
    }};
}

/// Methods that the real file does by itself.
macro_rules! passed_on {
    ($($name:ident, $method:ident, ($($argument:ident: $kind:ty),*);)*) => {$(
        unsafe extern "C" fn $name(file: *mut sqlite3_file $(, $argument: $kind)*) -> c_int {
            // SAFETY: SQLite's own arguments, for the file beneath
            unsafe { real!(file, $method $(, $argument)*) }
        }
    )*};
}

passed_on! {
    file_size, xFileSize, (size: *mut sqlite3_int64);
    lock, xLock, (level: c_int);
    unlock, xUnlock, (level: c_int);
    check_reserved, xCheckReservedLock, (out: *mut c_int);
    control, xFileControl, (what: c_int, argument: *mut c_void);
    sector_size, xSectorSize, ();
    characteristics, xDeviceCharacteristics, ();
    shm_map, xShmMap, (page: c_int, size: c_int, extend: c_int, out: *mut *mut c_void);
    shm_lock, xShmLock, (offset: c_int, count: c_int, flags: c_int);
    shm_unmap, xShmUnmap, (delete: c_int);
}

unsafe extern "C" fn shm_barrier(file: *mut sqlite3_file) {
    // SAFETY: as above
    unsafe {
        let real = FaultFile::real_of(file);
        if let Some(barrier) = (*(*real).pMethods).xShmBarrier {
            barrier(real);
        }
    }
}

unsafe extern "C" fn close(file: *mut sqlite3_file) -> c_int {
    // SAFETY: SQLite closes a file once; the path was boxed by `place`
    unsafe {
        let ours = FaultFile::of(file);
        if !ours.path.is_null() {
            ours.disk.closed();
            drop(Box::from_raw(ours.path));
        }
        real!(file, xClose)
    }
}

unsafe extern "C" fn read(file: *mut sqlite3_file, to: *mut c_void, size: c_int, at: sqlite3_int64) -> c_int {
    // SAFETY: as above
    unsafe {
        let ours = FaultFile::of(file);
        let can_read = ours.path.is_null() || ours.disk.powered();
        if can_read { real!(file, xRead, to, size, at) } else { ffi::SQLITE_IOERR_READ }
    }
}

unsafe extern "C" fn write(file: *mut sqlite3_file, from: *const c_void, size: c_int, at: sqlite3_int64) -> c_int {
    // SAFETY: SQLite passes `size` bytes at `from`
    unsafe {
        let (Ok(length), Ok(offset)) = (usize::try_from(size), usize::try_from(at)) else {
            return ffi::SQLITE_IOERR_WRITE;
        };
        let bytes = slice::from_raw_parts(from.cast::<u8>(), length).to_vec();
        changed(file, Change::Write(offset, bytes), || real!(file, xWrite, from, size, at))
    }
}

unsafe extern "C" fn truncate(file: *mut sqlite3_file, size: sqlite3_int64) -> c_int {
    // SAFETY: as above
    unsafe {
        let Ok(length) = usize::try_from(size) else {
            return ffi::SQLITE_IOERR_TRUNCATE;
        };
        changed(file, Change::Truncate(length), || real!(file, xTruncate, size))
    }
}

/// A change to a tracked file goes through the disk, any other is passed on.
unsafe fn changed(file: *mut sqlite3_file, change: Change, carry_out: impl Fn() -> c_int) -> c_int {
    // SAFETY: as above; the path lives until `close`
    unsafe {
        let ours = FaultFile::of(file);
        if ours.path.is_null() {
            return carry_out();
        }
        answer(ours.disk.change(&*ours.path, change, || carry_out() == ffi::SQLITE_OK))
    }
}

unsafe extern "C" fn sync(file: *mut sqlite3_file, how: c_int) -> c_int {
    // SAFETY: as above
    unsafe {
        let ours = FaultFile::of(file);
        if ours.path.is_null() {
            return real!(file, xSync, how);
        }
        answer(ours.disk.flush(&*ours.path))
    }
}

fn answer(verdict: Verdict) -> c_int {
    match verdict {
        Verdict::Done => ffi::SQLITE_OK,
        Verdict::NoPower => ffi::SQLITE_IOERR,
        Verdict::Full => ffi::SQLITE_FULL,
        Verdict::FlushFailed => ffi::SQLITE_IOERR_FSYNC,
    }
}

/// Version 2: with the shared memory that the log needs, without memory-mapped pages, which would go past us.
static METHODS: ffi::sqlite3_io_methods = ffi::sqlite3_io_methods {
    iVersion: 2,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(check_reserved),
    xFileControl: Some(control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(characteristics),
    xShmMap: Some(shm_map),
    xShmLock: Some(shm_lock),
    xShmBarrier: Some(shm_barrier),
    xShmUnmap: Some(shm_unmap),
    xFetch: None,
    xUnfetch: None,
};
