/** Who checked a definition, and until when that holds: days as `yyyy-mm-dd`. */
export interface Review {
  /** Who checked the definition: a role, since persons come and go. */
  checkedBy: string;
  /** Of the definition. */
  date: string;
  /** By when it must be checked again. */
  nextReview: string;
}

/** Whether a definition should have been reviewed before a day: on the day itself it still holds. */
export function isOverdue({nextReview}: Pick<Review, "nextReview">, today: string): boolean {
  return nextReview < today;
}

/** A day where the machine is, as `yyyy-mm-dd`. */
export function dayOf(time: Date): string {
  return time.toLocaleDateString("sv");
}
