import { type MenuSnapshot } from "../../domain/catalogue/menu-snapshot";
import { type StopList } from "../../domain/catalogue/stop-list";
import { inputError } from "../../domain/errors/input-errors";
import { type UserError } from "../../domain/errors/user-error";
import { UserErrorCode } from "../../domain/errors/user-error-code";
import { type Locale } from "../../domain/texts/locale";
import { momentText } from "../../domain/time/moment-in-words";
import { type WantedOrder } from "./wanted-order";

/** When and where the reader of the message is. */
interface Place {
  readonly now: Date;
  /** IANA time zone of the branch. */
  readonly timeZone: string;
}

/**
 * Reports the dishes of an order that the menu does not sell at the wanted time. The components of
 * a combo are sold with the combo.
 *
 * @param stopList as of that time
 */
export function errorsOfSaleHours(
  { lines }: Pick<WantedOrder, "lines">,
  catalogue: MenuSnapshot,
  stopList: StopList,
  place: Place,
): UserError[] {
  const errorOf = (article: string, path: string): UserError[] => {
    const product = catalogue.productByArticle.get(article);
    const opensAt = product && stopList.opensAt(product.posProductId);
    if (!product || opensAt === undefined) return [];
    const item = { article, availableAt: opensAt, currency: catalogue.currencyCode };
    return [{ ...notSoldThen(product.name, path, opensAt, place), item }];
  };
  return lines.flatMap(({ article, secondHalf }, index) => {
    const ofHalf = secondHalf
      ? errorOf(secondHalf.article, `lines.${index}.secondHalf.article`)
      : [];
    return [...errorOf(article, `lines.${index}.article`), ...ofHalf];
  });
}

/** @param opensAt null if not within a year */
function notSoldThen(name: string, path: string, opensAt: Date | null, place: Place): UserError {
  const from = (locale: Locale) => opensAt && momentText(opensAt, { ...place, locale });
  const [ru, en] = [`«${name}» в это время не продаётся`, `"${name}" is not sold at that time`];
  const text = {
    ru: opensAt ? `${ru}. Ближайшее время: ${from("ru")}` : ru,
    en: opensAt ? `${en}. The next time: ${from("en")}` : en,
  };
  return inputError(UserErrorCode.ITEM_OUTSIDE_HOURS, path, text.ru, text.en);
}
