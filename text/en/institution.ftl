# Words of the room institution.

## Identifiers
institution-identifier-empty = Please enter the { $field } or leave the field empty.
institution-identifier-several = There are several numbers here. Please enter only one { $field }.
institution-identifier-misplaced = “{ $value }” is not a { $field }; it belongs in the field { $belongs }.
institution-isil-hyphen = “{ $value }” is not a complete ISIL. Do you mean { $suggestion }?
institution-isil-shape = “{ $value }” is not an ISIL. It consists of a prefix, a hyphen and a number, for example DE-107.
institution-isil-long = “{ $value }” is too long: an ISIL has at most 16 characters.
institution-isil-museum = “{ $value }” is not the ISIL of a museum: DE-MUS- is followed by exactly six digits.
institution-isil-pseudo = “{ $value }” is not a real ISIL but a makeshift from the library statistics. Please leave the field empty.
institution-dbs-shape = “{ $value }” is not a DBS-ID. It consists of two letters and exactly three digits, for example AB123.
institution-gnd-shape = “{ $value }” is not a GND number. It looks like this: 2100344-0.
institution-gnd-check = The check digit of the GND number “{ $value }” is wrong. Two digits are probably swapped.
institution-qid-shape = “{ $value }” is not a Wikidata QID. It consists of a Q and a number, for example Q42.

## House marks
institution-mark-gable = Gabled house
institution-mark-stepped = Stepped gable
institution-mark-timbered = Half-timbered house
institution-mark-slate = Slate house
institution-mark-tower = House with a tower
institution-mark-modern = Modern building
institution-mark-columns = Columns
institution-mark-boxes = Archive boxes
