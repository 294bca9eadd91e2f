/**
 * SQL for the Monday of an ISO week given as the two last digits of its year and its number; NULL where the year has no such
 * week. Years below 90 are in this century: the registers begin in 1990 and later.
 */
export function mondaySql(year: string, week: string): string {
  const full = `(${year} + CASE WHEN ${year} < 90 THEN 2000 ELSE 1900 END)`;
  const january = `make_date(${full}, 1, 4)`;
  const monday = `(${january} + CAST((${week} - 1) * 7 - isodow(${january}) + 1 AS INTEGER))`;
  // A week belongs to the year of its Thursday.
  return `CASE WHEN ${year} BETWEEN 0 AND 99 AND ${week} BETWEEN 1 AND 53 AND year(${monday} + 3) = ${full} THEN ${monday} END`;
}

/** The Monday of a week `yyww`, `yyyy-mm-dd`; undefined where the year has no such week. */
export function mondayOf(yyww: string): string | undefined {
  const short = Number(yyww.slice(0, 2));
  const week = Number(yyww.slice(2));
  const year = short + (short < 90 ? 2000 : 1900);
  const january = new Date(Date.UTC(year, 0, 4));
  const monday = new Date(january.getTime() + ((week - 1) * 7 - ((january.getUTCDay() + 6) % 7)) * 86_400_000);
  const thursday = new Date(monday.getTime() + 3 * 86_400_000);
  return week >= 1 && thursday.getUTCFullYear() === year ? monday.toISOString().slice(0, 10) : undefined;
}
