import type {Input, Option} from "./choices.js";
import {element} from "../dom/dom.js";
import {recallOwn, rememberOwn} from "./ownSession.js";

/** Who the reader is in the audit. */
export interface OwnParticipant {
  profession: string;
  round: string;
  participant_no: string;
}

/**
 * Where a reader types who they are, to see their own bar. It lives in this tab's session
 * storage only: no form is sent, nothing is written in the address, and the browser is asked
 * not to remember. The value is null until all is filled in.
 */
export function privateInput({
  professions,
  rounds
}: {
  professions: readonly Option[];
  rounds: readonly Option[];
}): Input<OwnParticipant | null> {
  const stored = recallOwn();
  const profession = select("Faggruppe", professions, stored.profession);
  const round = select("Runde", rounds, stored.round);
  const number = field(
    "Deltagernummer",
    element("input", {type: "text", inputmode: "numeric", autocomplete: "off", maxlength: 20, spellcheck: "false"})
  );
  number.control.value = stored.participant_no ?? "";
  return privateGroup(
    [profession.box, round.box, number.box],
    number.control,
    "Dit nummer bliver i denne fane. Det sendes ingen steder og kommer hverken med i links eller i filer, du henter.",
    () => {
      const own = {
        profession: profession.control.value,
        round: round.control.value,
        participant_no: number.control.value.trim()
      };
      rememberOwn(own.participant_no ? own : null);
      return own.profession && own.round && own.participant_no ? own : null;
    }
  );
}

/**
 * Fields in which a reader says who they are, with a button that forgets what was typed.
 * @param read gives the value, whenever something in the group changes
 */
export function privateGroup<Value>(
  fields: HTMLElement[],
  typed: HTMLInputElement,
  note: string,
  read: () => Value
): Input<Value> {
  const forget = element("button", {type: "button"}, "Glem mig");
  // A form would put its fields in the address if it were ever sent, so this is a group instead.
  const group = element(
    "div",
    {class: "choices private", role: "group", "aria-label": "Din egen søjle"},
    ...fields,
    forget,
    element("p", {class: "private-note"}, note)
  ) as unknown as Input<Value>;
  let value = read();
  // Registered before anyone else's, so the value is right when they hear of it.
  group.addEventListener("input", () => (value = read()));
  forget.addEventListener("click", () => {
    typed.value = "";
    group.dispatchEvent(new Event("input", {bubbles: true}));
  });
  return Object.defineProperty(group, "value", {get: () => value});
}

function select(label: string, options: readonly Option[], value: string | undefined) {
  const control = element(
    "select",
    {autocomplete: "off"},
    ...options.map((option) => element("option", {value: option.value}, option.label))
  );
  if (options.some((option) => option.value === value)) control.value = value!;
  return field(label, control);
}

/** A control with its label. */
export function field<Control extends HTMLElement>(
  label: string,
  control: Control
): {box: HTMLElement; control: Control} {
  return {
    box: element("label", {class: "choice-field"}, element("span", {class: "choice-label"}, label), control),
    control
  };
}
