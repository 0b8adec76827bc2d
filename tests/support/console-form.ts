import { type ConsolePage } from "./console-page";

/** What belongs to a label, by the words that are written on it. */
const labelled = (label: string) => `(() => {
  const one = [...document.querySelectorAll("label")].find((each) => each.textContent.trim() === ${JSON.stringify(label)});
  const control = one?.control ?? document.querySelector('[aria-label=${JSON.stringify(label)}]');
  return control?.checkVisibility() ? control : null;
})()`;

/** Fills the field of this label, as React notices it. */
export async function fillIn(page: ConsolePage, label: string, value: string): Promise<void> {
  await mark(page, label);
  await page.fill("[data-meant]", value);
}

/** Chooses what begins so from the list of this label. */
export async function chooseFrom(page: ConsolePage, label: string, option: string): Promise<void> {
  await mark(page, label);
  await page.choose("[data-meant]", option);
}

/** The words of what is chosen in the list of this label, once there are any. */
export function chosenIn(page: ConsolePage, label: string): Promise<string> {
  return page.until<string>(`${labelled(label)}?.selectedOptions[0]?.text`);
}

async function mark(page: ConsolePage, label: string): Promise<void> {
  await page
    .until(
      `(() => {
        document.querySelector("[data-meant]")?.removeAttribute("data-meant");
        const control = ${labelled(label)};
        control?.setAttribute("data-meant", "");
        return control !== null && !control.disabled;
      })()`,
    )
    .catch(async () => {
      throw new Error(`There is no field "${label}" to fill: ${await page.text("main")}`);
    });
}
