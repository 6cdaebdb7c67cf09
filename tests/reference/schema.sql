-- version 4
CREATE TABLE "branch" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "created" TEXT NOT NULL,
   "changed" TEXT NOT NULL,
   "deleted" TEXT NOT NULL,
   "starts" TEXT NOT NULL,
   "ends" TEXT NOT NULL,
   "checksum" INTEGER,
   "filed_under" INTEGER,
   "starred" INTEGER,
   "left_out" INTEGER,
   "tags" TEXT,
   "files" TEXT,
   "name" TEXT,
   "unit" TEXT,
   "unit_type" TEXT,
   "superior" TEXT,
   "branch_type" TEXT,
   "founded_on" TEXT,
   "no_committee" INTEGER,
   "no_groups" INTEGER,
   "groups" TEXT,
   "committee" TEXT,
   "secretaries" TEXT,
   "elected_on" TEXT,
   "term_ends_on" TEXT,
   "theme_day" TEXT,
   "typed" TEXT
) STRICT;
CREATE INDEX "idx_branch_ends_starts"
    ON "branch" ("ends", "starts");
CREATE TABLE "person" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "created" TEXT NOT NULL,
   "changed" TEXT NOT NULL,
   "deleted" TEXT NOT NULL,
   "starts" TEXT NOT NULL,
   "ends" TEXT NOT NULL,
   "checksum" INTEGER,
   "filed_under" INTEGER,
   "starred" INTEGER,
   "left_out" INTEGER,
   "tags" TEXT,
   "files" TEXT,
   "name" TEXT,
   "sex" TEXT,
   "ethnicity" TEXT,
   "born_on" TEXT,
   "id_number" TEXT,
   "phone" TEXT,
   "education" TEXT,
   "job" TEXT,
   "group" TEXT,
   "category" TEXT,
   "joined_on" TEXT,
   "confirmed_on" TEXT,
   "arrived_on" TEXT,
   "left_on" TEXT,
   "floating" INTEGER,
   "in_need" INTEGER,
   "note" TEXT
) STRICT;
CREATE INDEX "idx_person_ends_starts"
    ON "person" ("ends", "starts");
CREATE TABLE "study_meeting" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "created" TEXT NOT NULL,
   "changed" TEXT NOT NULL,
   "deleted" TEXT NOT NULL,
   "starts" TEXT NOT NULL,
   "ends" TEXT NOT NULL,
   "checksum" INTEGER,
   "filed_under" INTEGER,
   "starred" INTEGER,
   "left_out" INTEGER,
   "tags" TEXT,
   "files" TEXT,
   "held_on" TEXT,
   "form" TEXT,
   "topic" TEXT,
   "first_agenda" INTEGER,
   "group" TEXT,
   "place" TEXT,
   "host" TEXT,
   "speaker" TEXT,
   "recorder" TEXT,
   "due" INTEGER,
   "present" INTEGER,
   "attendance" TEXT,
   "guests" TEXT,
   "hours" TEXT,
   "summary" TEXT,
   "resolution" TEXT,
   "votes" TEXT
) STRICT;
CREATE INDEX "idx_study_meeting_ends_starts"
    ON "study_meeting" ("ends", "starts");
CREATE TABLE "first_agenda" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "created" TEXT NOT NULL,
   "changed" TEXT NOT NULL,
   "deleted" TEXT NOT NULL,
   "starts" TEXT NOT NULL,
   "ends" TEXT NOT NULL,
   "checksum" INTEGER,
   "filed_under" INTEGER,
   "starred" INTEGER,
   "left_out" INTEGER,
   "tags" TEXT,
   "files" TEXT,
   "held_on" TEXT,
   "studied" TEXT,
   "pieces" INTEGER,
   "messenger" TEXT,
   "meeting" TEXT,
   "speakers" INTEGER,
   "measures" TEXT,
   "outcome" TEXT
) STRICT;
CREATE INDEX "idx_first_agenda_ends_starts"
    ON "first_agenda" ("ends", "starts");
