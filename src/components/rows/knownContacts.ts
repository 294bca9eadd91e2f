/** A row of `contact_coverage`. */
export interface KnownContacts {
  month: string;
  item: string;
  known: number | null;
  total: number | null;
  percent: number | null;
}
