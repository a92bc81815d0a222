//! The API keeps its promises over HTTP: a report sent twice is one, changes need the right ETag, and every wrong
//! request gets a problem document that names all errors and repeats nothing.

mod bodies;
mod description;
mod price;
mod raw;
mod sealed;
mod twice;
mod versions;
