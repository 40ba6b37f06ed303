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

# Two versions beside each other. The words for screen readers stand before and after a change.
post-difference-heading = What has changed
post-difference-none = Both versions are the same.
post-difference-title = Title
post-difference-text = Text
post-difference-added = added:
post-difference-removed = removed:
post-difference-end = end of change
post-difference-legend = Added words are underlined, removed words are struck through.
post-difference-facts = Also
post-change-house-added = { $name } is now named.
post-change-house-removed = { $name } is no longer named.
post-change-byline-order = The institutions are in a different order.
post-change-author-added = { $name } is now named as an author.
post-change-author-removed = { $name } is no longer named as an author.
post-change-picture-added = New picture: { $name }
post-change-picture-removed = Picture removed: { $name }
post-change-picture-order = The pictures are in a different order.
post-change-link-added = New link: { $name } ({ $url })
post-change-link-removed = Link removed: { $name } ({ $url })
post-change-link-order = The links are in a different order.
post-change-topic = The post now belongs to the topic “{ $name }”.
post-change-topic-none = The post no longer belongs to a topic.
post-change-series = The post now belongs to the series “{ $name }”.
post-change-series-none = The post no longer belongs to a series.
post-change-language = The language of the text is now: { $name }
post-change-spacing = Only lines and paragraphs are set differently.
