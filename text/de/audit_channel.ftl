# Kanäle in der Spur. $subject ist der Name des Kanals, $detail das Konto.
audit-channel-added = { $who } hat den Kanal „{ $subject }“ hinzugefügt.
audit-channel-concept = { $who } hat das Nutzungskonzept von „{ $subject }“ gespeichert.
audit-channel-on = { $who } hat den Kanal „{ $subject }“ eingeschaltet.
audit-channel-off = { $who } hat den Kanal „{ $subject }“ ausgeschaltet.
audit-channel-ended = { $who } hat den Kanal „{ $subject }“ entfernt.
audit-channel-connected = { $who } hat „{ $subject }“ mit { $detail } verbunden.
audit-added-channel = { $who } hat den Kanal „{ $subject }“ hinzugefügt.
audit-reasoned-channel = { $who } hat das Nutzungskonzept von „{ $subject }“ gespeichert.
audit-opened-channel = { $who } hat den Kanal „{ $subject }“ eingeschaltet.
audit-closed-channel = { $who } hat den Kanal „{ $subject }“ ausgeschaltet.
audit-removed-channel = { $who } hat den Kanal „{ $subject }“ entfernt.
