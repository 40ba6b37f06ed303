# The demo with invented contents.
demo-not-empty = There are other contents here already. The demo fills only an empty folder.
