# Asking a question: the form on the public pages.
conversation-ask-title = Ask a question
conversation-ask-description = Ask us: about a house, about a post, about anything else. A human being answers you.
conversation-ask-ended = This network has ended. Nobody answers here any more; please turn to the houses themselves.
conversation-ask-house = Whom do you ask?
conversation-ask-any = I do not know
conversation-ask-text = Your question
conversation-ask-text-hint = No card numbers, please, and nothing about health.
conversation-ask-missing = Write us your question.
conversation-ask-name = What may we call you?
conversation-ask-email = E-mail for the answer
conversation-ask-email-hint = Without an address we cannot answer you. It is used for nothing else and not published.
conversation-ask-email-wrong = This is no e-mail address that we can write to.
conversation-ask-website = Please leave empty (against programs that fill in forms)
conversation-ask-website-filled = This field has to stay empty. Delete what is in it and send again.
conversation-ask-consent = I agree that what I enter is kept until my question is answered, and for 90 days after that. I can have it deleted at any time.
conversation-ask-consent-missing = Without your consent we may not keep the question.
conversation-ask-privacy = Who sees what you enter, and when it is deleted:
conversation-ask-needed = We need the fields marked with *.
conversation-ask-send = Send the question
conversation-asked-title = Your question to us
conversation-asked-number = Number
conversation-asked-received = Received
conversation-asked-house = Who answers
conversation-asked-due = At the latest
conversation-asked-mail = Thank you. Your question is here. The answer comes by e-mail.
conversation-asked-no-mail = Thank you. Your question is here. As you left no e-mail address we cannot answer you; it will be read.
conversation-asked-done = Your question has been dealt with.
conversation-asked-gone = Text, name and address have been deleted.
conversation-asked-keep = Keep the address of this page: only with it can you take the question back.
conversation-asked-withdraw = Take the question back and delete everything
conversation-asked-again = Ask something else
conversation-receipt-subject = Your question no. { $number } to { $consortium } is here
conversation-receipt-body =
    Hello,

    your question no. { $number } to { $consortium } has arrived. You will get an answer by { $due } at the latest.

    See how it stands, or take the question back and have everything deleted:
    { $link }

    If you asked nothing, somebody typed your address. Open the page and have everything deleted.
