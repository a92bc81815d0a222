//! The figures of the half-years (cijfers): as they were published, as tables with a bar in each row, and as files.
mod csv;
mod files;
mod page;
mod range;
mod spans;
mod table;

pub use page::FiguresPage;
