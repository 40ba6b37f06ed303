# The trail: series.
audit-series-created = { $who } created a series: { $subject }
audit-series-changed = { $who } changed a series: { $subject }
audit-series-ended = { $who } ended a series: { $subject }
audit-series-continued = { $who } took a series up again: { $subject }
