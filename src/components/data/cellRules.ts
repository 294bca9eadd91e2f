/** What an SQL cell may be, in the words that lint, the build and the preview refuse another with. */
export const oneSelect = "En celle må kun være én SELECT, der læser de offentliggjorte tabeller.";

/** @param what what the cell does instead, such as `read_csv() læser noget andet` */
export function onlyPublished(what: string): string {
  return `En celle må kun læse de offentliggjorte tabeller; ${what}.`;
}

/** @param name what stands where a table should: a name, or a file */
export function notPublished(name: string): string {
  return onlyPublished(`${/^\w+$/.test(name) ? name : `»${name}«`} er ingen af dem`);
}

/** How many rows a cell gets at most. */
export const mostRows = 100_000;
