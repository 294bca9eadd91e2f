import {element} from "../dom/dom.js";
import type {FolderItem} from "./folderItem.js";
import {meetingDay, meetingTitle, readMeeting, writeMeeting, type Meeting} from "./meeting.js";

/** The agenda's head: fields on the screen, on paper the title, the day, the purpose and the items in their order. */
export function meetingForm(items: readonly FolderItem[]): HTMLElement {
  const paper = element("div", {class: "meeting-paper"});
  const show = (meeting: Meeting) =>
    paper.replaceChildren(
      element("h1", {}, meetingTitle(meeting)),
      ...[meetingDay(meeting), meeting.purpose].filter(Boolean).map((text) => element("p", {}, text)),
      element("ol", {}, ...items.map(({title}) => element("li", {}, title)))
    );
  const field = <Tag extends "input" | "textarea">(
    name: keyof Meeting,
    label: string,
    node: HTMLElementTagNameMap[Tag]
  ) => {
    node.id = `moede-${name}`;
    node.value = readMeeting()[name];
    node.addEventListener("input", () => {
      const meeting = {...readMeeting(), [name]: node.value};
      writeMeeting(meeting);
      show(meeting);
    });
    return element("div", {}, element("label", {for: node.id}, label), node);
  };
  show(readMeeting());
  return element(
    "section",
    {class: "meeting", "aria-label": "Dagsorden"},
    element(
      "div",
      {class: "meeting-fields on-screen"},
      field(
        "title",
        "Mødets titel",
        element("input", {type: "text", placeholder: meetingTitle({title: "", day: "", purpose: ""})})
      ),
      field("day", "Dato", element("input", {type: "date"})),
      field("purpose", "Formål", element("textarea", {rows: 2, placeholder: "Hvad skal mødet føre til?"}))
    ),
    paper
  );
}
