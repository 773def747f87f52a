//! From the bytes of a file to text, or a refusal in a sentence.

use super::{NoticeRefusal, pdf};

/// The largest file that is read, in bytes.
const LARGEST: usize = 20 * 1024 * 1024;

/// What Windows-1252 puts where Latin-1 has control codes (0x80 to 0x9F).
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text of a file in UTF-8, UTF-16 with its mark, or Windows-1252, or the words of a PDF.
///
/// # Errors
/// A sentence, where the file is empty, larger than 20 MB, or holds no text.
pub(crate) fn decode(file: &str, bytes: &[u8]) -> Result<String, NoticeRefusal> {
    if bytes.is_empty() {
        return Err(NoticeRefusal(format!(
            "“{file}” is empty. Choose the file of a notice. Nothing was changed."
        )));
    }
    if bytes.len() > LARGEST {
        return Err(NoticeRefusal(format!(
            "“{file}” is larger than 20 MB, and no notice is. Choose the file of one notice. Nothing was changed."
        )));
    }
    for (mark, little) in [([0xFF, 0xFE], true), ([0xFE, 0xFF], false)] {
        if let Some(rest) = bytes.strip_prefix(&mark) {
            return utf_16(file, rest, little);
        }
    }
    if pdf::is_this(bytes) {
        return pdf::text(file, bytes);
    }
    if looks_binary(bytes) {
        return Err(NoticeRefusal(format!(
            "“{file}” holds no text. Choose the PDF, text, Markdown, XML or HTML file of a notice. Nothing was changed."
        )));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.trim_start_matches('\u{feff}').to_owned()),
        Err(_) => Ok(bytes.iter().map(|&byte| windows_1252(byte)).collect()),
    }
}

fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9F => WINDOWS_1252.get(usize::from(byte - 0x80)).copied().unwrap_or('\u{fffd}'),
        _ => char::from(byte),
    }
}

/// Null bytes, or more control codes than any text has.
fn looks_binary(bytes: &[u8]) -> bool {
    let sample = bytes.get(..bytes.len().min(64 * 1024)).unwrap_or(bytes);
    let control =
        sample.iter().filter(|&&byte| byte < 0x20 && !matches!(byte, b'\n' | b'\r' | b'\t' | 0x0C)).count();
    sample.contains(&0) || control * 50 > sample.len()
}

fn utf_16(file: &str, bytes: &[u8], little: bool) -> Result<String, NoticeRefusal> {
    let units = bytes.chunks_exact(2).map(|pair| match pair {
        [low, high] if little => u16::from_le_bytes([*low, *high]),
        [high, low] => u16::from_be_bytes([*high, *low]),
        _ => 0xFFFD,
    });
    let text: Result<String, _> = char::decode_utf16(units).collect();
    match text {
        Ok(text) if !text.contains('\0') => Ok(text),
        _ => Err(NoticeRefusal(format!(
            "“{file}” says that it is UTF-16 text, but it is not. Save it again as UTF-8. Nothing was changed."
        ))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_1252_gives_curly_quotes() {
        assert_eq!(decode("a.txt", b"L\x92Enfant \x96 caf\xe9").expect("text"), "L’Enfant – café");
    }

    #[test]
    fn utf_16_with_its_mark_is_read() {
        assert_eq!(decode("a.txt", b"\xFF\xFEH\0i\0").expect("text"), "Hi");
    }

    #[test]
    fn what_is_no_text_is_refused_in_a_sentence() {
        for bytes in [&b""[..], b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"%PDF-1.7 x", b"\xFF\xFE\0\xD8\0\xD8"] {
            let refusal = decode("x.bin", bytes).expect_err("refused");
            assert!(refusal.0.ends_with("Nothing was changed."), "{refusal}");
        }
        assert!(decode("big.txt", &vec![b'a'; LARGEST + 1]).expect_err("refused").0.contains("20 MB"));
    }
}
