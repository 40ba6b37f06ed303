//! Where pictures lie: a folder beside the database, behind an interface that also knows S3.
use std::path::Path;
use std::sync::Arc;

use bytes::Bytes;
use futures_util::TryStreamExt;
use object_store::local::LocalFileSystem;
use object_store::path::Path as Key;
use object_store::{ObjectStore, ObjectStoreExt, PutPayload};

use super::error::{Error, Result};

/// The store of files; keys look like `picture/<id>/640.webp`.
#[derive(Debug, Clone)]
pub struct Files(Arc<dyn ObjectStore>);

impl Files {
    /// Opens the folder, and makes it where it is missing.
    pub fn in_folder(folder: &Path) -> Result<Files> {
        std::fs::create_dir_all(folder)?;
        let store = LocalFileSystem::new_with_prefix(folder).map_err(anyhow::Error::from)?;
        Ok(Files(Arc::new(store)))
    }

    /// Writes a file whole or not at all.
    pub async fn put(&self, key: &str, bytes: Bytes) -> Result<()> {
        let payload = PutPayload::from_bytes(bytes);
        self.0.put(&Key::from(key), payload).await.map_err(anyhow::Error::from)?;
        Ok(())
    }

    /// Reads a file; a missing one is not found.
    pub async fn get(&self, key: &str) -> Result<Bytes> {
        let found = self.0.get(&Key::from(key)).await.map_err(not_found)?;
        found.bytes().await.map_err(|error| Error::Broken(error.into()))
    }

    /// Names every file below a folder, as in `picture`.
    pub async fn list(&self, folder: &str) -> Result<Vec<String>> {
        let found: Vec<_> =
            self.0.list(Some(&Key::from(folder))).try_collect().await.map_err(anyhow::Error::from)?;
        Ok(found.into_iter().map(|file| file.location.to_string()).collect())
    }

    /// Removes a file; one that is already gone is no failure.
    pub async fn remove(&self, key: &str) -> Result<()> {
        match self.0.delete(&Key::from(key)).await.map_err(not_found) {
            Err(Error::NotFound) | Ok(()) => Ok(()),
            Err(other) => Err(other),
        }
    }
}

fn not_found(error: object_store::Error) -> Error {
    match error {
        object_store::Error::NotFound { .. } => Error::NotFound,
        other => Error::Broken(other.into()),
    }
}
