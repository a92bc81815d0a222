//! The rules of every act, over fictional cases in every step.
mod access;
mod alarms;
mod alone;
mod exclusion;
mod older;
mod rights;
mod route;
mod safety;
mod stored;
mod two;
mod veilig_thuis;
