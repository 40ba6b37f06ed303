# Wörter der Demo.
