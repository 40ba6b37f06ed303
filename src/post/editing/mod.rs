//! Writing at the desk: every save is a version, pictures, the merge of two hands, old versions.
pub mod channels;
pub mod sitting;
pub mod store_revision;
pub mod store_thinning;
pub mod thinning;
pub mod typed_form;
pub mod web_edit;
pub mod web_edit_page;
pub mod web_edit_pictures;
pub mod web_edit_save;
pub mod web_merge;
pub mod web_versions;
