# Die Vorführung mit erfundenen Inhalten.
demo-not-empty = Hier liegen schon andere Inhalte. Die Vorführung füllt nur einen leeren Ordner.
