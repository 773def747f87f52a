//! A picture on the page: an office's seal, an official's signature. Any sound PNG comes in; one plain kind is kept.
//!
//! Kept is a PNG of eight bits, grey or coloured, on white. The page takes its compressed pixels as they stand, so the same
//! picture gives the same bytes whatever decoder the program has by then. Nothing here knows PDF.

use std::io::Cursor;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use png::{BitDepth, ColorType, Compression, Decoder, Encoder, Limits, Transformations};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::LetterError;

/// The largest file, in bytes, both as given and as kept.
const LARGEST: usize = 64 * 1024;
/// The most pixels on a side: at the size of the page more cannot be seen.
const MOST_PIXELS: u32 = 800;
/// What a decoder may take: far more than the pixels need.
const MEMORY: usize = 16 * 1024 * 1024;
const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// A picture of an office, as kept: a PNG in base64.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct OfficePicture(String);

/// The pixels of a picture, compressed as the page takes them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pixels {
    pub width: u32,
    pub height: u32,
    /// One value a pixel, or three.
    pub grey: bool,
    /// Rows with the PNG's predictors, in one zlib stream.
    pub packed: Vec<u8>,
}

impl OfficePicture {
    /// Reads a PNG: grey, coloured or with a palette, with or without transparent places, which become white like the paper.
    ///
    /// # Errors
    /// When it is no PNG, is damaged, moves, is empty, or is too large; the sentence says which.
    pub fn read(file: &[u8]) -> Result<Self, LetterError> {
        if !file.starts_with(SIGNATURE) {
            return Err(LetterError::new("The picture is no PNG. Save it as PNG. Nothing was changed."));
        }
        if file.len() > LARGEST {
            return Err(too_large());
        }
        let (width, height, rgb) = decode(file)?;
        if rgb.iter().all(|value| *value == 255) {
            return Err(LetterError::new(
                "The picture shows nothing but white. Choose another one. Nothing was changed.",
            ));
        }
        let kept = encode(width, height, &rgb).map_err(|_| damaged())?;
        if kept.len() > LARGEST {
            return Err(too_large());
        }
        let picture = Self(STANDARD.encode(kept));
        picture.pixels()?;
        Ok(picture)
    }

    /// Reads a PNG in base64.
    ///
    /// # Errors
    /// As [`OfficePicture::read`]; when it is no base64.
    pub fn read_base64(text: &str) -> Result<Self, LetterError> {
        // A longer text is refused before it is decoded.
        if text.len() > LARGEST * 2 {
            return Err(too_large());
        }
        let file = STANDARD.decode(text.trim()).map_err(|_| {
            LetterError::new("The picture is no PNG in base64. Choose the file again. Nothing was changed.")
        })?;
        Self::read(&file)
    }

    /// Its width and height in pixels; nothing where what was kept is damaged.
    pub fn size(&self) -> Option<(u32, u32)> {
        self.pixels().ok().map(|pixels| (pixels.width, pixels.height))
    }

