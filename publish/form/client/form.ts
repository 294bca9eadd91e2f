import {isCpr} from "../../../src/domain/cpr.js";
import {handIn, handInName, type Registrant, type Registration} from "../../../src/domain/handIn.js";
import {practiceCases} from "./practice.js";
import {openStore, type FormStore} from "./store.js";

/** What the page says of its form. */
interface About {
  codebook: string;
  seal: string;
  profession: string;
  telephone: boolean;
  key: string;
  columns: string[];
}

const about = JSON.parse(document.body.dataset.form!) as About;
const one = <E extends HTMLElement>(selector: string) => document.querySelector<E>(selector)!;
const [who, form] = [one<HTMLFormElement>("form.who"), one<HTMLFormElement>("form.registration")];
/** One tap for consultation and sex stands for the inputs of both. */
const both = "both";
const inputs = () => Array.from(form.querySelectorAll<HTMLInputElement>("input")).filter(({name}) => name !== both);
const storeName = `rygatlas-${about.codebook}-${about.profession}${about.telephone ? "-telefon" : ""}`;
const mostDaysWaiting = 14;
const mostWaiting = 25;

let store: FormStore;
let practising = false;
let done: Registration[] = [];
/** Writes follow each other, so that the last tick is the last that is kept. */
let writing: Promise<void> = Promise.resolve();

void start();

async function start(): Promise<void> {
  if ("serviceWorker" in navigator) navigator.serviceWorker.register("sw.js").catch(console.error);
  await useStore(storeName);
  form.addEventListener("input", ({target}) => ticked(target as HTMLInputElement));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void finish();
  });
  who.addEventListener("submit", (event) => {
    event.preventDefault();
    void begin();
  });
  const apart = document.querySelector<HTMLElement>(".only-one");
  apart?.addEventListener("click", () => {
    const isOpen = form.classList.toggle("apart-open");
    apart.setAttribute("aria-expanded", String(isOpen));
  });
  one(".tools").addEventListener("click", ({target}) => void act((target as HTMLElement).dataset.act));
  document.body.dataset.ready = "";
}

async function useStore(name: string): Promise<void> {
  store = await openStore(name);
  done = await store.registrations();
  const draft = (await store.read<Record<string, string>>("draft")) ?? {};
  fill(draft);
  const known = practising || (await registrant()) !== undefined;
  who.hidden = known;
  form.hidden = !known;
  one(".practising").hidden = !practising;
  await show();
}

async function registrant(): Promise<Registrant | undefined> {
  const participant = await store.read<string>("participant");
  const round = await store.read<number>("round");
  const {codebook, seal, profession} = about;
  return participant && round ? {codebook, seal, profession, participant, round} : undefined;
}

async function begin(): Promise<void> {
  const participant = who.querySelector<HTMLInputElement>("[name=participant]")!.value.trim();
  const round = Number(who.querySelector<HTMLInputElement>("[name=round]")!.value);
  const goal = who.querySelector<HTMLInputElement>("[name=goal]")!.value.trim();
  const fault =
    isCpr(participant) || /^\d{10}$/.test(participant)
      ? "Det ligner et CPR-nummer. Skriv din deltagerkode."
      : isCpr(goal)
        ? "Målet ligner et CPR-nummer. Skriv, hvad du selv vil gøre."
        : "";
  who.querySelector(".fault")!.textContent = fault;
  if (fault) return;
  const before = await store.read<number>("round");
  const isAnother = before !== undefined && before !== round;
  // A file holds one round: the registrations of the round before make room when they are handed in.
  const unready =
    isAnother && (await waiting()).length > 0 ? `Aflever runde ${before}, før du begynder på en anden runde.` : "";
  who.querySelector(".fault")!.textContent = unready;
  if (unready) return;
  if (isAnother) {
    await store.clear();
    done = [];
    fill({});
  }
  await store.write("participant", participant);
  await store.write("round", round);
  await store.write("goal", goal);
  // Asked for when there is something to keep: browsers may else throw it away.
  await navigator.storage?.persist?.();
  who.hidden = true;
  form.hidden = false;
  await show();
}

