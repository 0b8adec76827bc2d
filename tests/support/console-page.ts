import { join } from "node:path";

import { Browser, CHROMIUM } from "./browser";
import { eventually } from "./eventually";

const PATIENCE_MS = 80_000;
const MOST_SHOWN = 3_000;
/** How long the page itself waits before it is queried again. */
const LOOK_MS = 1_000;
/** What Chromium reports about queries to a page that has gone in the meantime. */
const STARTS_AGAIN = /Inspected target navigated|context was destroyed|Promise was collected/;
/** The button is named in the current language. */
const ACCOUNT = ["Язык, цвета, выход", "Language, colours, sign out"];

/** The console in a browser, used as an operator does: by its visible texts. */
export class ConsolePage {
  private constructor(
    readonly browser: Browser,
    private readonly url: string,
  ) {}

  /** @param room the last part of its address; "" for the first room */
  static async open(gatewayUrl: string, room = ""): Promise<ConsolePage> {
    const page = new ConsolePage(await Browser.start(CHROMIUM ?? ""), `${gatewayUrl}/console`);
    await page.visit(room);
    return page;
  }

  /** In English, whatever language the browser prefers. */
  static async openSignedIn(gatewayUrl: string, key: string): Promise<ConsolePage> {
    const page = await ConsolePage.open(gatewayUrl);
    await page.prefer("English");
    await page.signIn(key);
    return page;
  }

  /** Resolves once the frame is there; in the room for developers, once the editor is. */
  async visit(room = ""): Promise<void> {
    await this.browser.open(room === "" ? this.url : `${this.url}/${room}`);
    await this.until(
      room === "api"
        ? `document.querySelector(".graphiql-query-editor .view-line") !== null`
        : `document.querySelector(".nav a[aria-current]") !== null`,
    );
  }

  /** Goes to a room like a link within the console: only the room's own parts are loaded. */
  async go(room = ""): Promise<void> {
    const path = JSON.stringify(`/console${room === "" ? "" : `/${room}`}`);
    await this.browser.evaluate(
      `history.pushState(null, "", ${path}); dispatchEvent(new PopStateEvent("popstate"))`,
    );
    await this.settled();
  }

  /**
   * Resolves once the page has been drawn twice since the call and shows that nothing is loading.
   */
  async settled(): Promise<void> {
    await this.browser.evaluate(
      `new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))).then(() => true)`,
    );
    await this.until(
      `document.querySelector(".skeleton, [aria-busy=true]") === null && document.querySelector("main h1") !== null`,
    );
  }

  /**
   * The value of an expression in the page, as soon as it is truthy.
   *
   * @throws {Error} with what the page shows instead
   */
  until<T = unknown>(expression: string): Promise<NonNullable<T>> {
    const look = async () => (await this.inPage(awaited(expression))) as T;
    return eventually<T>(look, PATIENCE_MS).catch(async (cause: unknown) => {
      throw new Error(`${expression} has not come true. ${await this.shown()}`, { cause });
    });
  }

  /** Waits until this text appears somewhere in what `selector` finds. */
  async sees(text: string, selector = "body"): Promise<void> {
    const all = `[...document.querySelectorAll(${JSON.stringify(selector)})]`;
    const found = `${all}.some((one) => one.textContent.includes(${JSON.stringify(text)}))`;
    await this.until(found).catch(async (cause: unknown) => {
      const said = await this.text(selector);
      throw new Error(`"${text}" is not in ${selector}, which says: ${said}`, { cause });
    });
  }

  async text(selector: string): Promise<string> {
    const found = `[...document.querySelectorAll(${JSON.stringify(selector)})]`;
    return String(
      await this.browser.evaluate(`${found}.map((one) => one.textContent).join(" | ")`),
    );
  }

  /**
   * Presses the button of this name, or ticks the box of this value, once it can be pressed. @param
   * within a selector
   */
  async press(name: string | readonly string[], within = "body"): Promise<void> {
    const places = `[...document.querySelectorAll(${JSON.stringify(within)})]`;
    const buttons = `${places}.flatMap((place) => [...place.querySelectorAll("button, summary, [type=checkbox], [type=radio]")])`;
    const names = JSON.stringify([name].flat());
    const isNamed = `(one) => ${names}.includes((one.getAttribute("aria-label") || one.textContent || one.value).trim())`;
    const pressed = `(() => {
      const one = ${buttons}.find(${isNamed});
      if (!one || one.disabled) return false;
      // Once this has been answered: a button may make the page start anew.
      setTimeout(() => one.click());
      return true;
    })()`;
    await this.until(pressed).catch(async (cause: unknown) => {
      throw new Error(
        `There is no button "${[name].flat().join()}" to press in ${within}: ${await this.text(within)}`,
        { cause },
      );
    });
  }

