# The public pages.
site-directory-title = Networks
site-directory-lead = Small libraries, museums and archives that run a page together. Each page belongs to several houses.
site-directory-what = A network is a group of small houses that share a page. They take turns writing, and above every post you can see which house it comes from.
site-directory-count = { $n ->
    [one] One network
   *[other] { $n } networks
}, { $houses ->
    [one] one house
   *[other] { $houses } houses
}
site-directory-places = Which house is near you?
site-directory-was = has said goodbye
site-place = Place
site-house = House
site-kind = Kind
site-consortium = Network
site-libraries = { $n ->
    [one] one library
   *[other] { $n } libraries
}
site-museums = { $n ->
    [one] one museum
   *[other] { $n } museums
}
site-archives = { $n ->
    [one] one archive
   *[other] { $n } archives
}
site-institutions = { $n ->
    [one] one institution
   *[other] { $n } institutions
}
site-directory-empty = No network is public here yet. Please look in again soon.
site-directory-ended = Said goodbye in { $month }. All its posts are still here to read.
site-directory-table = Directory as a table (CSV)
site-directory-data = Directory as data (JSON-LD)

## The frame
site-nav-posts = Posts
site-nav-topics = Topics
site-nav-open = Open today
site-nav-archive = Archive
site-nav-about = About us
site-nav-simple = Easy German
site-nav-follow = Follow
site-notice = Notice
site-preview = Preview: this page is not public yet. Only members of the network can see it.
site-ended = This network ended on { $date }. Its posts are still here to read.
site-houses-today = The houses, and who is open today

## The network's page
site-no-posts = No posts yet
site-no-posts-why = The first one will be here soon. Until then, you will find us in our houses.
site-more = More posts
site-all-posts = All posts in the archive
site-beside = Alongside the posts
site-what = { $n ->
    [2] Two
    [3] Three
    [4] Four
    [5] Five
    [6] Six
   *[other] { $n }
} houses write here together. The sign and colour on every post tell you who is speaking.
site-topics-beside = Recent topics
site-who = Who we are
site-more-about = More about us
site-map = Where we are
site-map-words = Map with distances as the crow flies. { $places }
site-follow-short = Let our news come to you: no sign-up, no account.
site-follow-how = How to follow us
site-topic = Topic
site-with = with
site-glances = { $n ->
    [one] One view of:
    [2] Two views of:
    [3] Three views of:
    [4] Four views of:
    [5] Five views of:
   *[other] { $n } views of:
}
site-posts = { $n ->
    [one] one post
   *[other] { $n } posts
}

## A post
site-archived = This post is in the archive. Some things may have changed since.
site-links = Further reading
site-corrected = Last corrected:
site-more-on = More on { $topic }
site-makers = { $n ->
    [one] The house behind this post
   *[other] The houses behind this post
}
site-pass-on = Pass it on
site-pass-on-mail = Send by e-mail
site-pass-on-address = To copy:
site-other-glances = Other views of: { $topic }
site-whole-topic = The whole topic
site-house-more = More from { $house }
site-turn = Turn the page
site-before = Published before this
site-after = Published after this

## A house
site-kind-library = Library
site-kind-museum = Museum
site-kind-archive = Archive
site-kind-other = Institution
site-house-left = This house left the network on { $date }. Its posts stay here and still carry its name.
site-house-paused = This house is taking a break from writing here. You are still welcome to visit.
site-house-posts = From { $house }
site-house-no-posts = This house has not published anything here yet.
site-house-all-posts = All posts of this house
site-house-follow = Follow this house only
site-house-facts = The house
site-hours = Opening hours
site-hours-week = Opening hours this week
site-hours-unknown = We do not have the opening hours yet. Please call before you come.
site-contact = Contact
site-website = The house’s own website
site-accessibility = Accessibility
site-official-name = Official name
site-carrier = Governing body
site-open-description = Which house is open now, and which will open later today.
site-open-where = Each house’s page has the whole week and the way to the door.
site-open-none = At present no house belongs to this network.
site-open-ended = The network has ended, so there are no opening hours here any more. Please ask the houses themselves.

