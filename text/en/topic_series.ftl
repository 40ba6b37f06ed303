# Series: what returns at a fixed time.
topic-series = Series
topic-series-lead = What returns at a fixed time always has its place in the plan.
topic-series-none = There is no series yet. A “Friday question” every Friday at 10 is a good beginning.
topic-series-to-plan = To the plan
topic-series-all = All series
topic-series-new = New series
topic-series-next = Next:
topic-series-next-heading = The next dates
topic-series-edit = Change
topic-series-edit-of = Change the series “{ $title }”
topic-series-continue = Take up again
topic-series-continue-of = Take up the series “{ $title }” again
topic-series-continue-hint = This series has ended. Taken up again, it has its place in the plan again.
topic-series-end-heading = End the series
topic-series-end-hint = The plan keeps no more places for it. All posts stay where they are.
topic-series-end = End the series
topic-series-ended-heading = Ended
topic-series-title = Name
topic-series-title-hint = For example: Friday question
topic-series-rhythm = How often?
topic-series-rhythm-weekly = Every week
topic-series-rhythm-weeks = Every few weeks
topic-series-rhythm-monthly = Once a month
topic-series-rhythm-none = Without a fixed time
topic-series-weekday = Weekday
topic-series-time = Time
topic-series-every = Every … weeks
topic-series-nth = In the month on the …
topic-series-nth-choice = { $n ->
    [1] first
    [2] second
    [3] third
    [4] fourth
   *[other] last
}
topic-series-except = Left out
topic-series-except-holiday = on public holidays
topic-series-except-vacation = in the school holidays
topic-series-save = Save
topic-series-saved = Saved.
topic-series-ended = The series has ended.
topic-series-continued = The series goes on.
topic-series-no-slot = without a fixed time
topic-series-uncertain = { $at } (school holidays not known yet)
topic-series-title-missing = Give the series a name.
topic-series-title-long = { $n ->
    [one] The name is one character too long. { $max } are allowed.
   *[other] The name is { $n } characters too long. { $max } are allowed.
}
topic-series-weekday-missing = Choose a weekday.
