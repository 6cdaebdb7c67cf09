-- version 3
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
   "pace" INTEGER
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
