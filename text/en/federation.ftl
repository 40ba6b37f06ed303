# What stands below a post and in a profile in the Fediverse.
federation-byline = A post by { $houses }
federation-pictures = Picture: { $credit }
federation-part-of = A house of { $name }
federation-imprint = Impressum
federation-page = Page
federation-website = Website
