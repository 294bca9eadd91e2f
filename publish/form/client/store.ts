import type {Registration} from "../../../src/domain/handIn.js";

/** What the browser keeps of a form: who registers, the registration being filled in, and those that are done. */
export interface FormStore {
  /** A value by its name: the participant's code, the round, the draft. */
  read<Value>(name: string): Promise<Value | undefined>;
  /** Resolved when the value is on the disk: a browser that is killed right after has it. */
  write(name: string, value: unknown): Promise<void>;
  registrations(): Promise<Registration[]>;
  /** Keeps a finished registration and empties the draft, both or neither. */
  finish(registration: Registration): Promise<void>;
  /** Makes a finished registration the draft again, both or neither. */
  reopen(registration: Registration): Promise<void>;
  /** Throws everything away. */
  clear(): Promise<void>;
}

/** Opens the store of one form; `practice` has one of its own. */
export async function openStore(name: string): Promise<FormStore> {
  const open = indexedDB.open(name, 1);
  open.onupgradeneeded = () => {
    open.result.createObjectStore("values");
    open.result.createObjectStore("registrations", {keyPath: "no"});
  };
  const database = await done(open);
  // Strict: the browser says that it is done when the disk has it, not when the system means to write it.
  const change = (act: (stores: (name: string) => IDBObjectStore) => void) => {
    const transaction = database.transaction(["values", "registrations"], "readwrite", {durability: "strict"});
    act((store) => transaction.objectStore(store));
    return new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error("Browseren gemte ikke."));
    });
  };
  return {
    read: (key) => done(database.transaction("values").objectStore("values").get(key)),
    write: (key, value) => change((store) => store("values").put(value, key)),
    registrations: () => done(database.transaction("registrations").objectStore("registrations").getAll()),
    finish: (registration) =>
      change((store) => {
        store("registrations").put(registration);
        store("values").delete("draft");
      }),
    reopen: ({no, answers}) =>
      change((store) => {
        store("registrations").delete(no);
        store("values").put(answers, "draft");
      }),
    clear: () =>
      change((store) => {
        store("registrations").clear();
        store("values").clear();
      })
  };
}

function done<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("Browseren kan ikke læse, hvad den har gemt."));
  });
}