CREATE TABLE "theme_day" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "created" TEXT NOT NULL,
   "changed" TEXT NOT NULL,
   "deleted" TEXT NOT NULL,
   "starts" TEXT NOT NULL,
   "ends" TEXT NOT NULL,
   "checksum" INTEGER,
   "filed_under" INTEGER,
   "starred" INTEGER,
   "left_out" INTEGER,
   "tags" TEXT,
   "files" TEXT,
   "held_on" TEXT,
   "topic" TEXT,
   "form" TEXT,
   "place" TEXT,
   "organiser" TEXT,
   "due" INTEGER,
   "present" INTEGER,
   "attendance" TEXT,
   "partner" TEXT,
   "summary" TEXT,
   "result" TEXT
) STRICT;
CREATE INDEX "idx_theme_day_ends_starts"
    ON "theme_day" ("ends", "starts");
CREATE TABLE "org_life" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "created" TEXT NOT NULL,
   "changed" TEXT NOT NULL,
   "deleted" TEXT NOT NULL,
   "starts" TEXT NOT NULL,
   "ends" TEXT NOT NULL,
   "checksum" INTEGER,
   "filed_under" INTEGER,
   "starred" INTEGER,
   "left_out" INTEGER,
   "tags" TEXT,
   "files" TEXT,
   "held_on" TEXT,
   "topic" TEXT,
   "place" TEXT,
   "host" TEXT,
   "study" TEXT,
   "opinions" INTEGER,
   "talks" INTEGER,
   "shortcomings" INTEGER,
   "measures" INTEGER,
   "superior" TEXT,
   "due" INTEGER,
   "present" INTEGER,
   "attendance" TEXT,
   "summary" TEXT
) STRICT;
CREATE INDEX "idx_org_life_ends_starts"
    ON "org_life" ("ends", "starts");
CREATE TABLE "appraisal" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "created" TEXT NOT NULL,
   "changed" TEXT NOT NULL,
   "deleted" TEXT NOT NULL,
   "starts" TEXT NOT NULL,
   "ends" TEXT NOT NULL,
   "checksum" INTEGER,
   "filed_under" INTEGER,
   "starred" INTEGER,
   "left_out" INTEGER,
   "tags" TEXT,
   "files" TEXT,
   "year" INTEGER,
   "held_on" TEXT,
   "due" INTEGER,
   "present" INTEGER,
   "excellent" INTEGER,
   "qualified" INTEGER,
   "barely" INTEGER,
   "unqualified" INTEGER,
   "results" TEXT,
   "note" TEXT
) STRICT;
CREATE INDEX "idx_appraisal_ends_starts"
    ON "appraisal" ("ends", "starts");
CREATE TABLE "talk" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "created" TEXT NOT NULL,
   "changed" TEXT NOT NULL,
   "deleted" TEXT NOT NULL,
   "starts" TEXT NOT NULL,
   "ends" TEXT NOT NULL,
   "checksum" INTEGER,
   "filed_under" INTEGER,
   "starred" INTEGER,
   "left_out" INTEGER,
   "tags" TEXT,
   "files" TEXT,
   "held_on" TEXT,
   "talker" TEXT,
   "to" TEXT,
   "form" TEXT,
   "place" TEXT,
   "summary" TEXT,
   "follow_up" TEXT
) STRICT;
CREATE INDEX "idx_talk_ends_starts"
    ON "talk" ("ends", "starts");
CREATE TABLE "training" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "created" TEXT NOT NULL,
   "changed" TEXT NOT NULL,
   "deleted" TEXT NOT NULL,
   "starts" TEXT NOT NULL,
   "ends" TEXT NOT NULL,
   "checksum" INTEGER,
   "filed_under" INTEGER,
   "starred" INTEGER,
   "left_out" INTEGER,
   "tags" TEXT,
   "files" TEXT,
   "name" TEXT,
   "started_on" TEXT,
   "ended_on" TEXT,
   "organiser" TEXT,
   "form" TEXT,
   "hours" TEXT,
   "present" INTEGER,
   "attendance" TEXT,
   "above_county" INTEGER,
   "summary" TEXT
) STRICT;
CREATE INDEX "idx_training_ends_starts"
    ON "training" ("ends", "starts");
