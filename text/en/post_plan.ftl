# The plan: weeks, months, lists.
post-plan = Plan
post-plan-new = New post
post-plan-views = View
post-plan-view-week = Weeks
post-plan-view-month = Month
post-plan-view-list = List
post-plan-steps = Turn pages
post-plan-before = Back
post-plan-now = Today
post-plan-after = Next
post-plan-filter = Filter
post-plan-house = House
post-plan-topic = Topic
post-plan-all-houses = All houses
post-plan-all-topics = All topics
post-plan-apply = Apply
post-plan-week = Week
post-plan-day = { $d }
post-plan-day-month = { $d } { calendar-month-short }
post-plan-is-today = today
post-plan-free = free
post-plan-begin = Begin a post for it
post-plan-move = move
post-plan-thin = { $n ->
    [0] no post yet
    [one] only one post yet
   *[other] only { $n } posts yet
}
post-plan-clashes = Too close together
post-plan-clash = { $date }: “{ $one }” at { $at } and “{ $other }” at { $then } take each other’s readers away.
post-plan-gaps = { $n ->
    [one] One day is still free.
   *[other] { $n } days are still free.
}
post-plan-series = Series with fixed times
post-plan-how = Drag a post to another day, or move it with Alt and the arrow keys, or with “move”.
post-plan-empty = Nothing is in the plan for this time yet.
post-plan-nothing-today = Nothing appears today.
post-plan-lifted = {"{"}title{"}"} is lifted.
post-plan-moved = {"{"}title{"}"}: now {"{"}day{"}"}.
post-plan-failed = {"{"}title{"}"} could not be moved.
post-plan-cancelled = {"{"}title{"}"} stays where it was.
