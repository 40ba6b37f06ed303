# Channels in the trail. $subject is the name of the channel, $detail the account.
audit-channel-added = { $who } added the channel “{ $subject }”.
audit-channel-concept = { $who } saved the usage concept of “{ $subject }”.
audit-channel-on = { $who } switched the channel “{ $subject }” on.
audit-channel-off = { $who } switched the channel “{ $subject }” off.
audit-channel-ended = { $who } removed the channel “{ $subject }”.
audit-channel-connected = { $who } connected “{ $subject }” with { $detail }.
audit-added-channel = { $who } added the channel “{ $subject }”.
audit-reasoned-channel = { $who } saved the usage concept of “{ $subject }”.
audit-opened-channel = { $who } switched the channel “{ $subject }” on.
audit-closed-channel = { $who } switched the channel “{ $subject }” off.
audit-removed-channel = { $who } removed the channel “{ $subject }”.
audit-fediverse-handle = { $who } made “{ $subject }” into “{ $detail }” in the Fediverse.
audit-fediverse-moved-out = { $who } sent everybody who follows “{ $subject }” to { $detail }.
audit-fediverse-stayed = { $who } took back that “{ $subject }” has moved to { $detail }.
audit-fediverse-alias = { $who } named the account { $detail } for “{ $subject }”.
audit-fediverse-alias-removed = { $who } no longer names the account { $detail } for “{ $subject }”.
audit-fediverse-key = { $who } gave “{ $subject }” a new key.