CREATE TABLE "dues" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "created" TEXT NOT NULL,
   "changed" TEXT NOT NULL,
   "deleted" TEXT NOT NULL,
   "starts" TEXT NOT NULL,
   "ends" TEXT NOT NULL,
   "checksum" INTEGER,
   "filed_under" INTEGER,
   "starred" INTEGER,
   "left_out" INTEGER,
   "tags" TEXT,
   "files" TEXT,
   "who" TEXT,
   "year" INTEGER,
   "payer" TEXT,
   "base" TEXT,
   "rate" TEXT,
   "monthly" TEXT,
   "months" TEXT,
   "note" TEXT
) STRICT;
CREATE INDEX "idx_dues_ends_starts"
    ON "dues" ("ends", "starts");
CREATE TABLE "election" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "created" TEXT NOT NULL,
   "changed" TEXT NOT NULL,
   "deleted" TEXT NOT NULL,
   "starts" TEXT NOT NULL,
   "ends" TEXT NOT NULL,
   "checksum" INTEGER,
   "filed_under" INTEGER,
   "starred" INTEGER,
   "left_out" INTEGER,
   "tags" TEXT,
   "files" TEXT,
   "held_on" TEXT,
   "term" TEXT,
   "entitled" INTEGER,
   "present" INTEGER,
   "candidates" INTEGER,
   "seats" INTEGER,
   "issued" INTEGER,
   "returned" INTEGER,
   "valid" INTEGER,
   "ballots" TEXT,
   "approved_on" TEXT,
   "note" TEXT
) STRICT;
CREATE INDEX "idx_election_ends_starts"
    ON "election" ("ends", "starts");
CREATE TABLE "development" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "created" TEXT NOT NULL,
   "changed" TEXT NOT NULL,
   "deleted" TEXT NOT NULL,
   "starts" TEXT NOT NULL,
   "ends" TEXT NOT NULL,
   "checksum" INTEGER,
   "filed_under" INTEGER,
   "starred" INTEGER,
   "left_out" INTEGER,
   "tags" TEXT,
   "files" TEXT,
   "who" TEXT,
   "steps" TEXT,
   "sponsors" TEXT,
   "introducers" TEXT,
   "reports" TEXT,
   "examinations" TEXT,
   "courses" TEXT,
   "notices" TEXT,
   "votes" TEXT,
   "stopped_on" TEXT,
   "note" TEXT
) STRICT;
CREATE INDEX "idx_development_ends_starts"
    ON "development" ("ends", "starts");
CREATE TABLE "vanguard" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "created" TEXT NOT NULL,
   "changed" TEXT NOT NULL,
   "deleted" TEXT NOT NULL,
   "starts" TEXT NOT NULL,
   "ends" TEXT NOT NULL,
   "checksum" INTEGER,
   "filed_under" INTEGER,
   "starred" INTEGER,
   "left_out" INTEGER,
   "tags" TEXT,
   "files" TEXT,
   "name" TEXT,
   "form" TEXT,
   "founded_on" TEXT,
   "ended_on" TEXT,
   "size" INTEGER,
   "members" TEXT,
   "task" TEXT,
   "results" TEXT
) STRICT;
CREATE INDEX "idx_vanguard_ends_starts"
    ON "vanguard" ("ends", "starts");
CREATE TABLE "integration" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "created" TEXT NOT NULL,
   "changed" TEXT NOT NULL,
   "deleted" TEXT NOT NULL,
   "starts" TEXT NOT NULL,
   "ends" TEXT NOT NULL,
   "checksum" INTEGER,
   "filed_under" INTEGER,
   "starred" INTEGER,
   "left_out" INTEGER,
   "tags" TEXT,
   "files" TEXT,
   "name" TEXT,
   "aspect" TEXT,
   "started_on" TEXT,
   "ended_on" TEXT,
   "practice" TEXT,
   "result" TEXT,
   "data" TEXT
) STRICT;
CREATE INDEX "idx_integration_ends_starts"
    ON "integration" ("ends", "starts");
CREATE TABLE "campaign" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "created" TEXT NOT NULL,
   "changed" TEXT NOT NULL,
   "deleted" TEXT NOT NULL,
   "starts" TEXT NOT NULL,
   "ends" TEXT NOT NULL,
   "checksum" INTEGER,
   "filed_under" INTEGER,
   "starred" INTEGER,
   "left_out" INTEGER,
   "tags" TEXT,
   "files" TEXT,
   "name" TEXT,
   "started_on" TEXT,
   "ended_on" TEXT,
   "orders" TEXT,
   "actions" TEXT,
   "sessions" INTEGER,
   "attended" INTEGER,
   "result" TEXT
) STRICT;
CREATE INDEX "idx_campaign_ends_starts"
    ON "campaign" ("ends", "starts");
