# What happened with the newsletter.
audit-newsletter-rhythm = { $who } has changed when the newsletter goes out collected.
audit-subscriber-search = { $who } has looked up what is kept about a newsletter address.
audit-newsletter-data = { $who } has downloaded the data about a newsletter address.
audit-newsletter-end = { $who } has ended the newsletter for somebody who asked.
