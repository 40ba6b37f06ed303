# Die Spur der Themen.
audit-made-topic = { $who } hat das Thema „{ $subject }“ angelegt.
audit-worded-topic = { $who } hat Titel oder Einleitung des Themas „{ $subject }“ geändert.
audit-ended-topic = { $who } hat das Thema „{ $subject }“ abgeschlossen.
audit-reopened-topic = { $who } hat das Thema „{ $subject }“ wieder geöffnet.
