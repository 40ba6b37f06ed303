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
audit-fediverse-handle = { $who } hat „{ $subject }“ im Fediverse zu „{ $detail }“ gemacht.
audit-fediverse-moved-out = { $who } hat alle, die „{ $subject }“ folgen, an { $detail } geschickt.
audit-fediverse-stayed = { $who } hat den Umzug von „{ $subject }“ an { $detail } zurückgenommen.
audit-fediverse-alias = { $who } hat bei „{ $subject }“ das Konto { $detail } genannt.
audit-fediverse-alias-removed = { $who } nennt bei „{ $subject }“ das Konto { $detail } nicht mehr.
audit-fediverse-key = { $who } hat „{ $subject }“ einen neuen Schlüssel gegeben.
