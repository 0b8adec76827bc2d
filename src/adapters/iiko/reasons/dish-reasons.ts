import { RefusalKind } from "../../../domain/errors/refusal-kind";
import { beginning } from "../../../domain/texts/cut-text";
import { cleanText } from "../values/iiko-text";
import { maskText } from "../values/mask";
import { type IikoReason, reason } from "./reason";

const { FINAL, MAPPING } = RefusalKind;
const LONGEST_NAME = 100;

/** A dish of the order that is switched off in iiko. */
export function inactiveDish([product = ""]: readonly string[]): IikoReason {
  const dish = dishIn(product);
  return reason(
    MAPPING,
    `Товар «${dish}» на кассе неактивен`,
    `The product “${dish}” is inactive at the till`,
    {
      ru: "Включите товар в iiko или обновите меню филиала из iiko (импорт раздела), затем повторите заказ",
      en: "Activate the product in iiko, or import the branch's menu from iiko again, then retry the order",
    },
  );
}

/** A dish whose topmost group this restaurant may not sell: no retry can fix that. */
export function forbiddenDish([product = ""]: readonly string[]): IikoReason {
  const dish = dishIn(product);
  return reason(
    FINAL,
    `Товар «${dish}» запрещено продавать в этом ресторане: его группа верхнего уровня не разрешена`,
    `The product “${dish}” may not be sold in this restaurant: its topmost group is not allowed there`,
    {
      ru: "Разрешите группу товара этому ресторану в iiko Office и обновите меню филиала; этот заказ согласуйте с гостем и внесите вручную",
      en: "Allow the product's group for this restaurant in iiko Office and import the menu again; agree on this order with the guest and enter it by hand",
    },
  );
}

/** Extracts the name from `"Name" (id)`, ready to be shown. */
function dishIn(product: string): string {
  const named = /^["“«']([^"“”«»]*)["”»']/.exec(product.trim())?.[1] ?? product.trim();
  const shown = maskText(cleanText(named)).replaceAll(/[«»“”]/g, '"');
  return shown.length > LONGEST_NAME ? `${beginning(shown, LONGEST_NAME)}…` : shown;
}