## Topics and archive
site-topics-description = One topic, several houses: each sees something different.
site-no-topics = The houses have not written about a topic yet.
site-all-topics = All topics
site-topic-feed = Follow this topic (feed)
site-perspectives = How each house sees it
site-archive-description = Everything that has ever appeared here.
site-archive-month = Posts in { $month }
site-archive-house = All posts by { $house }
site-by-house = By house
site-by-month = By month
site-whole-archive = The whole archive

## About us and following
site-about-empty = You will soon read here who we are.
site-simple-description = This page is easy to read, in German.
site-simple-empty = The text in easy German is still missing.
site-follow-description = New posts can come to you by themselves, like a newspaper through the letter box.
site-follow-what = What you need
site-follow-what-text = A program that reads feeds. A feed is a list of our new posts that the program fetches for you. There are free ones for every phone and computer; search for “feed reader”. Many e-mail programs can do it, too.
site-follow-steps = In three steps
site-follow-step-reader = Open your feed reader and choose “Add feed” or “Subscribe”.
site-follow-step-add = Enter this address:
site-follow-step-done = Done. New posts will appear there by themselves.
site-follow-formats = If your program asks for a particular format:
site-follow-houses = Just one house
site-follow-houses-text = If you only want to read what one house writes, use its address.
site-follow-private = Who can see that you follow us?
site-follow-private-text = Nobody. You need no account, and we do not know who reads our feeds. You can stop at any time: delete the address in your program.

## Legal matters
site-imprint = Legal notice
site-netiquette = House rules
site-text-empty = This text is still missing. Please turn to one of our houses.
site-privacy = Privacy
site-privacy-page = On this page
site-privacy-no-cookie = Whoever reads here gets no cookies.
site-privacy-no-foreign = Nothing on this page is loaded from other servers.
site-privacy-server = Our server needs your internet address to send you the page. The public pages do not keep it.
site-privacy-barrier = If you report a barrier, we store what you write and use it only to remove the barrier and to answer you.
site-privacy-question = If you ask us a question we store it, with your name and e-mail address if you give them. It is read by the people of the houses that take part and answered by the house it concerns. 90 days after it is closed, text, name and address are deleted; at once if you wish.
site-privacy-networks = What you write about our posts in other networks comes to us with your name there, so that we can answer. If you delete it there, we delete it here. A year after a conversation is closed, text and name are deleted. Likes and shares are only counted, without names. If we hide something, it is recorded for two years who of us did so, when, whose it was, and for what reason.
site-privacy-words = In the network's own words
site-privacy-houses = In each of the houses
site-privacy-houses-text = Several houses make this page together. Which law holds depends on who runs a house. What the houses have agreed on is here:
site-privacy-unknown = { $house } has not yet said which data protection law holds there. Please ask the house.
site-joint = Joint responsibility
site-joint-lead = Several houses make this page. They are jointly responsible for the protection of your data. Here is the essence of their arrangement (Art. 26 GDPR and the corresponding rules of the churches).
site-joint-split = Who does what
site-joint-own = Each house is responsible for its own posts and pictures, and for the consents they need.
site-joint-together = The page itself, its technology and the answers to reports are looked after by the houses together.
site-joint-rights = You can exercise your rights at any of these houses. It will see to it that the others learn of it.
site-joint-members = The houses taking part

## Reporting a barrier
site-barrier = Report a barrier
site-barrier-description = Is there something on this page that you cannot read, hear or use? Tell us, and we will change it.
site-barrier-tell = Write to us
site-barrier-body = What does not work?
site-barrier-body-hint = One sentence is enough. If you like, name your device or assistive tool.
site-barrier-page = On which page?
site-barrier-reply = How may we answer?
site-barrier-reply-hint = Optional: an e-mail address, a telephone number or a postal address.
site-barrier-send = Report
site-barrier-missing = Please write what does not work.
site-barrier-long = { $n ->
    [one] The text is one character too long.
   *[other] The text is { $n } characters too long.
}
site-barrier-field-long = This is too long. Please shorten it to 500 characters.
site-barrier-stuck = If we do not help
site-ending = The last day of this network is { $date }.
site-feed-ended = { $name } has said goodbye
site-follow-channels = Where else we are
site-follow-channels-text = Everything that stands there stands here first. You need none of these networks to read us.
site-follow-channels-private = Whoever reads or answers there gives data to that network, whose own rules hold there. Nothing is loaded from there on this site.
