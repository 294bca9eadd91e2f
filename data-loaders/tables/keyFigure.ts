/** One number of the key figures, with the patients behind it where it is a share. */
export interface KeyFigure {
  period: string;
  key: string;
  unit: "patients" | "percent" | "years";
  /** Of a mean or a number; a share is computed from `n` and `total`. */
  value: number | null;
  n: number | null;
  total: number | null;
  /** The indicator or window it hangs on, where it may be incomplete. */
  subject?: string | null;
}
