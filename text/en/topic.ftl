# Words of the room topic.
topic-topics = Topics
topic-lead = One topic, several houses: each tells it in its own way, and the page shows the perspectives side by side.
topic-new = New topic
topic-none = No topic yet. A good first one: something that is coming up for all of you.
topic-perspectives = { $n ->
    [0] No perspective public yet
    [one] One perspective public
   *[other] { $n } perspectives public
}
topic-told = Have told theirs:
topic-writing = Are writing:
topic-missing = Nothing yet from:
topic-add = Add a perspective
topic-add-to = Add a perspective on “{ $title }”
topic-ended-heading = Closed
topic-has-ended = This topic is closed.
topic-public-page = As the public sees it
topic-posts = Posts on this topic
topic-posts-none = None yet. Would you make a start?
topic-untitled-post = Post without a title
topic-post-public = public
topic-post-in-progress = in progress
topic-words = Title and introduction
topic-title = Title
topic-title-hint = Short and inviting. The address of the topic page stays, even if you change the title later.
topic-intro = Introduction
topic-intro-hint = Two or three sentences: what is it about, and why now? Stands above the perspectives.
topic-save = Save
topic-needs-title = Please give the topic a title.
topic-title-long = { $n ->
    [one] The title is one character too long.
   *[other] The title is { $n } characters too long.
}
topic-end-heading = Close the topic
topic-end-hint = The topic page and all posts stay. Nobody is asked for new perspectives any more.
topic-end = Close
topic-reopen-heading = Open the topic again
topic-reopen = Open again
topic-done-saved = Saved.
topic-done-ended = The topic is closed.
topic-done-reopened = The topic is open again.
