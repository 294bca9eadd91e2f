import type {FlowRow} from "../../../src/components/charts/flowLayout.js";

/** Words as the register facts have them. */
export const specialties = {
  acute: "Akut",
  medicine: "Medicin",
  surgery: "Kirurgi",
  private: "Privathospital",
  other: "Andet speciale"
};

export function flowRow(
  contact_no: number,
  from_specialty: string,
  to_specialty: string,
  patients: number | null
): FlowRow {
  return {
    contact_no,
    from_specialty,
    to_specialty,
    patients,
    status: patients === null ? "hidden" : patients === 0 ? "none" : "shown"
  };
}

/** 100 patients, three contacts. */
export const flows = [
  flowRow(1, "acute", "ended", 40),
  flowRow(1, "acute", "surgery", 20),
  flowRow(1, "medicine", "ended", 10),
  flowRow(1, "medicine", "medicine", 30),
  flowRow(2, "medicine", "ended", 25),
  flowRow(2, "medicine", "surgery", 5),
  flowRow(2, "surgery", "ended", 20)
];
