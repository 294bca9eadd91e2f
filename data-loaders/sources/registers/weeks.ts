/**
 * SQL for the Monday of an ISO week `yyww` given as a number; NULL where the year has no such week.
 * Years below 90 are in this century: the registers begin in 1990 and later.
 */
export function mondaySql(yyww: string): string {
  const year = `(CASE WHEN ${yyww} < 9000 THEN 2000 ELSE 1900 END + ${yyww} // 100)`;
  const week = `(${yyww} % 100)`;
  // The fourth of January lies in week 1; a week belongs to the year of its Thursday.
  const monday = `(CAST(date_trunc('week', make_date(${year}, 1, 4)) AS DATE) + (${week} - 1) * 7)`;
  return `CASE WHEN ${week} BETWEEN 1 AND 52 OR (${week} = 53 AND year(${monday} + 3) = ${year}) THEN ${monday} END`;
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
