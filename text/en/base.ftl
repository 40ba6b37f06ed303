# Words that no room owns.
## Colours
base-colour-shape = “{ $value }” is not a colour. Write for example: #0d6b52.
base-colour-darker = { $chosen } is too pale to read on a light ground. { $light } is used there.
base-colour-lighter = { $chosen } is too dark to read on a dark ground. { $dark } is used there.
base-colour-both = { $chosen } has too little contrast to read. { $light } is used on a light ground, { $dark } on a dark one.
