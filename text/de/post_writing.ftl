# Words of writing a post: what a text needs, what was changed, how two versions become one.
post-title-missing = Geben Sie dem Beitrag einen Titel.
post-title-long = { $n ->
    [one] Der Titel ist um ein Zeichen zu lang. Erlaubt sind { $max }.
   *[other] Der Titel ist um { $n } Zeichen zu lang. Erlaubt sind { $max }.
}
post-text-missing = Schreiben Sie einen Text oder fügen Sie ein Bild hinzu.
post-body-long = { $n ->
    [one] Der Text ist um ein Zeichen zu lang. Erlaubt sind { $max }.
   *[other] Der Text ist um { $n } Zeichen zu lang. Erlaubt sind { $max }.
}
post-house-missing = Wählen Sie mindestens eine Einrichtung, deren Beitrag es ist.
post-links-many = { $n ->
    [one] Unter dem Text kann höchstens ein Link stehen.
   *[other] Unter dem Text können höchstens { $n } Links stehen.
}
post-link-wrong = „{ $link }“ ist keine vollständige Internetadresse. Sie beginnt mit https:// oder http://.
post-language-wrong = Wählen Sie die Sprache des Textes.

# Two versions beside each other. The words for screen readers stand before and after a change.
post-difference-heading = Was sich geändert hat
post-difference-none = Beide Fassungen sind gleich.
post-difference-title = Titel
post-difference-text = Text
post-difference-added = eingefügt:
post-difference-removed = gestrichen:
post-difference-end = Ende der Änderung
post-difference-legend = Eingefügtes ist unterstrichen, Gestrichenes durchgestrichen.
post-difference-facts = Außerdem
post-change-house-added = { $name } steht jetzt dabei.
post-change-house-removed = { $name } steht nicht mehr dabei.
post-change-byline-order = Die Einrichtungen stehen in anderer Reihenfolge.
post-change-author-added = { $name } ist jetzt als Autor:in genannt.
post-change-author-removed = { $name } ist nicht mehr als Autor:in genannt.
post-change-picture-added = Neues Bild: { $name }
post-change-picture-removed = Bild entfernt: { $name }
post-change-picture-order = Die Bilder stehen in anderer Reihenfolge.
post-change-link-added = Neuer Link: { $name } ({ $url })
post-change-link-removed = Link entfernt: { $name } ({ $url })
post-change-link-order = Die Links stehen in anderer Reihenfolge.
post-change-topic = Der Beitrag gehört jetzt zum Thema „{ $name }“.
post-change-topic-none = Der Beitrag gehört zu keinem Thema mehr.
post-change-series = Der Beitrag gehört jetzt zur Reihe „{ $name }“.
post-change-series-none = Der Beitrag gehört zu keiner Reihe mehr.
post-change-language = Die Sprache des Textes ist jetzt: { $name }
post-change-spacing = Nur Zeilen und Absätze sind anders gesetzt.
