import {range, sum} from "d3-array";
import {Refusal} from "../ground/refusal.js";
import type {PrintedForm} from "./printed.js";
import {normals, stream} from "./randomness.js";
import {wholeNumbers} from "./spread.js";
import type {Context} from "./tendency.js";

/**
 * Whole numbers of people whose percents, rounded to one decimal, are those printed. Where no whole number gives a
 * printed percent the nearest is taken.
 *
 * @param percents one per band
 * @param people those of known age
 * @throws RangeError when the sum cannot be met
 */
export function bandCounts(percents: number[], people: number): number[] {
  const printed = (count: number) => Math.round((1000 * count) / people) / 10;
  const fitting = percents.map((percent) => {
    const near = Math.round((percent * people) / 100);
    const reach = Math.ceil(people / 1000) + 1;
    const fits = range(near - reach, near + reach + 1).filter((count) => count >= 0 && printed(count) === percent);
    return fits.length ? {low: fits[0]!, high: fits.at(-1)!} : {low: near, high: near};
  });
  const room = fitting.map(({low, high}) => high - low);
  const rest = people - sum(fitting, ({low}) => low);
  if (rest < 0 || rest > sum(room)) throw new RangeError(`no ages of ${people} people round to the printed percents`);
  const extra = wholeNumbers(
    room.map((n) => (n * rest) / Math.max(1, sum(room))),
    rest,
    room
  );
  return fitting.map(({low}, i) => low + extra[i]!);
}

/**
 * Gives ages: men in exactly the printed bands, others in bands of the same shape. Within a sex the older are a little
 * oftener severely affected, and participants see older or younger patients.
 */
export function giveAges(context: Context, bands: PrintedForm["ages"]): void {
  const {sheet, assumptions, seed} = context;
  const form = sheet.profession.id;
  const {ages} = assumptions;
  const own = ages.bands_of[form] === undefined;
  const without = ages.without_age[form];
  const oldest = ages.oldest[form];
  if (!without || !oldest) throw new Refusal(`Antagelserne om alder mangler "${form}"; tilføj without_age og oldest.`);
  const rows = range(sheet.participantOf.length);
  const habit = normals(stream(seed, `${form}/age/habit`), sheet.participants.length);
  const chance = normals(stream(seed, `${form}/age/chance`), rows.length);
  const rank = (row: number) =>
    chance[row]! + ages.participant * habit[sheet.participantOf[row]!]! + ages.severe * sheet.severe[row]!;
  const uniform = stream(seed, `${form}/age/years`);
  const female = sheet.ticks.get("sex.female")!;
  const male = sheet.ticks.get("sex.male")!;
  const sexOf = (row: number) => (male[row] ? "male" : female[row] ? "female" : "missing");
  for (const sex of ["male", "female", "missing"] as const) {
    const people = rows.filter((row) => sexOf(row) === sex);
    // Those without an age are anybody: the first by chance.
    const known = people
      .toSorted((a, b) => chance[a]! - chance[b]!)
      .slice(without[sex])
      .sort((a, b) => rank(a) - rank(b));
    const percents = bands.map((b) => b.percent);
    const counts =
      sex === "male" && own
        ? bandCounts(percents, known.length)
        : wholeNumbers(
            percents.map((p) => (p * known.length) / sum(percents)),
            known.length
          );
    const years = bands.flatMap(({band}, i) =>
      range(counts[i]!).map(() => ageIn(band, oldest, ages.halving_years, uniform()))
    );
    years.sort((a, b) => a - b);
    known.forEach((row, i) => (sheet.age[row] = years[i]!));
  }
  pinExtremes(sheet.age, ages.youngest, oldest);
}

/** An age in a band (`18-29`, `80+`): even within it, but halving every so many years in the open one. */
function ageIn(band: string, oldest: number, halving: number, uniform: number): number {
  const [low, high] = band.endsWith("+") ? [parseInt(band, 10), undefined] : band.split("-").map(Number);
  if (high !== undefined) return low! + Math.floor(uniform * (high - low! + 1));
  return Math.min(oldest, low! + Math.floor(-halving * Math.log2(1 - uniform)));
}

/**
 * The youngest and the oldest have the ages that the report gives; nobody leaves a band, as both lie in the outer ones.
 */
function pinExtremes(age: (number | null)[], youngest: number, oldest: number): void {
  const known = age.flatMap((years, row) => (years === null ? [] : [{years, row}])).sort((a, b) => a.years - b.years);
  age[known[0]!.row] = youngest;
  age[known.at(-1)!.row] = oldest;
}
