# Kanäle in der Spur. $subject ist der Name des Kanals, $detail das Konto.
audit-added-channel = { $who } hat den Kanal „{ $subject }“ hinzugefügt.
audit-reasoned-channel = { $who } hat das Nutzungskonzept von „{ $subject }“ gespeichert.
audit-opened-channel = { $who } hat den Kanal „{ $subject }“ eingeschaltet.
audit-closed-channel = { $who } hat den Kanal „{ $subject }“ ausgeschaltet.
audit-removed-channel = { $who } hat den Kanal „{ $subject }“ entfernt.
