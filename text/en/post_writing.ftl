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
post-house-missing = Choose the house that this post comes from.
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

# Two people changed the same text.
post-merge-heading = Two people wrote at the same time
post-merge-explanation = { $name } has changed the text as well in the meantime. Nothing is lost: both versions are here.
post-merge-count = { $n ->
    [one] In one place the changes do not fit together. Choose what is to stand there.
   *[other] In { $n } places the changes do not fit together. Choose what is to stand there.
}
post-merge-place-title = Title
post-merge-place-body = Text
post-merge-place-topic = Topic
post-merge-place-series = Series
post-merge-place-language = Language
post-merge-mine = My version
post-merge-theirs = Version by { $name }
post-merge-both = Both, one after the other
post-merge-base = What was there before
post-merge-nothing = (nothing; something was removed here)
post-merge-by-hand = Or put it together yourself
post-merge-by-hand-hint = Both versions stand here one after the other. Cut what is there twice.
post-merge-take = Use this
post-merge-moved = { $name } saved once more while this page was open. Please look again; your choices are kept where they fit.
post-merge-fits = Both changes fit beside each other. Look at the result and take it.
post-merge-take-by-hand = Take this text as it stands here
post-merge-look = View the result
post-merge-discard = Discard my version
post-merge-result = What the post becomes

# The form while somebody types. {time} in curly brackets is filled in by the browser.
post-editor-toolbar = Format text
post-editor-bold = Bold
post-editor-italic = Italic
post-editor-heading = Heading
post-editor-list = List
post-editor-quote = Quote
post-editor-link = Link
post-editor-preview = Preview
post-editor-saving = Saving …
post-editor-saved = Saved at {"{"}time{"}"}
post-editor-offline = No connection. Your text is kept in this browser and will be saved as soon as possible.
post-editor-not-saved = No connection. Your text is not saved yet; leave this page open.
post-editor-conflict = Somebody else has changed the text in the meantime. Yours is still here.
post-editor-conflict-link = Bring both versions together
post-editor-sign-in = You have been signed out. Sign in again in a new window; your text stays here.
post-editor-sign-in-link = Sign in
post-editor-refused = This could not be saved. Your text is still here; copy it before you reload the page.
post-editor-restore = This browser holds a text from {"{"}time{"}"} that was not saved.
post-editor-restore-yes = Bring this text back
post-editor-restore-no = Discard
post-editor-restored = Your text is back.
post-editor-count = {"{"}n{"}"} of {"{"}max{"}"} characters

# What is said otherwise in single channels.
post-wording-long = { $n ->
    [one] The wording for one channel is one character too long. Allowed are { $max }.
   *[other] The wording for one channel is { $n } characters too long. Allowed are { $max }.
}
post-change-left-out = { $name }: the post does not go there.
post-change-let-in = { $name }: the post now goes there too.
post-change-wording = { $name }: own wording: “{ $text }”
post-change-wording-none = { $name }: the usual text again.
post-change-thread = { $name }: a text that is too long becomes several parts.
post-change-thread-none = { $name }: a text that is too long is shortened again.
post-channels = In the channels
post-channels-hint = Each channel gets the post in its own length, with the name of the house and the link back here. What you change here is part of what is signed off.
post-channel-on = Send it there
post-channel-text = Own wording for { $name }
post-channel-text-hint = Leave it empty to get the usual: title and text.
post-channel-thread = Spread a text that is too long over several parts instead of shortening it
post-channel-preview = How it looks there
