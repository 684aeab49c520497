// What the scripts in docs/assets/js/ share, for the check of their types: no page loads this.

type Language = "fr" | "en";
type Words = Record<string, string>;

// --- texts and words

/** A word of a text, where it stands; `parts` if it is a compound. */
interface Word {
  form: string;
  start: number;
  end: number;
  parts?: Word[];
}
type TakeWord = (form: string, start: number, end: number, parts?: Word[]) => void;
/** An ending, and what takes its place. */
type Rule = [RegExp, string];

// --- the search: see hooks/search/index_files.py

interface SearchDocument {
  url: string;
  title: string;
  texts: string[];
  name?: string;
  other?: string;
  objective?: string;
  acronyms?: string[];
  numbers?: string[];
  phases?: number[];
  /** Places in the table of bodies. */
  leads?: number[];
  bodies?: number[];
  category?: number;
  family?: number;
  term?: boolean;
  [field: string]: any;
}
interface SearchData {
  language: Language;
  other: Language;
  documents: SearchDocument[];
  words: Words;
  stop: string;
  spellings: string[][];
  acronyms: string[][];
  synonyms: string[][];
  bodies: string[];
  phases: string[];
  phase_styles: string[];
  categories: string[];
}
/** A word as it is first written, and how often it stands in all texts. */
interface KnownWord {
  form: string;
  shown: string;
  count: number;
}
interface SearchLexicon {
  knows(form: string): boolean;
  read(text: string): string[];
  rootOf(form: string): string;
  roots: Map<string, string[]>;
  stemOf(form: string): string;
  stems: Map<string, string[]>;
  stop: Set<string>;
  vocabulary: Map<string, KnownWord>;
}
/** The fields in which a form is found, by form. */
type Match = Record<string, string[]>;
/** What is found for a word, by document. */
type Hits = Map<number, { score: number; match: Match; kind?: number }>;
type FindHits = (form: string) => Hits;
interface SearchEngine extends SearchLexicon {
  data: SearchData;
  documents: SearchDocument[];
  findNear: FindHits;
  findSlip: FindHits;
  findWord: FindHits;
  textsOf(document: SearchDocument, field: string): string[];
}
/** What else a group of words may be called, by each of its names. */
type Groups = Map<string, { others: Word[][]; kind: number }[]>;
interface Reading {
  from: number;
  to: number;
  forms: string[];
  kind: number;
  weight: number;
}
type AddReading = (
  from: number,
  to: number,
  forms: string[],
  kind: number,
  weight: number,
) => unknown;
/** What is found for each word of a query. */
type Answers = Hits[];
/** A document that answers a query. */
interface Hit {
  id: number;
  matches: { score: number; match: Match; kind?: number }[];
  share: number;
  kind: number;
  score: number;
  whole?: boolean;
  level?: number;
  document?: SearchDocument;
}
interface Ranking {
  search(text: string): { words: Word[]; hits: Hit[] };
  findEntries(text: string): string[];
}
interface Search {
  engine: SearchEngine;
  rank: Ranking;
}
/** A result as the theme's search box takes it. */
interface SearchItem {
  location: string;
  title: string;
  text: string;
  score: number;
  terms: Record<string, boolean>;
}

// --- entries in full: see hooks/pages/explorer/entry_rows.py

interface Row {
  key: string;
  label: string;
  fact: boolean;
  values: { text: string; note: string; link: string }[];
}
interface Entry {
  id: string;
  title: string;
  link: string;
  number: string;
  category: string;
  cells: Record<string, string>;
  rows: Row[];
}
/** A script of entries, whose rows are arrays. */
interface EntryScript {
  columns: string[];
  entries: (Omit<Entry, "rows"> & { rows: [string, string, string[][], number?][] })[];
}

// --- the explorer

/** What the explorer knows of an entry besides its row. */
interface EntryValues {
  id: string;
  number: number | null;
  values: Record<string, string[]>;
}
/** A script with the rows that the page of the explorer leaves out. */
interface RowsScript {
  entries: EntryValues[];
  rows: string;
}
/** An entry in the explorer's table. */
interface ListedEntry {
  id: string;
  position: number;
  title: string;
  row: HTMLTableRowElement;
  values: Record<string, string[]>;
  order: Record<string, number | string | null>;
}
/** The chosen values of each facet. */
type Chosen = Map<string, string[]>;
/** By facet, how many entries have each value. */
type Counts = Map<string, Map<string, number>>;
interface ExplorerState {
  chosen: Chosen;
  query: string;
  sort: string;
  descending: boolean;
  view: string;
  /** The parts of an address that mean nothing. */
  unknown: string[];
}
type Change = (facet: string, values: string[]) => void;
interface FacetBox {
  item: HTMLElement;
  box: HTMLInputElement;
  count: Element;
  label: string;
}
interface DossierHead {
  title: string;
  criteria: [string, string[]][];
  query: string;
  link: string;
  home: string;
  words: Words;
}

// --- what is there while a script runs

declare const MiniSearch: any;
/** The address of the site's root. */
declare const __md_scope: URL;
/** The store of a kept edition: see docs/assets/js/keep/store.js. */
type Store = ReturnType<typeof KeptStore.open>;
/** Within a worker only. */
declare function importScripts(...addresses: string[]): void | Promise<void>;
declare function __md_get(key: string, storage?: Storage, base?: URL): any;
declare function __md_set(key: string, value: unknown, storage?: Storage, base?: URL): void;

/** Elements are those of HTML, unless a script says otherwise. */
interface ParentNode {
  querySelector<E extends Element = HTMLElement>(selectors: string): E | null;
  querySelectorAll<E extends Element = HTMLElement>(selectors: string): NodeListOf<E>;
}
