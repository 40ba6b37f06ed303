# What stands below a post and in a profile in the Fediverse.
federation-byline = A post by { $houses }
federation-pictures = Picture: { $credit }
