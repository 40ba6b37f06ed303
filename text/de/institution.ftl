# Words of the room institution.

## Kennungen
institution-identifier-empty = Bitte geben Sie die { $field } ein oder lassen Sie das Feld leer.
institution-identifier-several = Hier stehen mehrere Nummern. Bitte geben Sie nur eine { $field } ein.
institution-identifier-misplaced = „{ $value }“ ist keine { $field }, sondern gehört in das Feld { $belongs }.
institution-isil-hyphen = „{ $value }“ ist keine vollständige ISIL. Meinen Sie { $suggestion }?
institution-isil-shape = „{ $value }“ ist keine ISIL. Sie besteht aus Kürzel, Bindestrich und Nummer, zum Beispiel DE-107.
institution-isil-long = „{ $value }“ ist zu lang: Eine ISIL hat höchstens 16 Zeichen.
institution-isil-museum = „{ $value }“ ist keine ISIL eines Museums: Auf DE-MUS- folgen genau sechs Ziffern.
institution-isil-pseudo = „{ $value }“ ist keine echte ISIL, sondern ein Notbehelf aus der Bibliotheksstatistik. Bitte lassen Sie das Feld leer.
institution-dbs-shape = „{ $value }“ ist keine DBS-ID. Sie besteht aus zwei Buchstaben und genau drei Ziffern, zum Beispiel AB123.
institution-gnd-shape = „{ $value }“ ist keine GND-Nummer. Sie sieht so aus: 2100344-0.
institution-gnd-check = In der GND-Nummer „{ $value }“ stimmt die Prüfziffer nicht. Vermutlich ist eine Ziffer vertauscht.
institution-qid-shape = „{ $value }“ ist keine Wikidata-QID. Sie besteht aus einem Q und einer Nummer, zum Beispiel Q42.

## Hausmarken
institution-mark-gable = Giebelhaus
institution-mark-stepped = Treppengiebel
institution-mark-timbered = Fachwerk
institution-mark-slate = Schieferhaus
institution-mark-tower = Haus mit Turm
institution-mark-modern = Neubau
institution-mark-columns = Säulen
institution-mark-boxes = Archivschachteln
