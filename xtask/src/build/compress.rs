//! Brotli, ahead of time: the server sends these bytes as they are.

use std::fs;
use std::path::Path;

use crate::failure::Failure;

/// The best there is: it runs once for each build.
const QUALITY: i32 = 11;
/// Every browser's window.
const WINDOW: i32 = 22;

/// Compresses.
pub(crate) fn brotli(bytes: &[u8]) -> Result<Vec<u8>, Failure> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: QUALITY,
        lgwin: WINDOW,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters)
        .map_err(|source| Failure::io("compress", source))?;
    Ok(compressed)
}

/// The text that was compressed.
pub(crate) fn brotli_plain(compressed: &[u8]) -> Result<String, Failure> {
    let mut plain = Vec::new();
    brotli::BrotliDecompress(&mut &*compressed, &mut plain)
        .map_err(|source| Failure::io("decompress", source))?;
    Ok(String::from_utf8_lossy(&plain).into_owned())
}

/// Writes `name.br` beside every script and program in this folder.
pub(crate) fn brotli_beside(folder: &Path) -> Result<(), Failure> {
    let entries = fs::read_dir(folder)
        .map_err(|source| Failure::io(format!("read {}", folder.display()), source))?;
    for path in entries.flatten().map(|entry| entry.path()) {
        if path
            .extension()
            .is_some_and(|extension| extension == "js" || extension == "wasm")
        {
            compress_file(&path)?;
        }
    }
    Ok(())
}

fn compress_file(path: &Path) -> Result<(), Failure> {
    let told = |source| Failure::io(format!("compress {}", path.display()), source);
    let compressed = brotli(&fs::read(path).map_err(told)?)?;
    let mut beside = path.as_os_str().to_owned();
    beside.push(".br");
    fs::write(&beside, compressed).map_err(told)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_compressed_can_be_read_again() {
        let text = "the same words again and again, ".repeat(100);
        let compressed = brotli(text.as_bytes()).unwrap();
        assert!(compressed.len() < 100, "{}", compressed.len());
        assert_eq!(brotli_plain(&compressed).unwrap(), text);
    }
}
