//! Locking a paper under a key of its own (XChaCha20-Poly1305): who destroys the key has destroyed the paper.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use super::StoreError;
use crate::accounts::KeyError;

/// The length of a key.
const KEY: usize = 32;
/// The length of the random number that stands before the locked bytes.
const NONCE: usize = 24;

/// A paper that is locked, and its key.
pub(super) struct Sealed {
    /// The random number and the locked bytes.
    pub bytes: Vec<u8>,
    /// The key; for the row of the key alone.
    pub key: Zeroizing<[u8; KEY]>,
}

/// Locks bytes under a new key. They open only together with the same id.
pub(super) fn seal(id: &str, bytes: &[u8]) -> Result<Sealed, StoreError> {
    let no_random = |error| StoreError::Key(KeyError::NoRandomness(error));
    let mut key = Zeroizing::new([0; KEY]);
    getrandom::fill(key.as_mut()).map_err(no_random)?;
    let mut nonce = [0; NONCE];
    getrandom::fill(&mut nonce).map_err(no_random)?;
    let locked = cipher(key.as_ref())?
        .encrypt(&XNonce::from(nonce), Payload { msg: bytes, aad: id.as_bytes() })
        .map_err(|_| StoreError::unreadable("a paper could not be locked"))?;
    let mut sealed = nonce.to_vec();
    sealed.extend(locked);
    Ok(Sealed { bytes: sealed, key })
}

/// Opens what was locked; nothing where the key or the id is another one, or a byte was changed.
pub(super) fn open(id: &str, sealed: &[u8], key: &[u8]) -> Option<Vec<u8>> {
    let (nonce, locked) = sealed.split_first_chunk::<NONCE>()?;
    cipher(key).ok()?.decrypt(&XNonce::from(*nonce), Payload { msg: locked, aad: id.as_bytes() }).ok()
}

fn cipher(key: &[u8]) -> Result<XChaCha20Poly1305, StoreError> {
    XChaCha20Poly1305::new_from_slice(key)
        .map_err(|_| StoreError::unreadable("the key of a paper is cut short"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paper_opens_with_its_own_key_and_id_only() {
        let sealed = seal("paper-1", b"a driver's licence").expect("locked");
        assert_eq!(
            open("paper-1", &sealed.bytes, sealed.key.as_ref()).as_deref(),
            Some(&b"a driver's licence"[..])
        );
        assert_eq!(open("paper-2", &sealed.bytes, sealed.key.as_ref()), None);
        assert_eq!(open("paper-1", &sealed.bytes, &[0; KEY]), None);
        assert_eq!(open("paper-1", &sealed.bytes, b"short"), None);
        assert!(!sealed.bytes.windows(6).any(|part| part == b"driver"));
        let mut changed = sealed.bytes.clone();
        *changed.last_mut().expect("bytes") ^= 1;
        assert_eq!(open("paper-1", &changed, sealed.key.as_ref()), None);
    }
}
