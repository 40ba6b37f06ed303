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
