# Reported barriers, and what the consortium itself says about its accessibility.
barrier-standing-new = new
barrier-standing-working = being worked on
barrier-standing-answered = answered
barrier-days-left =
    { $n ->
        [0] Today is the last day.
        [one] One day left.
       *[other] { $n } days left.
    }
barrier-days-over =
    { $n ->
        [one] Overdue since yesterday.
       *[other] Overdue for { $n } days.
    }
barrier-too-long =
    { $n ->
        [one] That does not fit: no more than one character is possible.
       *[other] That does not fit: no more than { $n } characters are possible.
    }

## Letters inside
barrier-letter-arrived = Somebody has reported a barrier (no. { $number })
barrier-letter-arrived-body =
    Something does not work on the page of { $consortium }: “{ $excerpt }”

    By { $due } the report needs an answer, or word that it takes longer. Here you can settle who looks after it.
barrier-letter-given = Please look after a reported barrier (no. { $number })
barrier-letter-given-body =
    This report to { $consortium } is now with you or your institution: “{ $excerpt }”

    There is time until { $due }.
barrier-letter-due = A reported barrier waits for an answer (no. { $number })
barrier-letter-due-body =
    This report to { $consortium } has no answer yet: “{ $excerpt }”

    There is time until { $due }. If it takes longer, a short message to the person who reported it will do for now.

## Answers outside
barrier-answer-subject = { $consortium }: your report no. { $number }
barrier-answer-draft =
    Hello,

    on { $received } you reported a barrier on the page of { $consortium } (no. { $number }). Thank you for that.



    If this answer does not satisfy you, you can turn to this office free of charge:
    { $office }

    Kind regards
    { $consortium }
barrier-interim-draft =
    Hello,

    we are working on your report no. { $number } to { $consortium }. It takes longer than two weeks. You will have an answer on { $latest } at the latest.

    If this does not satisfy you, you can turn to this office free of charge:
    { $office }

    Kind regards
    { $consortium }
barrier-office =
    Ombudsstelle für barrierefreie Informationstechnik des Landes Nordrhein-Westfalen
    (the ombuds office for accessible information technology)
    Fürstenwall 25
    40219 Düsseldorf, Germany
    ombudsstelle-barrierefreie-it@mags.nrw.de

## What to look at again
barrier-simple-behind = The text in easy language is older than “About us”
barrier-simple-behind-why = “About us” was changed on { $date }. Adapt the text in easy language, or confirm that it still holds.
barrier-review-due = The accessibility statement is more than a year old
barrier-review-due-why = Last gone through on { $date }. Somebody should do that once a year.
barrier-statement-missing = There is no accessibility statement
barrier-statement-missing-why = The page is public; nobody has said yet how accessible it is.

## Reading the statement
barrier-choose-conformity = Please choose how accessible the page is.
barrier-choose-assessed = Please choose how you found that out.
barrier-gap-incomplete = One line does not say what is not accessible.
barrier-full-with-gaps = “Fully accessible” and a list of exceptions contradict each other.
barrier-gaps-missing = Please name at least one thing that is not accessible yet.
barrier-day-ahead = That day is still to come.
barrier-reviewed-before-made = The statement can be gone through only once it exists.
