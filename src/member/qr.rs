//! Addresses as a picture that a phone reads.
use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};

use crate::base::error::{Error, Result};

/// Draws a text as QR code, as SVG to be put into a page; dark on light in the dark scheme too, for
/// phones read it only so.
pub fn drawn(text: &str) -> Result<String> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M)
        .map_err(|error| Error::Broken(anyhow::anyhow!(error)))?;
    let image = code.render::<svg::Color>().min_dimensions(220, 220).build();
    Ok(image.split_once("?>").map_or(image.clone(), |(_, svg)| svg.to_owned()))
}
