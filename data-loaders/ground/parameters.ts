/** A period of index dates, both days included. */
export interface Period {
  /** As published, such as `2023/24`. */
  id: string;
  /** First and last day, `yyyy-mm-dd`. */
  from: string;
  to: string;
}

/** What the report leaves open or an analyst may want otherwise: settings, never constants in SQL. */
export interface RegisterParameters {
  periods: Period[];
  /** No back contact in so many years before the index date. */
  yearsWithout: number;
  /** Years at the index date. */
  minimumAge: number;
  /** Contacts followed in the flow, the index contact being the first. */
  flowContacts: number;
  /**
   * A register counts as reaching its window when its last row lies no more than so many days before the window's end.
   */
  slackDays: number;
  /**
   * The specialty that departments of other specialties are counted with, where they are too rare to be shown; `other`:
   * on their own.
   */
  otherSpecialties: "other" | "acute" | "medicine" | "surgery";
}

/** The report's own choices; the periods are those of its three latest editions. */
export const defaultParameters: RegisterParameters = {
  periods: [
    {id: "2021/22", from: "2021-07-01", to: "2022-06-30"},
    {id: "2022/23", from: "2022-07-01", to: "2023-06-30"},
    {id: "2023/24", from: "2023-07-01", to: "2024-06-30"}
  ],
  yearsWithout: 2,
  minimumAge: 18,
  flowContacts: 6,
  slackDays: 7,
  otherSpecialties: "other"
};
