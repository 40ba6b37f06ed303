# The plan: weeks, months, lists.
post-plan-untitled = untitled