/** Asks again who registers, on which round and with which goal, with what is known filled in. */
async function ask(): Promise<void> {
  for (const name of ["participant", "round", "goal"])
    who.querySelector<HTMLInputElement>(`[name=${name}]`)!.value = String((await store.read(name)) ?? "");
  who.hidden = false;
  form.hidden = true;
  who.querySelector<HTMLInputElement>("[name=round]")!.focus();
}

/** The registrations that no file handed in has. */
async function waiting(): Promise<Registration[]> {
  const handed = (await store.read<number>("handed")) ?? 0;
  return done.filter(({no}) => no > handed);
}

/** The answers as they are ticked now, by column. */
function answers(): Record<string, string> {
  const found: Record<string, string> = about.telephone ? {consultation: "phone"} : {};
  for (const {type, name, value, checked} of inputs()) {
    if (type === "text" ? value : checked) found[name] = type === "checkbox" ? "1" : value;
  }
  return found;
}

function fill(found: Record<string, string>): void {
  for (const input of inputs()) {
    if (input.type === "radio") input.checked = found[input.name] === input.value;
    else if (input.type === "checkbox") input.checked = found[input.name] === "1";
    else input.value = found[input.name] ?? "";
  }
  showBoth();
  marks();
}

/** The one tap follows the two answers. */
function showBoth(): void {
  const {consultation, sex} = answers();
  for (const input of form.querySelectorAll<HTMLInputElement>(`[name=${both}]`))
    input.checked = input.value === `${consultation} ${sex}`;
}

function ticked(input: HTMLInputElement): void {
  if (input.name === both) {
    const [consultation, sex] = input.value.split(" ");
    fill({...answers(), consultation: consultation!, sex: sex!});
  } else showBoth();
  const group = input.closest("fieldset")!;
  if (input.type === "checkbox" && input.checked)
    for (const other of group.querySelectorAll<HTMLInputElement>("input:checked"))
      if (other !== input && (input.hasAttribute("data-alone") || other.hasAttribute("data-alone")))
        other.checked = false;
  if (input.name === "age") {
    input.value = input.value.replace(/\D/g, "").slice(0, 3);
    // Two digits are an age, but for those over 99.
    if (input.value.length === 2 && input.value !== "10" && input.value !== "11") input.blur();
  }
  // An age is next after the sex: no tap is needed to begin on it.
  if ([both, "sex"].includes(input.name) && !form.querySelector<HTMLInputElement>("[name=age]")!.value)
    form.querySelector<HTMLInputElement>("[name=age]")!.focus();
  marks();
  const draft = answers();
  say("");
  writing = writing.then(() => store.write("draft", draft)).then(() => say("Gemt"), failed);
}

/** Marks what is not filled in, and says how much that is. */
function marks(): void {
  const groups = Array.from(form.querySelectorAll<HTMLElement>("fieldset"));
  // What one tap answers is counted as the two answers that it is.
  const left = groups.filter((group) => {
    const isEmpty = !Array.from(group.querySelectorAll("input")).some(({type, value, checked}) =>
      type === "text" ? value !== "" : checked
    );
    group.classList.toggle("empty", isEmpty);
    return isEmpty && group.dataset.question !== both;
  }).length;
  one(".left").textContent =
    left === 0
      ? "Alt er udfyldt."
      : left === 1
        ? "1 felt er ikke udfyldt og tæller som uoplyst."
        : `${left} felter er ikke udfyldt og tæller som uoplyst.`;
}

function ageFault(): string {
  const {value} = form.querySelector<HTMLInputElement>("[name=age]")!;
  return value === "" || (Number(value) >= 17 && Number(value) <= 110) ? "" : "Alderen skal være 17 til 110 år.";
}

