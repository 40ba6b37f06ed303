# What stands below a post and in a profile in the Fediverse.
federation-byline = A post by { $houses }
federation-pictures = Picture: { $credit }
federation-part-of = A house of { $name }
federation-imprint = Impressum
federation-page = Page
federation-website = Website
federation-move-unknown = The other account does not name this one yet. Enter there as another account of yours first: { $own }
federation-move-nobody = There is no account at { $address }.