  /** Fills a field or chooses from a list in such a way that React notices it. */
  async fill(selector: string, value: string): Promise<void> {
    const field = `document.querySelector(${JSON.stringify(selector)})`;
    await this.until(`${field} !== null`);
    await this.browser.evaluate(`(() => {
      const field = ${field};
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set.call(field, ${JSON.stringify(value)});
      field.dispatchEvent(new Event(field.tagName === "SELECT" ? "change" : "input", { bubbles: true }));
    })()`);
  }

  /** Chooses the option that begins like this. */
  async choose(list: string, beginning: string): Promise<void> {
    const options = `[...(document.querySelector(${JSON.stringify(list)})?.options ?? [])]`;
    const value = `${options}.find((one) => one.text.startsWith(${JSON.stringify(beginning)}))?.value`;
    await this.fill(list, await this.until<string>(value));
  }

  /** Applies from the first visit on, as for a user with this preference. */
  async prefer(choice: string): Promise<void> {
    await this.press(ACCOUNT);
    // A press may be lost while the panel is still opening.
    const one = `[...document.querySelectorAll(".preferences button")].find((each) => each.ariaLabel === ${JSON.stringify(choice)})`;
    await this.until(`${one}?.ariaChecked === "true" || (${one}?.click(), false)`);
    await eventually(async () => {
      await this.browser.press("Escape");
      return (await this.inPage(`document.querySelector(".preferences") === null`)) === true;
    }, PATIENCE_MS);
    // Colours change in a transition, during which the contrasts belong to neither theme.
    await this.until(
      `!document.getAnimations().some((one) => one instanceof CSSTransition && one.playState === "running")`,
    );
  }

  async signIn(key: string): Promise<void> {
    await this.fill(".sign-in input", key);
    await this.until(`document.querySelector(".sign-in button").click() ?? true`);
  }

  /** @param room the part of the address to which its navigation entry leads: orders */
  async openRoom(room: string): Promise<void> {
    const entry = `document.querySelector('.nav a[href^="/console/${room}"]')`;
    await this.until(`${entry} !== null`);
    await this.browser.evaluate(`${entry}.click()`);
    await this.until(`${entry}.ariaCurrent === "page"`);
  }

  /** Opens a panel next to GraphiQL. */
  async openPanel(name: string): Promise<void> {
    const button = `document.querySelector('.graphiql-sidebar button[aria-label*="${name}"]')`;
    await this.until(`${button} !== null`);
    await this.browser.evaluate(
      `document.querySelector(".panel h2")?.textContent === "${name}" || ${button}.click()`,
    );
    await this.sees(name, ".panel h2");
  }

  /**
   * The content of one of GraphiQL's editors. @param file operation.graphql, variables.json or
   * response.json
   */
  async editorText(file: string): Promise<string> {
    const model = `__MONACO.editor.getModels().find((model) => model.uri.path.endsWith("${file}"))`;
    return String(await this.browser.evaluate(`${model}?.getValue() ?? ""`));
  }

  /** Runs what the open tab holds, and returns the answer once it matches. */
  async run(fits: RegExp): Promise<string> {
    await this.browser.evaluate(
      `document.querySelector('.graphiql-execute-button[aria-label^="Execute"]').click()`,
    );
    return eventually(async () => {
      const answer = await this.editorText("response.json");
      return fits.test(answer) ? answer : undefined;
    }, PATIENCE_MS);
  }

  /** For viewing: CONSOLE_PICTURES=/tmp/pictures npm run test:console */
  async picture(name: string): Promise<void> {
    const folder = process.env["CONSOLE_PICTURES"];
    if (folder !== undefined) await this.browser.screenshot(join(folder, `${name}.png`));
  }

  /** Helps to find out why the page is not as it should be. */
  private async shown(): Promise<string> {
    const page = `location.href + " shows: " + document.body.innerText.slice(0, ${MOST_SHOWN})`;
    const [alerts, all] = await Promise.all(
      [this.text("[role=alert]"), this.browser.evaluate(page)].map((asked) => asked.catch(String)),
    );
    const complaints = this.browser.complaints.join("; ");
    return `Alerts: [${String(alerts)}]; complaints: [${complaints}]; ${String(all)}`;
  }

  /** undefined while the page is restarting. */
  private inPage(expression: string): Promise<unknown> {
    return this.browser.evaluate(expression).catch((error: unknown) => {
      if (!STARTS_AGAIN.test(String(error))) throw error;
    });
  }
}

/**
 * JavaScript that waits for a while in the page itself until the value of an expression is true: a
 * series of queries from outside would take up the time that the page needs.
 */
function awaited(expression: string): string {
  return `new Promise((resolve) => {
    const end = performance.now() + ${LOOK_MS};
    const look = () => {
      let found;
      try { found = (${expression}); } catch {}
      const isThere = found !== false && found !== undefined && found !== null;
      if (isThere || performance.now() > end) resolve(found);
      else setTimeout(look, 10);
    };
    look();
  })`;
}
