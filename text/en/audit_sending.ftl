# The trail: what was decided about sendings.
audit-sending-done = { $who } noted “{ $subject }” as done for { $detail }.
audit-sending-again = { $who } sent “{ $subject }” to { $detail } once more.
audit-sending-left = { $who } decided that “{ $subject }” does not go to { $detail }.
audit-sending-in = { $who } sent “{ $subject }” to { $detail }.
audit-sending-out = { $who } took “{ $subject }” back from { $detail }.
