-- A reference is the calling system's, whichever key it has: what was wanted under it is known again by this.
alter table handovers_handover
    add column print text collate "C";
