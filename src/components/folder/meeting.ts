/** What the folder's agenda begins with. */
export interface Meeting {
  title: string;
  /** `yyyy-mm-dd`, as a date field has it; empty where it is not set. */
  day: string;
  purpose: string;
}

/** Where the browser keeps it, beside the folder. */
const meetingKey = "rygatlas.meeting";

const nothing: Meeting = {title: "", day: "", purpose: ""};

/** The meeting the reader prepares; what cannot be read counts as none. */
export function readMeeting(): Meeting {
  try {
    const kept = JSON.parse(localStorage.getItem(meetingKey) ?? "{}") as Partial<Meeting>;
    const text = (value: unknown) => (typeof value === "string" ? value : "");
    return {title: text(kept.title), day: text(kept.day), purpose: text(kept.purpose)};
  } catch {
    return nothing;
  }
}

/** @throws Error where the browser keeps nothing */
export function writeMeeting(meeting: Meeting): void {
  localStorage.setItem(meetingKey, JSON.stringify(meeting));
}

/** The heading of the agenda. */
export function meetingTitle({title}: Meeting): string {
  return title || "Møde om behandlingen af ondt i ryggen";
}

/** The day in words, `tirsdag den 1. december 2026`; empty where it is not set. */
export function meetingDay({day}: Meeting): string {
  const date = /^\d{4}-\d\d-\d\d$/.test(day) ? new Date(`${day}T12:00:00`) : undefined;
  return date && !Number.isNaN(date.valueOf())
    ? new Intl.DateTimeFormat("da-DK", {dateStyle: "full"}).format(date)
    : "";
}
