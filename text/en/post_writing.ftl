# Words of writing a post: what a text needs, what was changed, how two versions become one.
post-title-missing = Give the post a title.
post-title-long = { $n ->
    [one] The title is one character too long. { $max } are allowed.
   *[other] The title is { $n } characters too long. { $max } are allowed.
}
post-text-missing = Write a text or add a picture.
post-body-long = { $n ->
    [one] The text is one character too long. { $max } are allowed.
   *[other] The text is { $n } characters too long. { $max } are allowed.
}
post-house-missing = Choose at least one institution whose post this is.
post-links-many = { $n ->
    [one] There can be at most one link below the text.
   *[other] There can be at most { $n } links below the text.
}
post-link-wrong = “{ $link }” is not a complete web address. It begins with https:// or http://.
post-language-wrong = Choose the language of the text.
