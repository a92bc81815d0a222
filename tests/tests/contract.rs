//! The API keeps its promises over HTTP: a report sent twice is one, changes need the right ETag, and every wrong
//! request gets a problem document that names all errors and repeats nothing.

#[path = "contract/bodies.rs"]
mod bodies;
#[path = "contract/description.rs"]
mod description;
#[path = "contract/raw.rs"]
mod raw;
#[path = "contract/twice.rs"]
mod twice;
#[path = "contract/versions.rs"]
mod versions;