async function finish(): Promise<void> {
  one("#age-fault").textContent = ageFault();
  if (ageFault()) return form.querySelector<HTMLInputElement>("[name=age]")!.focus();
  await writing;
  const registration = {no: Math.max(0, ...done.map(({no}) => no)) + 1, day: today(), answers: answers()};
  if (Object.keys(registration.answers).length === (about.telephone ? 1 : 0)) return say("Sæt mindst ét kryds.");
  try {
    await store.finish(registration);
  } catch (error) {
    return failed(error);
  }
  done = [...done, registration];
  fill({});
  say(`Nr. ${registration.no} er gemt.`);
  window.scrollTo({top: 0});
  await show();
}

/** The day where the form is. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

async function show(): Promise<void> {
  const now = today();
  const ofToday = done.filter(({day}) => day === now).length;
  one(".count").textContent =
    `Nr. ${Math.max(0, ...done.map(({no}) => no)) + 1} · ${ofToday} i dag, ${done.length} i alt`;
  one(".case").textContent = practising ? (practiceCases[done.length % practiceCases.length] ?? "") : "";
  one('[data-act="practise"]').textContent = practising
    ? "Slut øvelsen, og smid den ud"
    : "Øv dig på ti opdigtede patienter";
  one('[data-act="undo"]').hidden = done.length === 0;
  one('[data-act="hand-in"]').hidden = practising;
  one('[data-act="begin"]').hidden = practising || !who.hidden;
  const goal = practising ? "" : ((await store.read<string>("goal")) ?? "");
  one(".goal").hidden = goal === "";
  one(".goal").textContent = goal && `Mit mål: ${goal}`;
  const left = await waiting();
  const oldest = left.map(({day}) => day).toSorted()[0];
  const days = oldest ? Math.round((Date.parse(now) - Date.parse(oldest)) / 86_400_000) : 0;
  const remind = !practising && (left.length >= mostWaiting || days >= mostDaysWaiting);
  one(".reminder").hidden = !remind;
  one(".reminder").textContent = remind
    ? `${left.length} registreringer er ikke afleveret endnu. Tryk »Aflever«, når du har tid.`
    : "";
}

async function act(name: string | undefined): Promise<void> {
  if (name === "print") window.print();
  if (name === "practise") await practise();
  if (name === "undo") await undo();
  if (name === "begin") await ask();
  if (name === "hand-in") await handInNow();
}

async function practise(): Promise<void> {
  if (practising) await store.clear();
  practising = !practising;
  await useStore(practising ? `${storeName}-oevelse` : storeName);
  window.scrollTo({top: 0});
}

/** Brings the newest registration back to be mended. */
async function undo(): Promise<void> {
  const last = done.at(-1);
  if (!last) return;
  await writing;
  await store.reopen(last);
  done = done.slice(0, -1);
  fill(last.answers);
  await show();
  window.scrollTo({top: 0});
}

async function handInNow(): Promise<void> {
  const said = one(".handed");
  const owner = await registrant();
  if (!owner || done.length === 0) {
    said.textContent = "Der er ingen registreringer at aflevere endnu.";
    return;
  }
  try {
    const made = await handIn(owner, done, about.columns);
    const plain = JSON.stringify(made);
    const content = about.key ? await (await import("./encrypt.js")).encrypt(plain, about.key) : plain;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([content as BlobPart], {type: "application/octet-stream"}));
    link.download = handInName(made, Boolean(about.key));
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    await store.write("handed", Math.max(...done.map(({no}) => no)));
    said.textContent = `${done.length} registreringer ligger i filen ${link.download}${about.key ? ", krypteret" : ""}. Send den til den, der står for auditten. Filen har altid alle dine registreringer: de tæller kun én gang.`;
    await show();
  } catch (error) {
    console.error(error);
    said.textContent =
      error instanceof Error ? `Filen kunne ikke dannes: ${error.message}` : "Filen kunne ikke dannes.";
  }
}

function say(text: string): void {
  one(".saved").textContent = text;
}

function failed(error: unknown): void {
  console.error(error);
  say("Browseren kunne ikke gemme. Notér registreringen på papir, og prøv igen.");
}
