import {mkdirSync, mkdtempSync, readFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {csvParse} from "d3-dsv";
import type {Browser, BrowserContext, Page} from "playwright-core";
import {afterAll, beforeAll, expect, inject, test} from "vitest";
import {openSession} from "../../data-loaders/engine/session.js";
import {readCodebook} from "../../data-loaders/ground/codebook.js";
import {readAims} from "../../data-loaders/ground/feedbackAims.js";
import {readSettings, type Settings} from "../../data-loaders/ground/settings.js";
import {participantCounts} from "../../data-loaders/models/participantCounts.js";
import {receive} from "../../data-loaders/reception/receive.js";
import {auditFiles, readAudit} from "../../data-loaders/sources/audit.js";
import {practicesFrom} from "../../publish/feedback/feedback.js";
import {feedbackPage} from "../../publish/feedback/feedbackPage.js";
import {readPublished} from "../../publish/feedback/published.js";
import {pageCount} from "../../publish/report/destinations.js";
import {checkout} from "../support/project.js";
import {startBrowser} from "../support/startBrowser.js";

const {address, project} = inject("site");

let browser: Browser;
beforeAll(async () => void (browser = await startBrowser()));
afterAll(() => browser?.close());

const phone = {viewport: {width: 390, height: 844}, hasTouch: true, isMobile: true, acceptDownloads: true};

/** A form opened on a telephone, by a participant who has a code, and what it said and requested. */
async function openForm(context: BrowserContext, participant = "12"): Promise<{page: Page; said: string[]}> {
  const page = await context.newPage();
  const said: string[] = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  await page.goto(`${address}/skema/gp`);
  await page.waitForSelector("body[data-ready]");
  if (await page.isVisible("form.who")) {
    await page.fill("[name=participant]", participant);
    await page.tap("form.who button");
    await page.waitForSelector("form.registration:not([hidden])");
  }
  return {page, said};
}

const saved = (page: Page) => page.waitForFunction(() => document.querySelector(".saved")?.textContent === "Gemt");

test("a consultation takes 12 taps, an age's digits counted; 40 are registered without a network, handed in, received and reported as a PDF", async () => {
  const context = await browser.newContext(phone);
  const {page, said} = await openForm(context);
  await page.evaluate(() => navigator.serviceWorker.ready);
  const requests: string[] = [];
  context.on("request", (request) => requests.push(request.url()));
  await context.setOffline(true);
  let taps = 0;
  const tap = async (selector: string) => (taps++, page.tap(selector));
  for (let i = 0; i < 40; i++) {
    taps = 0;
    await tap(`[name=both][value="${i % 2 ? "later male" : "first female"}"]`);
    await page.keyboard.type(String(20 + i));
    taps += 2;
    await tap("[name=earlier_episodes][value=none_or_few]");
    await tap('[name="earlier_care.none"]');
    await tap("[name=symptoms][value=no_radiation_below_knee]");
    await tap('[name="characteristics.none"]');
    await tap('[name="findings.normal_neurology"]');
    await tap('[name="actions.self_management_advice"]');
    await tap('[name="referrals.none"]');
    await tap('[name="purpose.reassure"]');
    await tap("form.registration button[type=submit]");
    await page.waitForFunction((no) => document.querySelector(".count")?.textContent?.startsWith(`Nr. ${no} `), i + 2);
  }
  expect(taps).toBe(12);
  await page.reload();
  await page.waitForSelector("body[data-ready]");
  expect(await page.textContent(".count")).toBe("Nr. 41 · 40 i dag, 40 i alt");
  const [download] = await Promise.all([page.waitForEvent("download"), page.tap("[data-act=hand-in]")]);
  const folder = mkdtempSync(join(tmpdir(), "rygatlas-form-"));
  mkdirSync(join(folder, "inbox"));
  await download.saveAs(join(folder, "inbox", download.suggestedFilename()));
  expect(requests.filter((url) => !url.startsWith(address) && !url.startsWith("blob:"))).toEqual([]);
  expect(said).toEqual([]);
  await context.close();

  const settings = {...readSettings(checkout), extracts: join(folder, "extracts")};
  const today = new Date().toLocaleDateString("sv");
  expect(await receive(settings, join(folder, "inbox"), {today})).toMatchObject([{merged: "new"}]);
  const rows = csvParse(readFileSync(join(settings.extracts, "audit/gp-12-runde1.csv"), "utf8"));
  expect(rows).toHaveLength(40);
  expect(rows[39]).toMatchObject({age: "59", sex: "male", consultation: "later", "purpose.reassure": "1"});

  // Read as any extract is, and reported to the participant beside what the site publishes.
  const html = await reportOf(settings, folder);
  expect(html.replaceAll("\u00a0", " ")).toContain("Praktiserende læger · deltager 12 · runde 1 · 40 registreringer");
  expect(html).toContain("Du rådgav om egenhåndtering ved 40 af 40 registreringer");
  const sheet = await browser.newPage();
  await sheet.setContent(html);
  const pdf = await sheet.pdf({preferCSSPageSize: true, printBackground: true});
  expect(pageCount(pdf)).toBeGreaterThanOrEqual(4);
  await sheet.close();
});

async function reportOf(received: Settings, staging: string): Promise<string> {
  const site = readSettings(project);
  const codebook = readCodebook(site.codebook);
  const session = await openSession({...site, temporary: staging});
  await readAudit(session, {
    files: auditFiles(received.extracts),
    codebook,
    aliases: {},
    maxRejectedPercent: 0,
    staging
  });
  const counts = await participantCounts(session, codebook);
  const published = await readPublished(site, session);
  session.close();
  const [practice] = practicesFrom(codebook, readAims(site.codebook, codebook), counts, published);
  return feedbackPage(practice!, {codebook, synthetic: false, day: "1. maj 2027", css: ""});
}

test("what was acknowledged is there after the tab is closed at any moment: 20 moments", async () => {
  const context = await browser.newContext(phone);
  const order = ["symptoms.no_radiation_below_knee", "actions.nsaid", "referrals.mri", "purpose.certify"];
  let ticked: string[] = [];
  for (let moment = 0; moment < 20; moment++) {
    const {page} = await openForm(context);
    const kept = await page.$$eval("form.registration input:checked:not([name=both])", (inputs) =>
      inputs.map((input) =>
        (input as HTMLInputElement).type === "radio"
          ? `${(input as HTMLInputElement).name}.${(input as HTMLInputElement).value}`
          : (input as HTMLInputElement).name
      )
    );
    expect(kept.toSorted()).toEqual(ticked.toSorted());
    const next = order.find((one) => !ticked.includes(one));
    if (next) {
      const [name, value] = next.split(".");
      await page.tap(name === "symptoms" ? `[name=symptoms][value=${value}]` : `[name="${next}"]`);
      await saved(page);
      ticked = [...ticked, next];
    } else {
      await page.tap("form.registration button[type=submit]");
      await page.waitForFunction(() => /^Nr\. \d+ er gemt/.test(document.querySelector(".saved")?.textContent ?? ""));
      ticked = [];
    }
    // Without the page's own closing, as when a telephone takes its memory back.
    await page.close({runBeforeUnload: false});
  }
  const {page} = await openForm(context);
  expect(await page.textContent(".count")).toBe("Nr. 5 · 4 i dag, 4 i alt");
  await context.close();
});

test("practising counts nowhere, a CPR number is refused as a code, and one registration can be taken back", async () => {
  const context = await browser.newContext(phone);
  const page = await context.newPage();
  await page.goto(`${address}/skema/gp`);
  await page.waitForSelector("body[data-ready]");
  await page.fill("[name=participant]", "0101901234");
  await page.tap("form.who button");
  expect(await page.textContent("form.who .fault")).toContain("ligner et CPR-nummer");
  await page.tap("[data-act=practise]");
  await page.waitForSelector(".practising:not([hidden])");
  await page.tap("[name=symptoms][value=radiation_below_knee]");
  await page.tap("form.registration button[type=submit]");
  await page.waitForFunction(() => document.querySelector(".count")?.textContent === "Nr. 2 · 1 i dag, 1 i alt");
  await page.tap("[data-act=practise]");
  await page.waitForFunction(() => document.querySelector(".count")?.textContent === "Nr. 1 · 0 i dag, 0 i alt");
  await page.fill("[name=participant]", "12");
  await page.tap("form.who button");
  await page.tap('[name="actions.nsaid"]');
  await page.tap("form.registration button[type=submit]");
  await page.tap("[data-act=undo]");
  await page.waitForFunction(() => document.querySelector(".count")?.textContent === "Nr. 1 · 0 i dag, 0 i alt");
  expect(await page.isChecked('[name="actions.nsaid"]')).toBe(true);
  await context.close();
});

test("one's own goal stands above the form and is handed in nowhere; a new round begins when the one before is handed in", async () => {
  const context = await browser.newContext(phone);
  const {page} = await openForm(context);
  const begin = async (round: string, goal: string) => {
    await page.tap("[data-act=begin]");
    await page.fill("[name=round]", round);
    await page.fill("[name=goal]", goal);
    await page.tap("form.who button");
  };
  await begin("1", "Jeg aftaler en dato for at slutte igen");
  await page.waitForFunction(
    () => document.querySelector(".goal")?.textContent === "Mit mål: Jeg aftaler en dato for at slutte igen"
  );
  await page.tap('[name="actions.nsaid"]');
  await page.tap("form.registration button[type=submit]");
  await page.waitForFunction(() => /^Nr. 2 /.test(document.querySelector(".count")?.textContent ?? ""));
  await begin("2", "Jeg siger, hvad der ventes");
  await page.waitForFunction(
    () =>
      document.querySelector("form.who .fault")?.textContent === "Aflever runde 1, før du begynder på en anden runde."
  );
  const [download] = await Promise.all([page.waitForEvent("download"), page.tap("[data-act=hand-in]")]);
  expect(readFileSync(await download.path(), "utf8")).not.toContain("aftaler en dato");
  await page.waitForFunction(() => document.querySelector(".handed")?.textContent?.startsWith("1 registrering"));
  await page.tap("form.who button");
  await page.waitForFunction(() =>
    /^Nr. 1 · 0 i dag, 0 i alt/.test(document.querySelector(".count")?.textContent ?? "")
  );
  await page.reload();
  await page.waitForSelector("body[data-ready]");
  expect(await page.textContent(".goal")).toBe("Mit mål: Jeg siger, hvad der ventes");
  await context.close();
});
