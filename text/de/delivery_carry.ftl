# Hinbringen von Hand.
delivery-carry-title = Für „{ $channel }“
delivery-carry-lead = So geht der Beitrag dorthin. Text kopieren, Bilder speichern, hinbringen; danach am Beitrag sagen, dass es erledigt ist.
delivery-carry-text = Text für „{ $channel }“
delivery-carry-copy = Text kopieren
delivery-carry-copied = Kopiert.
delivery-carry-pictures = Bilder in voller Größe
delivery-carry-save = Bild speichern
delivery-carry-done = Zurück zum Beitrag, um es abzuhaken