    /// SHA-256 of the kept PNG, in hexadecimal.
    pub fn sha256(&self) -> String {
        let file = STANDARD.decode(&self.0).unwrap_or_default();
        Sha256::digest(file).iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The pixels for the page, taken out of the kept PNG without decoding it.
    pub(super) fn pixels(&self) -> Result<Pixels, LetterError> {
        let file = STANDARD.decode(&self.0).map_err(|_| damaged())?;
        let mut rest = file.strip_prefix(SIGNATURE).ok_or_else(damaged)?;
        let mut header = None;
        let mut packed = Vec::new();
        while let Some((kind, data, after)) = chunk(rest) {
            rest = after;
            match kind {
                b"IHDR" => header = Some(read_header(data).ok_or_else(damaged)?),
                b"IDAT" => packed.extend_from_slice(data),
                _ => {}
            }
        }
        let (width, height, grey) =
            header.filter(|_| rest.is_empty() && !packed.is_empty()).ok_or_else(damaged)?;
        Ok(Pixels { width, height, grey, packed })
    }
}

/// The first chunk of a PNG: its kind, what it holds, and what follows.
fn chunk(file: &[u8]) -> Option<(&[u8], &[u8], &[u8])> {
    let (length, rest) = file.split_at_checked(4)?;
    let length = usize::try_from(u32::from_be_bytes(length.try_into().ok()?)).ok()?;
    let (kind, rest) = rest.split_at_checked(4)?;
    let (data, rest) = rest.split_at_checked(length)?;
    let (_, rest) = rest.split_at_checked(4)?;
    Some((kind, data, rest))
}

/// Width, height, and whether it is grey; nothing for a kind that is not kept.
fn read_header(data: &[u8]) -> Option<(u32, u32, bool)> {
    let (width, rest) = data.split_at_checked(4)?;
    let (height, rest) = rest.split_at_checked(4)?;
    let grey = match rest {
        [8, 0, 0, 0, 0] => true,
        [8, 2, 0, 0, 0] => false,
        _ => return None,
    };
    let number = |bytes: &[u8]| Some(u32::from_be_bytes(bytes.try_into().ok()?));
    let fits = |side: &u32| (1..=MOST_PIXELS).contains(side);
    Some((number(width).filter(fits)?, number(height).filter(fits)?, grey))
}

/// Width, height, and three values a pixel, on white.
fn decode(file: &[u8]) -> Result<(u32, u32, Vec<u8>), LetterError> {
    let mut decoder = Decoder::new_with_limits(Cursor::new(file), Limits { bytes: MEMORY });
    decoder.set_transformations(Transformations::normalize_to_color8());
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    let header = decoder.read_header_info().map_err(|_| damaged())?;
    if header.width > MOST_PIXELS || header.height > MOST_PIXELS {
        return Err(too_large());
    }
    let mut reader = decoder.read_info().map_err(|_| damaged())?;
    if reader.info().animation_control.is_some() {
        return Err(LetterError::new("The picture moves. Save it as one still PNG. Nothing was changed."));
    }
    let mut values = vec![0; reader.output_buffer_size().ok_or_else(damaged)?];
    let frame = reader.next_frame(&mut values).map_err(|_| damaged())?;
    reader.finish().map_err(|_| damaged())?;
    values.truncate(frame.buffer_size());
    let on_white = |value: u8, seen: u8| {
        let (value, seen) = (u32::from(value), u32::from(seen));
        u8::try_from((value * seen + 255 * (255 - seen) + 127) / 255).unwrap_or(u8::MAX)
    };
    let rgb = match frame.color_type {
        ColorType::Grayscale => values.iter().flat_map(|grey| [*grey; 3]).collect(),
        ColorType::GrayscaleAlpha => {
            values.as_chunks().0.iter().flat_map(|[grey, seen]| [on_white(*grey, *seen); 3]).collect()
        }
        ColorType::Rgb => values,
        ColorType::Rgba => {
            let pixel = |[r, g, b, seen]: &[u8; 4]| [r, g, b].map(|value| on_white(*value, *seen));
            values.as_chunks().0.iter().flat_map(pixel).collect()
        }
        // The decoder was asked to lay every palette out.
        ColorType::Indexed => return Err(damaged()),
    };
    Ok((frame.width, frame.height, rgb))
}

/// The plain PNG that is kept: grey where every pixel is.
fn encode(width: u32, height: u32, rgb: &[u8]) -> Result<Vec<u8>, png::EncodingError> {
    let pixels = rgb.as_chunks::<3>().0;
    let grey = pixels.iter().all(|[r, g, b]| r == g && g == b);
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, width, height);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_color(if grey { ColorType::Grayscale } else { ColorType::Rgb });
    encoder.set_compression(Compression::High);
    let mut writer = encoder.write_header()?;
    if grey {
        writer.write_image_data(&pixels.iter().map(|[value, ..]| *value).collect::<Vec<_>>())?;
    } else {
        writer.write_image_data(rgb)?;
    }
    writer.finish()?;
    Ok(file)
}

fn damaged() -> LetterError {
    LetterError::new(
        "The picture is damaged or of a kind that cannot be read. Save it again as PNG. Nothing was changed.",
    )
}

