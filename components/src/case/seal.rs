//! Sealing by the browser's own WebCrypto: AES-GCM with a key that PBKDF2-SHA-256 makes of a passphrase.

use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use waymark_content::case::{Refusal, Refused, SealedCase};
use web_sys::{Crypto, CryptoKey, SubtleCrypto, window};

/// Encrypts a text. The salt and the initialisation vector are new each time.
///
/// # Errors
/// [`Refused::NoSealing`] where the browser does not encrypt: it does so on secure pages only.
pub(super) async fn seal(text: &str, passphrase: &str, rounds: u32) -> Result<SealedCase, Refusal> {
    let sealed = async {
        let crypto = crypto()?;
        let (salt, iv) = (random(&crypto, 16)?, random(&crypto, 12)?);
        let key = key(&crypto.subtle(), passphrase, &salt, rounds, "encrypt").await?;
        let text = Uint8Array::from(text.as_bytes());
        let data =
            awaited(crypto.subtle().encrypt_with_object_and_js_u8_array(&aes(&iv)?, &key, &text)?).await?;
        let data = Uint8Array::new(&data).to_vec();
        Ok::<_, JsValue>(SealedCase { rounds, salt: base64(&salt)?, iv: base64(&iv)?, data: base64(&data)? })
    };
    sealed.await.map_err(|_| Refused::NoSealing.into())
}

/// Decrypts it again.
///
/// # Errors
/// [`Refused::NotUnsealed`] when the passphrase is another one, or the file was changed: the two cannot be told apart.
/// [`Refused::NoSealing`] as above.
pub(super) async fn unseal(sealed: &SealedCase, passphrase: &str) -> Result<String, Refusal> {
    let crypto = crypto().map_err(|_| Refused::NoSealing)?;
    let text = async {
        let (salt, iv, data) = (bytes(&sealed.salt)?, bytes(&sealed.iv)?, bytes(&sealed.data)?);
        let key = key(&crypto.subtle(), passphrase, &salt, sealed.rounds, "decrypt").await?;
        let data = Uint8Array::from(data.as_slice());
        let text =
            awaited(crypto.subtle().decrypt_with_object_and_js_u8_array(&aes(&iv)?, &key, &data)?).await?;
        String::from_utf8(Uint8Array::new(&text).to_vec()).map_err(|_| JsValue::NULL)
    };
    text.await.map_err(|_: JsValue| Refused::NotUnsealed.into())
}

/// The browser's cryptography, where it lends it.
fn crypto() -> Result<Crypto, JsValue> {
    let crypto = window().ok_or(JsValue::NULL)?.crypto()?;
    if crypto.subtle().is_undefined() { Err(JsValue::NULL) } else { Ok(crypto) }
}

fn random(crypto: &Crypto, count: usize) -> Result<Vec<u8>, JsValue> {
    let mut bytes = vec![0; count];
    crypto.get_random_values_with_u8_array(&mut bytes)?;
    Ok(bytes)
}

/// The key that a passphrase makes with this salt.
async fn key(
    subtle: &SubtleCrypto,
    passphrase: &str,
    salt: &[u8],
    rounds: u32,
    usage: &str,
) -> Result<CryptoKey, JsValue> {
    let usages = |usage: &str| Array::of1(&usage.into());
    let passphrase = Uint8Array::from(passphrase.as_bytes());
    let passphrase = subtle.import_key_with_str("raw", &passphrase, "PBKDF2", false, &usages("deriveKey"))?;
    let passphrase: CryptoKey = awaited(passphrase).await?.unchecked_into();
    let derivation = named(&[
        ("name", "PBKDF2".into()),
        ("hash", "SHA-256".into()),
        ("salt", Uint8Array::from(salt).into()),
        ("iterations", rounds.into()),
    ])?;
    let derived = named(&[("name", "AES-GCM".into()), ("length", 256.into())])?;
    let key = subtle.derive_key_with_object_and_object(
        &derivation,
        &passphrase,
        &derived,
        false,
        &usages(usage),
    )?;
    Ok(awaited(key).await?.unchecked_into())
}

fn aes(iv: &[u8]) -> Result<Object, JsValue> {
    named(&[("name", "AES-GCM".into()), ("iv", Uint8Array::from(iv).into())])
}

fn named(entries: &[(&str, JsValue)]) -> Result<Object, JsValue> {
    let object = Object::new();
    for (name, value) in entries {
        Reflect::set(&object, &(*name).into(), value)?;
    }
    Ok(object)
}

async fn awaited(promise: Promise) -> Result<JsValue, JsValue> {
    JsFuture::from(promise).await
}

/// Base64 is the browser's too; it takes bytes as the characters of those numbers.
fn base64(bytes: &[u8]) -> Result<String, JsValue> {
    let characters: String = bytes.iter().copied().map(char::from).collect();
    window().ok_or(JsValue::NULL)?.btoa(&characters)
}

fn bytes(base64: &str) -> Result<Vec<u8>, JsValue> {
    let characters = window().ok_or(JsValue::NULL)?.atob(base64)?;
    characters.chars().map(|character| u8::try_from(character).map_err(|_| JsValue::NULL)).collect()
}
