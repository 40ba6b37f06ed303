//! What the text says in each channel, as the editor asks for it.
use crate::base::text::Lang;
use crate::post::names::Names;
use crate::post::writing::content::Content;
use crate::post::writing::wording;

/// In these networks a text that is too long can become several parts.
const THREADING: [&str; 2] = ["mastodon", "bluesky"];

/// One channel in the editor.
#[derive(Debug, Clone)]
pub struct ChannelBlock {
    pub id: String,
    pub name: String,
    /// The network, as it is called.
    pub network: String,
    pub is_out: bool,
    pub text: String,
    pub as_thread: bool,
    pub can_thread: bool,
    /// How the post looks there, as safe HTML; the room that knows the channels fills it in.
    pub preview: String,
}

/// Gives a block for each channel that is there now.
pub fn blocks(names: &Names, content: &Content, w: Lang) -> Vec<ChannelBlock> {
    let block = |channel: &crate::post::names::ChannelLabel| {
        let own = wording::of(&content.wordings, &channel.id);
        ChannelBlock {
            id: channel.id.clone(),
            name: channel.name.clone(),
            network: w.t(&format!("channel-network-{}", channel.network)),
            is_out: own.is_left_out,
            text: own.text,
            as_thread: own.as_thread,
            can_thread: THREADING.contains(&channel.network.as_str()),
            preview: String::new(),
        }
    };
    names.channels_now().map(block).collect()
}
