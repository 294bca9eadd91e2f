import {max} from "d3-array";

/** Forms with the participants that the rows' limits rest on: all of the form's, or those of the rows' region. */
export function participantsIn<Form extends {id: string; participants?: number | undefined}>(
  rows: readonly {profession: string; participants?: number | null}[],
  forms: readonly Form[]
): Form[] {
  return forms.map((form) => {
    const own = max(rows, ({profession, participants}) => (profession === form.id ? participants : undefined));
    return {...form, participants: own ?? form.participants};
  });
}
