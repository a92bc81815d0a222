//! The typesetter, over the template and the font that stand in the component. It reads no file and no clock.
use crate::pages::Pages;
use typst::{
    Library, LibraryExt, World,
    diag::{FileError, FileResult},
    foundations::{Bytes, Datetime, Duration, Smart},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

/// An archive keeps it (ISO 19005-2, with its structure), and who does not see it can read it (ISO 14289-1).
const STANDARDS: [PdfStandard; 2] = [PdfStandard::A_2a, PdfStandard::Ua_1];

/// The font: one that has Latin, Greek, Cyrillic and Arabic letters.
pub fn fonts() -> Vec<Font> {
    let cuts = [dejavu::sans::regular(), dejavu::sans::bold()];
    cuts.into_iter().flat_map(|cut| Font::iter(Bytes::new(cut))).collect()
}

/// Whether all its cuts have this letter.
pub fn has(fonts: &[Font], letter: char) -> bool {
    fonts.iter().all(|font| font.info().coverage.contains(u32::from(letter)))
}

/// Sets these pages. What it says when it refuses may hold what was typed, so that goes nowhere.
pub fn pdf(pages: &Pages, fonts: Vec<Font>) -> Option<Vec<u8>> {
    let desk = Desk::of(serde_json::to_vec(pages).ok()?, fonts)?;
    let document: PagedDocument = typst::compile(&desk).output.ok()?;
    let options = PdfOptions {
        timestamp: Some(Timestamp::new_utc(moment(pages)?)),
        standards: PdfStandards::new(&STANDARDS).ok()?,
        creator: Smart::Custom(Some("Meldroute".into())),
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&document, &options).ok()
}

fn moment(pages: &Pages) -> Option<Datetime> {
    // 2026-04-30T14:05:09Z
    let text = String::from(pages.at);
    let number = |range: std::ops::Range<usize>| text.get(range)?.parse::<u8>().ok();
    let year = text.get(..4)?.parse().ok()?;
    Datetime::from_ymd_hms(year, number(5..7)?, number(8..10)?, number(11..13)?, number(14..16)?, number(17..19)?)
}

/// All that the typesetter can reach.
struct Desk {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    template: Source,
    pages: (FileId, Bytes),
}

impl Desk {
    fn of(pages: Vec<u8>, fonts: Vec<Font>) -> Option<Self> {
        let id = |name| Some(FileId::new(RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).ok()?)));
        Some(Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            template: Source::new(id("template.typ")?, include_str!("template.typ").into()),
            pages: (id("pages.json")?, Bytes::new(pages)),
        })
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() { Ok(self.template.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.pages.0 { Ok(self.pages.1.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
