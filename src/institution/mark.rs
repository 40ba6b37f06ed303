//! The drawn marks by which a house is known before its name is read.

/// A drawn mark: the shape of a house, filled with the house's colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mark {
    Gable,
    SteppedGable,
    HalfTimbered,
    Slate,
    Tower,
    Modern,
    Columns,
    Boxes,
}

impl Mark {
    pub const ALL: [Mark; 8] = [
        Self::Gable,
        Self::SteppedGable,
        Self::HalfTimbered,
        Self::Slate,
        Self::Tower,
        Self::Modern,
        Self::Columns,
        Self::Boxes,
    ];

    /// The word under which a mark is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Gable => "gable",
            Self::SteppedGable => "stepped",
            Self::HalfTimbered => "timbered",
            Self::Slate => "slate",
            Self::Tower => "tower",
            Self::Modern => "modern",
            Self::Columns => "columns",
            Self::Boxes => "boxes",
        }
    }

    /// Reads a stored word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mark| mark.code() == code)
    }

    /// The text that names the mark where one is chosen.
    pub fn name_key(self) -> &'static str {
        match self {
            Self::Gable => "institution-mark-gable",
            Self::SteppedGable => "institution-mark-stepped",
            Self::HalfTimbered => "institution-mark-timbered",
            Self::Slate => "institution-mark-slate",
            Self::Tower => "institution-mark-tower",
            Self::Modern => "institution-mark-modern",
            Self::Columns => "institution-mark-columns",
            Self::Boxes => "institution-mark-boxes",
        }
    }

    /// The outline for a symbol with `viewBox="0 0 24 24"`, to be filled with `fill-rule="evenodd"`.
    ///
    /// Openings are at least 1.6 units wide: at 20 pixels they are still seen.
    pub fn path(self) -> &'static str {
        match self {
            Self::Gable => "M12 2.2 23 12.2h-2.6V22H3.6V12.2H1zM10 22h4v-6.6a2 2 0 0 0-4 0z",
            Self::SteppedGable => {
                "M9.6 1.6h4.8v3.2h2.8V8H20v3.2h2.2V22H1.8V11.2H4V8h2.8V4.8h2.8zM10.4 8v3.4h3.2V8z\
                 M9.9 22h4.2v-6.6H9.9z"
            }
            Self::HalfTimbered => {
                "M12 1.4 23.4 11H.6zM2.6 11h18.8v11H2.6zM4.7 12.9v5l4.4-5zM10.9 14.6 6.2 20h4.7z\
                 M19.3 12.9v5l-4.4-5zM13.1 14.6l4.7 5.4h-4.7z"
            }
            Self::Slate => {
                "M12 1.2 21.6 7.8v.6a3.2 2.2 0 0 1-6.4 0 3.2 2.2 0 0 1-6.4 0 3.2 2.2 0 0 1-6.4 0V7.8z\
                 M2.4 10.4a3.2 2.2 0 0 0 6.4 0 3.2 2.2 0 0 0 6.4 0 3.2 2.2 0 0 0 6.4 0v6.6\
                 a3.2 2.2 0 0 1-3.2-2.2 3.2 2.2 0 0 1-6.4 0 3.2 2.2 0 0 1-6.4 0\
                 a3.2 2.2 0 0 1-3.2 2.2zM2.4 19a3.2 2.2 0 0 0 3.2-2.2 3.2 2.2 0 0 0 6.4 0 3.2 2.2 0 0 0 6.4 0\
                 a3.2 2.2 0 0 0 3.2 2.2v3.2H2.4z"
            }
            Self::Tower => {
                "M8.2 1.2 12.6 8.4V11H23v11H3.8V8.4zM7.3 10.4V13.4h1.8V10.4zM7.3 16V19h1.8V16z\
                 M14.6 14.2v2.8h1.8v-2.8zM18.4 14.2v2.8h1.8v-2.8z"
            }
            Self::Modern => {
                "M1.2 3.4h21.6v9.8h-3.6V22H4.8v-8.8H1.2zM3.6 5.8v5h5.2v-5zM11 5.8v5h9.4v-5zM11.6 15.4V22h4.8v-6.6z"
            }
            Self::Columns => {
                "M12 1.6 23 7.4v2.4H1V7.4zM2.4 11.6h3.2v6.2H2.4zM7.73 11.6h3.2v6.2h-3.2z\
                 M13.07 11.6h3.2v6.2h-3.2zM18.4 11.6h3.2v6.2h-3.2zM1 19.6h22v2.8H1z"
            }
            Self::Boxes => {
                "M6.4 1.6h11.2v9H6.4zM9.4 4.4v1.8h5.2V4.4zM1 12.4h10.2V22H1zM3.6 15.2v1.8h5v-1.8z\
                 M12.8 12.4H23V22H12.8zM15.4 15.2v1.8h5v-1.8z"
            }
        }
    }
}

/// Draws the sheet of all marks that pages point into, as `assets/marks.svg` holds it.
pub fn sheet() -> String {
    let symbols: String = Mark::ALL
        .into_iter()
        .map(|mark| {
            format!(
                "<symbol id=\"{}\" viewBox=\"0 0 24 24\"><path fill-rule=\"evenodd\" d=\"{}\"/></symbol>\n",
                mark.code(),
                mark.path()
            )
        })
        .collect();
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\">\n{symbols}</svg>\n")
}

#[cfg(test)]
#[path = "tests/mark.rs"]
mod tests;
