# Der Gang der Dinge: was über Sendungen entschieden wurde.
audit-sending-done = { $who } hat „{ $subject }“ für { $detail } als erledigt vermerkt.
audit-sending-again = { $who } hat „{ $subject }“ noch einmal nach { $detail } geschickt.
audit-sending-left = { $who } hat entschieden, dass „{ $subject }“ nicht nach { $detail } geht.
audit-sending-in = { $who } hat „{ $subject }“ nach { $detail } geschickt.
audit-sending-out = { $who } hat „{ $subject }“ von { $detail } zurückgenommen.
