/**
 * Every code in a list as it is printed: `1015-17, 60-65 and 2020` is 1015, 1016, 1017, 1060 … 1065,
 * 2020. A code printed shorter than the one before it goes on with that one's leading digits.
 */
export function printedCodes(list: string): string[] {
  let last = "";
  return [...list.matchAll(/(\d+)(?:-(\d+))?/g)].flatMap(([, from, to]) => {
    const first = completed(from!, last);
    last = completed(to ?? from!, first);
    return Array.from({length: Number(last) - Number(first) + 1}, (_, i) => String(Number(first) + i));
  });
}

function completed(code: string, before: string): string {
  return before.slice(0, Math.max(0, before.length - code.length)) + code;
}
