mod access;
mod older;
mod rights;
mod route;
mod stored;
mod two;
