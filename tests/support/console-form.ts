import { type ConsolePage } from "./console-page";

/** The control that belongs to a label, found by the label's text. */
const labelled = (label: string) => `(() => {
  const one = [...document.querySelectorAll("label")].find((each) => each.textContent.trim() === ${JSON.stringify(label)});
  const control = one?.control ?? document.querySelector('[aria-label=${JSON.stringify(label)}]');
  return control?.checkVisibility() ? control : null;
})()`;

/** Fills the field with this label in such a way that React notices it. */
export async function fillIn(page: ConsolePage, label: string, value: string): Promise<void> {
  await mark(page, label);
  await page.fill("[data-meant]", value);
}

/** Chooses the option that begins like this from the list with this label. */
export async function chooseFrom(page: ConsolePage, label: string, option: string): Promise<void> {
  await mark(page, label);
  await page.choose("[data-meant]", option);
}

/** The text of the chosen option in the list with this label, once there is one. */
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
