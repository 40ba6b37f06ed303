# What is said when something goes out into the Fediverse.
federation-out-pictures = Mastodon shows only the first { $n } pictures; other services show all.
federation-out-folded = Mastodon folds texts of more than { $n } characters; “Read more” shows them whole.
federation-out-nobody = Whoever wrote this is no longer found on their server.
