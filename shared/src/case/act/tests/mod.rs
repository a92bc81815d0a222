//! The rules of every act, over fictional cases in every step.
mod access;
mod alarms;
mod alone;
mod back;
mod exclusion;
mod frozen;
mod meeting;
mod no;
mod older;
mod rights;
mod route;
mod safety;
mod stored;
mod tables;
mod two;
mod veilig_thuis;
mod without_contact;
