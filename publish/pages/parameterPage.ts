/** One of the many pages that are made from one markdown file, such as `register/omraade/[kode].md`. */
export interface ParameterPage {
  /** Where it lies below the site's own address: `register/omraade/0851`. */
  address: string;
  /** The file it is made from, below the source folder. */
  template: string;
  /** What links call it. */
  name: string;
  /** What `observable.params` holds on it. */
  params: Record<string, string>;
  /** What `{name}` becomes in its headings, its text and its description. */
  words: Record<string, string>;
}
