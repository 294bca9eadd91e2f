/** How a delivery of registers names what it holds. */
export interface RegisterSettings {
  /** Which columns of DREAM hold the degree of employment: a pattern whose groups `year` and `month` give the month. */
  employmentColumn: string;
  /** Which months of DREAM are read, `yyyy-mm`, both included; all of them when not given. */
  dreamMonths?: {from: string; to: string};
  /** A delivery is refused where a smaller share of a register's keys or codes is known to others, in percent. */
  leastKnownPercent: number;
  /** Column names by kind: theirs to ours. */
  aliases: Record<string, Record<string, string>>;
  /** The sheets to read, by the names of workbooks. */
  sheets: Record<string, string>;
}

export const defaultRegisterSettings: RegisterSettings = {
  employmentColumn: "^(?:beskgrad|br)_(?<year>\\d{4})_(?<month>\\d{2})$",
  leastKnownPercent: 5,
  aliases: {},
  sheets: {}
};
