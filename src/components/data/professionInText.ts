import {site} from "./site.js";

/** What a profession is called within a sentence, such as `praktiserende læger`. */
export function professionInText(id: string): string {
  return site.codebook.professions.find((profession) => profession.id === id)?.inText ?? id;
}
