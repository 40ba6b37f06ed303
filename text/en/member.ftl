# The people: signing in, roles, rights.
member-nav-today = Today
member-nav-inbox = Inbox
member-nav-plan = Plan
member-nav-posts = Posts
member-nav-topics = Topics
member-nav-pictures = Pictures
member-nav-consortium = Network
member-notice-ended = This network has ended. Everything can still be read, there are no new posts.
member-notice-held = Everything is on hold: nothing new appears until this is lifted.
member-consortium-ended = This network has ended. Everything can be read, nothing can be changed any more.
member-coach-only-comments = As a coach you read and comment; writing and signing off is done by the houses themselves.
member-only-coordination = Only the network's coordination may do this. Just ask them.
member-only-own-house = Only this house's head and team may do this, or the coordination.
member-house-pauses = { $house } is pausing. You go on reading everything and talking in the posts, and you keep the house and its opening hours up to date. You can write and sign off again once the house takes part again: its head or the coordination says so under “Network”.
member-your-house-left = { $house } has left the network, so you no longer have access here. What you wrote stays public under the name of the house. You still find your own data under “My details”.
member-notice-ending = Last day of the network: { $date }. “{ $reason }” Until then everything goes on as before.
