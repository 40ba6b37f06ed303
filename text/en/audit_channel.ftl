# Channels in the trail. $subject is the name of the channel, $detail the account.
audit-channel-added = { $who } added the channel “{ $subject }”.
audit-channel-concept = { $who } saved the usage concept of “{ $subject }”.
audit-channel-on = { $who } switched the channel “{ $subject }” on.
audit-channel-off = { $who } switched the channel “{ $subject }” off.
audit-channel-ended = { $who } removed the channel “{ $subject }”.
audit-channel-connected = { $who } connected “{ $subject }” with { $detail }.