CREATE TABLE "service" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "created" TEXT NOT NULL,
   "changed" TEXT NOT NULL,
   "deleted" TEXT NOT NULL,
   "starts" TEXT NOT NULL,
   "ends" TEXT NOT NULL,
   "checksum" INTEGER,
   "filed_under" INTEGER,
   "starred" INTEGER,
   "left_out" INTEGER,
   "tags" TEXT,
   "files" TEXT,
   "matter" TEXT,
   "held_on" TEXT,
   "form" TEXT,
   "present" INTEGER,
   "attendance" TEXT,
   "sessions" INTEGER,
   "reached" INTEGER,
   "settled" INTEGER,
   "spent" TEXT,
   "done" INTEGER,
   "result" TEXT
) STRICT;
CREATE INDEX "idx_service_ends_starts"
    ON "service" ("ends", "starts");
CREATE TABLE "visit" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "created" TEXT NOT NULL,
   "changed" TEXT NOT NULL,
   "deleted" TEXT NOT NULL,
   "starts" TEXT NOT NULL,
   "ends" TEXT NOT NULL,
   "checksum" INTEGER,
   "filed_under" INTEGER,
   "starred" INTEGER,
   "left_out" INTEGER,
   "tags" TEXT,
   "files" TEXT,
   "held_on" TEXT,
   "target" TEXT,
   "visitor" TEXT,
   "households" INTEGER,
   "people" INTEGER,
   "learned" TEXT,
   "solved" INTEGER,
   "superior" INTEGER
) STRICT;
CREATE INDEX "idx_visit_ends_starts"
    ON "visit" ("ends", "starts");
CREATE TABLE "partnership" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "created" TEXT NOT NULL,
   "changed" TEXT NOT NULL,
   "deleted" TEXT NOT NULL,
   "starts" TEXT NOT NULL,
   "ends" TEXT NOT NULL,
   "checksum" INTEGER,
   "filed_under" INTEGER,
   "starred" INTEGER,
   "left_out" INTEGER,
   "tags" TEXT,
   "files" TEXT,
   "name" TEXT,
   "signed_on" TEXT,
   "ended_on" TEXT,
   "activities" TEXT,
   "result" TEXT
) STRICT;
CREATE INDEX "idx_partnership_ends_starts"
    ON "partnership" ("ends", "starts");
CREATE TABLE "inspection" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "created" TEXT NOT NULL,
   "changed" TEXT NOT NULL,
   "deleted" TEXT NOT NULL,
   "starts" TEXT NOT NULL,
   "ends" TEXT NOT NULL,
   "checksum" INTEGER,
   "filed_under" INTEGER,
   "starred" INTEGER,
   "left_out" INTEGER,
   "tags" TEXT,
   "files" TEXT,
   "held_on" TEXT,
   "inspector" TEXT,
   "form" TEXT,
   "problems" TEXT,
   "conclusion" TEXT
) STRICT;
CREATE INDEX "idx_inspection_ends_starts"
    ON "inspection" ("ends", "starts");
CREATE TABLE "integrity" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "created" TEXT NOT NULL,
   "changed" TEXT NOT NULL,
   "deleted" TEXT NOT NULL,
   "starts" TEXT NOT NULL,
   "ends" TEXT NOT NULL,
   "checksum" INTEGER,
   "filed_under" INTEGER,
   "starred" INTEGER,
   "left_out" INTEGER,
   "tags" TEXT,
   "files" TEXT,
   "held_on" TEXT,
   "form" TEXT,
   "topic" TEXT,
   "present" INTEGER,
   "audience" TEXT,
   "summary" TEXT
) STRICT;
CREATE INDEX "idx_integrity_ends_starts"
    ON "integrity" ("ends", "starts");