fn too_large() -> LetterError {
    LetterError::new(format!(
        "The picture is too large: it may have {} KB, and {MOST_PIXELS} by {MOST_PIXELS} pixels. Save it smaller or with fewer \
         colors. Nothing was changed.",
        LARGEST / 1024
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A PNG of one kind, with a dark stroke across it.
    fn png(color: ColorType, side: u32) -> Vec<u8> {
        let mut file = Vec::new();
        let mut encoder = Encoder::new(&mut file, side, side);
        encoder.set_color(color);
        encoder.set_depth(BitDepth::Eight);
        if color == ColorType::Indexed {
            encoder.set_palette(vec![255, 255, 255, 30, 60, 120]);
            encoder.set_trns(vec![0, 255]);
        }
        let pixel: &[&[u8]] = match color {
            ColorType::Grayscale => &[&[255], &[20]],
            ColorType::GrayscaleAlpha => &[&[0, 0], &[20, 255]],
            ColorType::Rgb => &[&[255, 255, 255], &[30, 60, 120]],
            ColorType::Rgba => &[&[9, 9, 9, 0], &[30, 60, 120, 255]],
            ColorType::Indexed => &[&[0], &[1]],
        };
        let dark = |place: u32| usize::from(place % side == place / side);
        let data: Vec<u8> = (0..side * side).flat_map(|place| pixel[dark(place)].iter().copied()).collect();
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(&data).unwrap();
        writer.finish().unwrap();
        file
    }

    #[test]
    fn every_usual_kind_of_png_is_kept_plain_and_on_white() {
        let rgb = OfficePicture::read(&png(ColorType::Rgb, 24)).unwrap();
        for color in [ColorType::Rgba, ColorType::Indexed] {
            assert_eq!(OfficePicture::read(&png(color, 24)).unwrap(), rgb, "{color:?}");
        }
        assert!(!rgb.pixels().unwrap().grey);
        let grey = OfficePicture::read(&png(ColorType::Grayscale, 24)).unwrap();
        assert_eq!(OfficePicture::read(&png(ColorType::GrayscaleAlpha, 24)).unwrap(), grey);
        assert!(grey.pixels().unwrap().grey);
        assert_eq!(grey.size(), Some((24, 24)));
        let again = OfficePicture::read_base64(&grey.0).unwrap();
        assert_eq!(again.sha256(), grey.sha256(), "what is kept reads as itself");
    }

    #[test]
    fn a_damaged_picture_is_a_sentence_and_never_a_fault() {
        let whole = png(ColorType::Rgba, 24);
        let refused = |file: &[u8]| OfficePicture::read(file).unwrap_err().to_string();
        for length in 0..whole.len() {
            assert!(refused(&whole[..length]).ends_with("Nothing was changed."), "cut at {length}");
        }
        for place in SIGNATURE.len()..whole.len() {
            let mut file = whole.clone();
            file[place] ^= 0x41;
            if let Err(refusal) = OfficePicture::read(&file) {
                assert!(refusal.to_string().ends_with("Nothing was changed."), "{refusal}");
            }
        }
        assert!(refused(b"GIF89a").contains("no PNG"));
        let mut declared = whole;
        declared[16..20].copy_from_slice(&0x7fff_ffff_u32.to_be_bytes());
        assert!(refused(&declared).contains("damaged"), "the checksum of the header is wrong");
        assert!(OfficePicture::read_base64("not base64!").is_err());
    }

    #[test]
    fn a_picture_too_large_or_empty_is_refused() {
        let refused = |file: &[u8]| OfficePicture::read(file).unwrap_err().to_string();
        assert!(refused(&png(ColorType::Grayscale, MOST_PIXELS + 1)).contains("too large"));
        assert!(OfficePicture::read(&png(ColorType::Grayscale, MOST_PIXELS)).is_ok());
        let mut long = png(ColorType::Grayscale, 8);
        long.resize(LARGEST + 1, 0);
        assert!(refused(&long).contains("too large"));
        let mut white = Vec::new();
        let mut encoder = Encoder::new(&mut white, 2, 2);
        encoder.set_color(ColorType::Grayscale);
        encoder.set_depth(BitDepth::Eight);
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(&[255; 4]).unwrap();
        writer.finish().unwrap();
        assert!(refused(&white).contains("nothing but white"));
    }

    #[test]
    fn a_kept_picture_that_was_changed_is_not_set() {
        let kept = OfficePicture::read(&png(ColorType::Rgb, 24)).unwrap();
        assert!(OfficePicture(kept.0[..kept.0.len() / 2].to_owned()).pixels().is_err());
        assert!(OfficePicture(STANDARD.encode(png(ColorType::Rgba, 24))).pixels().is_err());
        assert!(OfficePicture(String::new()).pixels().is_err());
    }
}
