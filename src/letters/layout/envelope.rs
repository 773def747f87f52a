//! A No. 10 envelope, 9½ by 4⅛ inches: the sender above, the addressee in the middle; with a window, the sender alone.

use super::super::Letter;
use super::super::pages::{Laid, Page};
use super::{LEADING, Sheet};

const SIZE: (f32, f32) = (684.0, 297.0);
const SENDER: (f32, f32) = (28.0, 36.0);
const ADDRESSEE: (f32, f32) = (288.0, 150.0);

pub(in crate::letters) fn lay_out(letter: &Letter) -> Laid {
    let mut sheet = Sheet { nodes: Vec::new(), first: Page::default(), rows: Vec::new() };
    let facts = &letter.facts;
    let sender: Vec<String> = [&facts.letterhead.agency, &facts.letterhead.office]
        .into_iter()
        .chain(&facts.letterhead.address)
        .cloned()
        .collect();
    sheet.fixed(&sender, SENDER.0, SENDER.1, (9.0, false, 11.0), 230.0);
    if !facts.window_envelope {
        for block in &letter.blocks {
            sheet.fixed(
                &block.text,
                ADDRESSEE.0,
                ADDRESSEE.1,
                (12.0, false, LEADING),
                SIZE.0 - ADDRESSEE.0 - 40.0,
            );
        }
    }
    Laid { pages: vec![sheet.first], nodes: sheet.nodes, size: SIZE }
}