CREATE TABLE "highlight" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "created" TEXT NOT NULL,
   "changed" TEXT NOT NULL,
   "deleted" TEXT NOT NULL,
   "starts" TEXT NOT NULL,
   "ends" TEXT NOT NULL,
   "checksum" INTEGER,
   "filed_under" INTEGER,
   "starred" INTEGER,
   "left_out" INTEGER,
   "tags" TEXT,
   "files" TEXT,
   "name" TEXT,
   "started_on" TEXT,
   "ended_on" TEXT,
   "aspects" TEXT,
   "background" TEXT,
   "practice" TEXT,
   "result" TEXT,
   "data" TEXT,
   "coverage" TEXT
) STRICT;
CREATE INDEX "idx_highlight_ends_starts"
    ON "highlight" ("ends", "starts");
CREATE TABLE "honour" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "created" TEXT NOT NULL,
   "changed" TEXT NOT NULL,
   "deleted" TEXT NOT NULL,
   "starts" TEXT NOT NULL,
   "ends" TEXT NOT NULL,
   "checksum" INTEGER,
   "filed_under" INTEGER,
   "starred" INTEGER,
   "left_out" INTEGER,
   "tags" TEXT,
   "files" TEXT,
   "name" TEXT,
   "given_on" TEXT,
   "level" TEXT,
   "giver" TEXT,
   "receiver" TEXT,
   "who" TEXT
) STRICT;
CREATE INDEX "idx_honour_ends_starts"
    ON "honour" ("ends", "starts");
CREATE TABLE "publicity" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "created" TEXT NOT NULL,
   "changed" TEXT NOT NULL,
   "deleted" TEXT NOT NULL,
   "starts" TEXT NOT NULL,
   "ends" TEXT NOT NULL,
   "checksum" INTEGER,
   "filed_under" INTEGER,
   "starred" INTEGER,
   "left_out" INTEGER,
   "tags" TEXT,
   "files" TEXT,
   "headline" TEXT,
   "held_on" TEXT,
   "medium" TEXT,
   "level" TEXT
) STRICT;
CREATE INDEX "idx_publicity_ends_starts"
    ON "publicity" ("ends", "starts");
CREATE TABLE "problem" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "created" TEXT NOT NULL,
   "changed" TEXT NOT NULL,
   "deleted" TEXT NOT NULL,
   "starts" TEXT NOT NULL,
   "ends" TEXT NOT NULL,
   "checksum" INTEGER,
   "filed_under" INTEGER,
   "starred" INTEGER,
   "left_out" INTEGER,
   "tags" TEXT,
   "files" TEXT,
   "problem" TEXT,
   "source" TEXT,
   "found_on" TEXT,
   "shown_by" TEXT,
   "cause" TEXT,
   "steps" TEXT,
   "who" TEXT,
   "due_on" TEXT,
   "state" TEXT,
   "outcome" TEXT,
   "closed_on" TEXT,
   "evidence" TEXT
) STRICT;
CREATE INDEX "idx_problem_ends_starts"
    ON "problem" ("ends", "starts");
CREATE TABLE "review_comment" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "created" TEXT NOT NULL,
   "changed" TEXT NOT NULL,
   "deleted" TEXT NOT NULL,
   "starts" TEXT NOT NULL,
   "ends" TEXT NOT NULL,
   "checksum" INTEGER,
   "filed_under" INTEGER,
   "starred" INTEGER,
   "left_out" INTEGER,
   "tags" TEXT,
   "files" TEXT,
   "year" INTEGER,
   "reviewer" TEXT,
   "praise" TEXT,
   "remarks" TEXT,
   "advice" TEXT,
   "grade" TEXT
) STRICT;
CREATE INDEX "idx_review_comment_ends_starts"
    ON "review_comment" ("ends", "starts");
CREATE TABLE "plan" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "created" TEXT NOT NULL,
   "changed" TEXT NOT NULL,
   "deleted" TEXT NOT NULL,
   "starts" TEXT NOT NULL,
   "ends" TEXT NOT NULL,
   "checksum" INTEGER,
   "filed_under" INTEGER,
   "starred" INTEGER,
   "left_out" INTEGER,
   "tags" TEXT,
   "files" TEXT,
   "year" INTEGER,
   "plan" TEXT,
   "problem" TEXT,
   "who" TEXT,
   "due_on" TEXT,
   "target" TEXT,
   "state" TEXT,
   "note" TEXT
) STRICT;
CREATE INDEX "idx_plan_ends_starts"
    ON "plan" ("ends", "starts");
