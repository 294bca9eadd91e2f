/** What an SQL cell may be, in the words that lint, the build and the preview refuse another with. */
export const oneSelect = "En celle må kun være én SELECT, der læser de offentliggjorte tabeller.";

/** @param what what the cell reads instead, such as `»x.csv« er ingen af dem` */
export function onlyPublished(what: string): string {
  return `En celle må kun læse de offentliggjorte tabeller; ${what}.`;
}
