-- Every model of the registers, in the order in which each finds what it is made of: the loaders go by these lines, and
-- a DuckDB shell that stands in the project's folder runs them.
.read data-loaders/models/registers/macros.sql
.read data-loaders/models/registers/periods.sql
.read data-loaders/models/registers/back_contacts.sql
.read data-loaders/models/registers/first_contacts_in_period.sql
.read data-loaders/models/registers/cohort.sql
.read data-loaders/models/registers/cohort_steps.sql
.read data-loaders/models/registers/contact_coverage.sql
.read data-loaders/models/registers/flow_contacts.sql
.read data-loaders/models/registers/follow_up.sql
.read data-loaders/models/registers/strong_analgesics.sql
.read data-loaders/models/registers/guidance_services.sql
.read data-loaders/models/registers/employment_around.sql
.read data-loaders/models/registers/spine_procedures.sql
.read data-loaders/models/registers/pathway_events.sql
.read data-loaders/models/registers/pathways.sql
.read data-loaders/models/registers/areas.sql
.read data-loaders/models/registers/period_population.sql
.read data-loaders/models/registers/adults.sql
.read data-loaders/models/registers/adults_by_age.sql