CREATE TABLE "report_settings" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "created" TEXT NOT NULL,
   "changed" TEXT NOT NULL,
   "deleted" TEXT NOT NULL,
   "starts" TEXT NOT NULL,
   "ends" TEXT NOT NULL,
   "checksum" INTEGER,
   "filed_under" INTEGER,
   "starred" INTEGER,
   "left_out" INTEGER,
   "tags" TEXT,
   "files" TEXT,
   "year" INTEGER,
   "label" TEXT,
   "start" TEXT,
   "end" TEXT,
   "as_of" TEXT,
   "reported_on" TEXT,
   "salutation" TEXT,
   "occasion" TEXT,
   "signature" TEXT,
   "outline" TEXT,
   "limit" INTEGER,
   "problems_share" INTEGER,
   "minutes" INTEGER,
   "pace" INTEGER,
   "ledgers" TEXT
) STRICT;
CREATE INDEX "idx_report_settings_ends_starts"
    ON "report_settings" ("ends", "starts");
CREATE TABLE "supplement" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "created" TEXT NOT NULL,
   "changed" TEXT NOT NULL,
   "deleted" TEXT NOT NULL,
   "starts" TEXT NOT NULL,
   "ends" TEXT NOT NULL,
   "checksum" INTEGER,
   "filed_under" INTEGER,
   "starred" INTEGER,
   "left_out" INTEGER,
   "tags" TEXT,
   "files" TEXT,
   "year" INTEGER,
   "section" TEXT,
   "text" TEXT
) STRICT;
CREATE INDEX "idx_supplement_ends_starts"
    ON "supplement" ("ends", "starts");
CREATE TABLE "passage_edit" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "created" TEXT NOT NULL,
   "changed" TEXT NOT NULL,
   "deleted" TEXT NOT NULL,
   "starts" TEXT NOT NULL,
   "ends" TEXT NOT NULL,
   "checksum" INTEGER,
   "filed_under" INTEGER,
   "starred" INTEGER,
   "left_out" INTEGER,
   "tags" TEXT,
   "files" TEXT,
   "year" INTEGER,
   "passage" TEXT,
   "name" TEXT,
   "text" TEXT,
   "wording" TEXT,
   "generated" TEXT,
   "basis" TEXT
) STRICT;
CREATE INDEX "idx_passage_edit_ends_starts"
    ON "passage_edit" ("ends", "starts");
CREATE TABLE "own_wording" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "created" TEXT NOT NULL,
   "changed" TEXT NOT NULL,
   "deleted" TEXT NOT NULL,
   "starts" TEXT NOT NULL,
   "ends" TEXT NOT NULL,
   "checksum" INTEGER,
   "filed_under" INTEGER,
   "starred" INTEGER,
   "left_out" INTEGER,
   "tags" TEXT,
   "files" TEXT,
   "passage" TEXT,
   "text" TEXT
) STRICT;
CREATE INDEX "idx_own_wording_ends_starts"
    ON "own_wording" ("ends", "starts");
CREATE TABLE "own_outline" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "created" TEXT NOT NULL,
   "changed" TEXT NOT NULL,
   "deleted" TEXT NOT NULL,
   "starts" TEXT NOT NULL,
   "ends" TEXT NOT NULL,
   "checksum" INTEGER,
   "filed_under" INTEGER,
   "starred" INTEGER,
   "left_out" INTEGER,
   "tags" TEXT,
   "files" TEXT,
   "year" INTEGER,
   "preset" TEXT,
   "numbering" TEXT,
   "parts" TEXT
) STRICT;
CREATE INDEX "idx_own_outline_ends_starts"
    ON "own_outline" ("ends", "starts");
CREATE TABLE "fixed_phrase" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "created" TEXT NOT NULL,
   "changed" TEXT NOT NULL,
   "deleted" TEXT NOT NULL,
   "starts" TEXT NOT NULL,
   "ends" TEXT NOT NULL,
   "checksum" INTEGER,
   "filed_under" INTEGER,
   "starred" INTEGER,
   "left_out" INTEGER,
   "tags" TEXT,
   "files" TEXT,
   "right" TEXT,
   "wrong" TEXT
) STRICT;
CREATE INDEX "idx_fixed_phrase_ends_starts"
    ON "fixed_phrase" ("ends", "starts");
