import { Browser, CHROMIUM } from "./browser";
import { eventually } from "./eventually";

const PATIENCE_MS = 80_000;

/** The console in a browser, as an operator works with it: by what is written on it. */
export class ConsolePage {
  private constructor(
    readonly browser: Browser,
    private readonly url: string,
  ) {}

  static async open(gatewayUrl: string): Promise<ConsolePage> {
    const page = new ConsolePage(await Browser.start(CHROMIUM ?? ""), `${gatewayUrl}/graphiql`);
    await page.visit();
    return page;
  }

  /** Resolves once the editor stands. */
  async visit(): Promise<void> {
    await this.browser.open(this.url);
    await this.until(`document.querySelector(".graphiql-query-editor .view-line") !== null`);
  }

  /** What an expression gives in the page, once that is something true. */
  until<T = unknown>(expression: string): Promise<NonNullable<T>> {
    return eventually<T>(async () => (await this.inPage(expression)) as T, PATIENCE_MS);
  }

  /** Waits for this text to stand somewhere in what is found by `selector`. */
  async sees(text: string, selector = "body"): Promise<void> {
    const all = `[...document.querySelectorAll(${JSON.stringify(selector)})]`;
    const found = `${all}.some((one) => one.textContent.includes(${JSON.stringify(text)}))`;
    await this.until(found).catch(async () => {
      throw new Error(`"${text}" is not in ${selector}, which says: ${await this.text(selector)}`);
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
  async press(name: string, within = "body"): Promise<void> {
    const places = `[...document.querySelectorAll(${JSON.stringify(within)})]`;
    const buttons = `${places}.flatMap((place) => [...place.querySelectorAll("button, summary, [type=checkbox]")])`;
    const isNamed = `(one) => (one.getAttribute("aria-label") || one.textContent || one.value).trim() === ${JSON.stringify(name)}`;
    const pressed = `(() => {
      const one = ${buttons}.find(${isNamed});
      if (!one || one.disabled) return false;
      // Once this has been answered: a button may make the page start anew.
      setTimeout(() => one.click());
      return true;
    })()`;
    await this.until(pressed).catch(async () => {
      throw new Error(
        `There is no button "${name}" to press in ${within}: ${await this.text(within)}`,
      );
    });
  }

  /** Fills a field or chooses from a list, as React notices it. */
  async fill(selector: string, value: string): Promise<void> {
    const field = `document.querySelector(${JSON.stringify(selector)})`;
    await this.until(`${field} !== null`);
    await this.browser.evaluate(`(() => {
      const field = ${field};
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set.call(field, ${JSON.stringify(value)});
      field.dispatchEvent(new Event(field.tagName === "SELECT" ? "change" : "input", { bubbles: true }));
    })()`);
  }

  /** Chooses what begins so. */
  async choose(list: string, beginning: string): Promise<void> {
    const options = `[...(document.querySelector(${JSON.stringify(list)})?.options ?? [])]`;
    const value = `${options}.find((one) => one.text.startsWith(${JSON.stringify(beginning)}))?.value`;
    await this.fill(list, await this.until<string>(value));
  }

  async signIn(key: string): Promise<void> {
    await this.fill(".sign-in input", key);
    await this.press("Sign in", ".bar");
  }

  async openPanel(english: string): Promise<void> {
    const button = `document.querySelector('.graphiql-sidebar button[aria-label*="${english} ·"]')`;
    await this.until(`${button} !== null`);
    await this.browser.evaluate(`${button}.ariaLabel.startsWith("Show") && ${button}.click()`);
    await this.sees(english, ".panel h2");
  }

  /**
   * What stands in one of GraphiQL's editors. @param file operation.graphql, variables.json or
   * response.json
   */
  async editorText(file: string): Promise<string> {
    const model = `__MONACO.editor.getModels().find((model) => model.uri.path.endsWith("${file}"))`;
    return String(await this.browser.evaluate(`${model}?.getValue() ?? ""`));
  }

  /** Runs what the open tab holds, and gives the answer once it fits. */
  async run(fits: RegExp): Promise<string> {
    await this.browser.evaluate(
      `document.querySelector('.graphiql-execute-button[aria-label^="Execute"]').click()`,
    );
    return eventually(async () => {
      const answer = await this.editorText("response.json");
      return fits.test(answer) ? answer : undefined;
    }, PATIENCE_MS);
  }

  /** undefined while the page starts anew. */
  private inPage(expression: string): Promise<unknown> {
    return this.browser.evaluate(expression).catch((error: unknown) => {
      if (!String(error).includes("Inspected target navigated")) throw error;
    });
  }
}
