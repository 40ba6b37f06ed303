# Words that no room owns.
## Farben
base-colour-shape = „{ $value }“ ist keine Farbe. Schreiben Sie zum Beispiel: #0d6b52.
base-colour-darker = { $chosen } ist auf hellem Grund zu blass zum Lesen. Dort wird { $light } verwendet.
base-colour-lighter = { $chosen } ist auf dunklem Grund zu dunkel zum Lesen. Dort wird { $dark } verwendet.
base-colour-both = { $chosen } hat zu wenig Kontrast zum Lesen. Auf hellem Grund wird { $light } verwendet, auf dunklem { $dark }.
