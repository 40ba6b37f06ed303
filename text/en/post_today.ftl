# The first screen.
post-today-headline = { calendar-weekday }, { $d } { calendar-month }
post-today-lead-none = Nothing waits for you today.
post-today-lead-asked = { $n ->
    [one] One post waits for your sign-off, until { $until }.
   *[other] { $n } posts wait for your sign-off, the first until { $until }.
}
post-today-lead-rest = { $n ->
    [one] One thing waits for you.
   *[other] { $n } things wait for you.
}
post-today-lead-besides = { $n ->
    [one] One more thing waits besides.
   *[other] { $n } more things wait besides.
}
post-today-for-you = For you
post-today-nothing = All done. A good moment for a new post, perhaps?
post-today-more = { $n ->
    [one] And one more thing
   *[other] And { $n } more things
}
post-today-asked = { $after ->
    [none] asks for your sign-off until { $until }
   *[other] asks for your sign-off until { $until }, otherwise { $after } is asked
}
post-today-read = Read
post-today-look = Look
post-today-new-time = New time
post-today-revise = Revise
post-today-write-on = Go on writing
post-today-draft-ready = Your draft. It is ready to be proposed.
post-today-draft-lacks = Your draft. { $what }
post-today-draft-due = Meant for { $due }.
post-today-called = { $name } calls for you, { $at }: “{ $body }”
post-today-answer = Answer
post-today-unmerged = Somebody wrote at the same time. Your version still lies beside.
post-today-merge = Merge
post-today-mode = Another house proposes a new rule
post-today-decide = Decide
post-today-weeks = The next two weeks
post-today-to-plan = To the whole plan
post-today-going = Going out today
post-today-going-none = Nothing appears today.
post-today-out = has appeared
post-today-will-be-out = signed off, appears by itself
post-today-is-held = on hold
post-today-not-signed = not signed off yet
post-today-away = Not available
post-today-away-none = Everybody is here.
post-today-away-until = until { $date }
post-today-away-enter = Enter an absence
post-today-first = Soon you will find here what waits for you. The first step: a title, two sentences, a picture. Nothing becomes public before another house has read it.
post-today-first-post = Write the first post
post-today-alone = You are still alone. Invite somebody of another house, so that posts can be read before they appear.
post-today-invite = Invite people
post-today-coordination = Coordination
post-today-barrier = Reported barrier { $n }
