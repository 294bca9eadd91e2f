/** A page that uses something, as the dictionary links to it: below the site's own address. */
export interface UsedOn {
  address: string;
  title: string;
}

/** One word of the dictionary: a column, a code, a model. */
export interface Entry {
  /** Its anchor. */
  id: string;
  /** As it stands in files and tables. */
  term: string;
  meaning: string;
  /** Absent where nobody has written it. */
  english?: string;
  /** Type and unit, other names, forms: short Danish texts. */
  facts: string[];
  pages: UsedOn[];
}

/** What belongs together: a table's columns, a question's answers. */
export interface Section {
  id: string;
  /** What it is called in files and tables, where it has a name there. */
  term?: string;
  title: string;
  english?: string;
  pages: UsedOn[];
  entries: Entry[];
}

export interface Part {
  id: string;
  title: string;
  /** What the part holds, in a Danish sentence. */
  text: string;
  sections: Section[];
}
