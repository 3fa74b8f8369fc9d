import type { Secrets, Text } from '@qingniao/kernel';
import type { Querier } from '@qingniao/activity';
import type { Tx } from '@qingniao/storage';
import type { SourceResolver } from './sources.ts';

/** A contact with everything it is known by. */
export interface Subject {
  contactId: number;
  identityIds: readonly number[];
}

/** Rows erased or changed in one table, for the report. */
export interface ErasedRows {
  table: string;
  rows: number;
}

/** What another room does when a person is erased; in the same transaction. */
export type Eraser = (tx: Tx, brandId: number, subject: Subject) => Promise<ErasedRows[]>;

/** What another room knows about one person, for the copy they may ask for. */
export interface PersonalRecords {
  /** A key in the JSON file. */
  key: string;
  title: Text;
  rows: Record<string, unknown>[];
}
/** Whole, in a file for good; or named, where whoever reads it has them at hand: ten photos are 27 MB. */
export type Pictures = 'whole' | 'named';
export type Exporter = (db: Querier, brandId: number, subject: Subject, pictures?: Pictures) => Promise<PersonalRecords[]>;

/** What another room does by night with what people said to it before that time. @returns how much of it there was */
export type Forgetter = (tx: Tx, brandId: number, before: Date) => Promise<number>;

/** What `apps/server` gives this room. */
export interface PeopleParts {
  sources: SourceResolver;
  secrets: Secrets;
  /** Rooms that hold more about people than identity ids. */
  erasers: readonly Eraser[];
  exporters: readonly Exporter[];
  forgetters?: readonly Forgetter[];
}
