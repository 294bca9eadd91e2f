/**
 * Makes one of several marks the tabulator's stop, so that arrow keys lead on from it: the first where none is named.
 */
export function giveTabStop(marks: readonly Element[], stop = marks[0]): void {
  for (const mark of marks) mark.setAttribute("tabindex", mark === stop ? "0" : "-1");
}
