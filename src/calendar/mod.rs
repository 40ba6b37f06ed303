//! Local time as people say it: weekdays, holidays, slots that keep their hour.
