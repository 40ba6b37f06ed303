# Der Plan: Wochen, Monate, Listen.
post-plan-untitled = ohne Titel
