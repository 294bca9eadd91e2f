/** Tells what comes before the index contact from what comes after; a sequence without it has nothing before. */
export const indexMark = " | ";

/**
 * The kinds of event of a sequence such as `physiotherapist | medicine mri`, in their order;
 * `after` begins with the index contact.
 */
export function sequenceSides(sequence: string): {before: string[]; after: string[]} {
  const [after, before] = sequence.split(indexMark).reverse();
  return {before: before?.split(" ") ?? [], after: after!.split(" ")};
}
