//! The seal and the signature on a letter: told to a reader by ear, the same bytes twice, and no page moved by them.

use docket::letters::*;
use lopdf::{Document, Object};

use crate::composed;
use crate::drawn::{seal, signature};

pub fn pictured(kind: LetterKind, agency: &str) -> Letter {
    composed(kind, agency, |facts| {
        facts.pictures.seal = Some(OfficePicture::read(&seal()).unwrap());
        facts.pictures.signature = Some(OfficePicture::read(&signature()).unwrap());
    })
}

/// The figures of the structure with their alternative texts.
fn figures(pdf: &[u8]) -> Vec<String> {
    let document = Document::load_mem(pdf).unwrap();
    let figure = |object: &Object| {
        let element = object.as_dict().ok()?;
        (element.get(b"S").ok()?.as_name().ok()? == b"Figure").then_some(())?;
        lopdf::decode_text_string(element.get(b"Alt").ok()?).ok()
    };
    document.objects.values().filter_map(figure).collect()
}

#[test]
fn a_seal_and_a_signature_are_told_by_ear_and_move_nothing() {
    let typesetter = Typesetter::new().unwrap();
    for (kind, agency) in
        [(LetterKind::Denial, "usps"), (LetterKind::Acknowledgement, "ssa"), (LetterKind::Accounting, "ssa")]
    {
        let plain = composed(kind, agency, |_| {});
        let letter = pictured(kind, agency);
        let set = typesetter.pdf(&letter).unwrap();
        let bare = typesetter.pdf(&plain).unwrap();
        let told = figures(&set.bytes);
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(told.contains(&format!("Seal of the {}", letter.facts.letterhead.agency)), "{told:?}");
        assert!(told.contains(&format!("Signature of {}", letter.facts.signer.name)), "{told:?}");
        assert!(figures(&bare.bytes).is_empty());
        assert_eq!(set.pages, bare.pages);
        println!("{agency} {kind}: {} bytes, {} with seal and signature", bare.bytes.len(), set.bytes.len());
        assert_eq!(set, Typesetter::new().unwrap().pdf(&letter).unwrap());

        // What is frozen of it is all that it takes to make it again.
        let frozen = serde_json::to_string(&letter).unwrap();
        let again: Letter = serde_json::from_str(&frozen).unwrap();
        assert_eq!(typesetter.pdf(&again).unwrap(), set);
        assert!(
            !serde_json::to_string(&plain).unwrap().contains("pictures"),
            "a plain letter is frozen as before"
        );
    }
}

#[test]
fn a_paper_that_nobody_signs_has_no_signature() {
    let typesetter = Typesetter::new().unwrap();
    let slip = typesetter.pdf(&pictured(LetterKind::RoutingSlip, "usps")).unwrap();
    assert_eq!(figures(&slip.bytes).len(), 1, "the seal alone");
    let envelope = typesetter.pdf(&pictured(LetterKind::Envelope, "usps")).unwrap();
    assert!(figures(&envelope.bytes).is_empty());
}

#[test]
fn a_batch_for_the_printer_holds_each_picture_once() {
    let typesetter = Typesetter::new().unwrap();
    let letters: Vec<Vec<u8>> = ["usps", "ssa"]
        .into_iter()
        .map(|agency| typesetter.pdf(&pictured(LetterKind::Acknowledgement, agency)).unwrap().bytes)
        .collect();
    let bound = bind(&letters, false).unwrap();
    let document = Document::load_mem(&bound.bytes).unwrap();
    let picture = |object: &&Object| {
        object.as_stream().is_ok_and(|stream| {
            stream.dict.get(b"Subtype").is_ok_and(|kind| kind.as_name().is_ok_and(|name| name == b"Image"))
        })
    };
    assert_eq!(document.objects.values().filter(picture).count(), 2, "one seal and one signature");
}

#[test]
fn a_signature_is_given_to_nobody_but_its_official_and_whom_the_office_named() {
    let signature = OfficePicture::read(&signature()).unwrap();
    let pictures = OfficePictures {
        seal: None,
        signatures: vec![OfficialSignature {
            official: "José Ibarra".to_owned(),
            issuers: vec!["Robin Blake".to_owned()],
            picture: signature.clone(),
        }],
    };
    let signs = |name: &str| Signer { name: name.to_owned(), title: "Director".to_owned() };
    for (signer, member, allowed) in [
        ("José Ibarra", "José Ibarra", true),
        ("José Ibarra", "Robin Blake", true),
        ("José Ibarra", "Dana Whitlock", false),
        ("Robin Blake", "Robin Blake", false),
        ("Jose Ibarra", "Robin Blake", false),
    ] {
        let found = pictures.signature_for(&signs(signer), member);
        assert_eq!(found, allowed.then_some(&signature), "{signer}, issued by {member}");
    }
}

#[test]
fn a_signature_comes_into_force_only_with_its_official() {
    let pictures = OfficePictures {
        seal: Some(OfficePicture::read(&seal()).unwrap()),
        signatures: vec![OfficialSignature {
            official: "José Ibarra".to_owned(),
            issuers: Vec::new(),
            picture: OfficePicture::read(&signature()).unwrap(),
        }],
    };
    let mut history = WordingHistory::default();
    let mut propose = |author: &str, pictures: &OfficePictures| {
        history
            .propose(&crate::book(), "usps", author, Default::default(), Vec::new(), pictures.clone())
            .map(|version| (version, history.clone()))
    };
    let (first, mut others) = propose("Robin Blake", &pictures).unwrap();
    let refused = others.approve(first, "Dana Whitlock", crate::day(2026, 11, 20)).unwrap_err().to_string();
    assert!(refused.contains("José Ibarra") && refused.contains("Nothing was changed"), "{refused}");
    others.approve(first, "José Ibarra", crate::day(2026, 11, 20)).unwrap();
    // Once it is in force, others word letters anew without asking again; another signature needs its official again.
    let words =
        std::collections::BTreeMap::from([("fee.free".to_owned(), "Looking costs nothing.".to_owned())]);
    let next =
        others.propose(&crate::book(), "usps", "Robin Blake", words, Vec::new(), pictures.clone()).unwrap();
    others.approve(next, "Dana Whitlock", crate::day(2026, 11, 21)).unwrap();
    let mut wider = pictures.clone();
    wider.signatures[0].issuers.push("Robin Blake".to_owned());
    let next =
        others.propose(&crate::book(), "usps", "Robin Blake", Default::default(), Vec::new(), wider).unwrap();
    assert!(
        others.approve(next, "Dana Whitlock", crate::day(2026, 11, 22)).is_err(),
        "more people would use it"
    );
    // Taking everything out is a version too; a name that is none is refused.
    let none = OfficePictures::default();
    assert!(
        others.propose(&crate::book(), "usps", "Robin Blake", Default::default(), Vec::new(), none).is_ok()
    );
    let mut nameless = pictures;
    nameless.signatures[0].official = "  ".to_owned();
    assert!(propose("Robin Blake", &nameless).is_err());
}