CREATE TABLE "dismissal" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "created" TEXT NOT NULL,
   "changed" TEXT NOT NULL,
   "deleted" TEXT NOT NULL,
   "starts" TEXT NOT NULL,
   "ends" TEXT NOT NULL,
   "checksum" INTEGER,
   "filed_under" INTEGER,
   "starred" INTEGER,
   "left_out" INTEGER,
   "tags" TEXT,
   "files" TEXT,
   "year" INTEGER,
   "check_name" TEXT,
   "sentence" TEXT,
   "words" TEXT,
   "reason" TEXT
) STRICT;
CREATE INDEX "idx_dismissal_ends_starts"
    ON "dismissal" ("ends", "starts");
CREATE TABLE "rehearsal" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "created" TEXT NOT NULL,
   "changed" TEXT NOT NULL,
   "deleted" TEXT NOT NULL,
   "starts" TEXT NOT NULL,
   "ends" TEXT NOT NULL,
   "checksum" INTEGER,
   "filed_under" INTEGER,
   "starred" INTEGER,
   "left_out" INTEGER,
   "tags" TEXT,
   "files" TEXT,
   "year" INTEGER,
   "held_on" TEXT,
   "sections" TEXT
) STRICT;
CREATE INDEX "idx_rehearsal_ends_starts"
    ON "rehearsal" ("ends", "starts");
CREATE TABLE "rule_value" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "created" TEXT NOT NULL,
   "changed" TEXT NOT NULL,
   "deleted" TEXT NOT NULL,
   "starts" TEXT NOT NULL,
   "ends" TEXT NOT NULL,
   "checksum" INTEGER,
   "filed_under" INTEGER,
   "starred" INTEGER,
   "left_out" INTEGER,
   "tags" TEXT,
   "files" TEXT,
   "key" TEXT,
   "value" TEXT,
   "note" TEXT
) STRICT;
CREATE INDEX "idx_rule_value_ends_starts"
    ON "rule_value" ("ends", "starts");
CREATE TABLE "check_answer" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "created" TEXT NOT NULL,
   "changed" TEXT NOT NULL,
   "deleted" TEXT NOT NULL,
   "starts" TEXT NOT NULL,
   "ends" TEXT NOT NULL,
   "checksum" INTEGER,
   "filed_under" INTEGER,
   "starred" INTEGER,
   "left_out" INTEGER,
   "tags" TEXT,
   "files" TEXT,
   "year" INTEGER,
   "rule" TEXT,
   "about" TEXT,
   "reason" TEXT
) STRICT;
CREATE INDEX "idx_check_answer_ends_starts"
    ON "check_answer" ("ends", "starts");
CREATE TABLE "not_duplicate" (
   "id" TEXT PRIMARY KEY NOT NULL,
   "created" TEXT NOT NULL,
   "changed" TEXT NOT NULL,
   "deleted" TEXT NOT NULL,
   "starts" TEXT NOT NULL,
   "ends" TEXT NOT NULL,
   "checksum" INTEGER,
   "filed_under" INTEGER,
   "starred" INTEGER,
   "left_out" INTEGER,
   "tags" TEXT,
   "files" TEXT,
   "one" TEXT,
   "other" TEXT
) STRICT;
CREATE INDEX "idx_not_duplicate_ends_starts"
    ON "not_duplicate" ("ends", "starts");
CREATE TABLE "journal" (
   "no" INTEGER PRIMARY KEY,
   "step" INTEGER,
   "version" INTEGER,
   "at" TEXT,
   "kind" TEXT,
   "entry" TEXT,
   "words" TEXT,
   "visit" TEXT,
   "before" TEXT,
   "after" TEXT,
   "undoes" INTEGER,
   "undone_by" INTEGER,
   "checksum" INTEGER
) STRICT;
CREATE INDEX "idx_journal_step"
    ON "journal" ("step");
CREATE INDEX "idx_journal_undoes_undone_by_step"
    ON "journal" ("undoes", "undone_by", "step");
CREATE INDEX "idx_journal_undone_by_step"
    ON "journal" ("undone_by", "step");
