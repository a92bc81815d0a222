mod access;
mod alone;
mod exclusion;
mod older;
mod rights;
mod route;
mod stored;
mod two;
