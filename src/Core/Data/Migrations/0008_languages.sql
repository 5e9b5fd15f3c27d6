-- What a text's language is (by the name of PostgreSQL's dictionary), and the abbreviations it explains: short and long form in turn.
alter table chunk_terms
    add column language text not null default 'english',
    add column abbreviations text[] not null default '{}';

-- When a course is due for a new model: chunks folded in since it was fitted, and the version of the tokeniser its terms come from.
alter table course_models
    add column folded_chunks integer not null default 0,
    add column tokenizer integer not null default 1;
