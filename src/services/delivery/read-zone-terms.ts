import { type DeliveryZone } from "../../domain/delivery/delivery-zone";
import { isPrintable } from "../../domain/errors/text-errors";
import { type UserError } from "../../domain/errors/user-error";
import { currencyStep } from "../../domain/money/currency";
import { type Kopecks, parseKopecks } from "../../domain/money/money";
import { isLonger } from "../../domain/texts/text-length";
import { proseOf } from "../../domain/texts/typed-text";
import { unfit } from "./zone-errors";
import { LONGEST_NAME, MOST_MINUTES, MOST_PRIORITY, MOST_SUM } from "./zone-limits";

type Properties = Readonly<Record<string, unknown>>;

export type ZoneTerms = Pick<
  DeliveryZone,
  "name" | "priority" | "minutes" | "minimumSum" | "fee" | "freeFrom"
>;

/**
 * Reads a feature's zone terms, that is, everything but its shape, and collects what it could not
 * read.
 */
export class ZoneTermsReader {
  readonly userErrors: UserError[] = [];

  /** @param currencyCode of the branch: sums have no finer step */
  constructor(private readonly currencyCode: string) {}

  /** @param at such as "features.3.properties" */
  read(properties: Properties, at: string): ZoneTerms {
    const sum = (name: string, least: Kopecks) =>
      this.sum(properties[name], `${at}.${name}`, least);
    const whole = (name: string, most: number) =>
      this.whole(properties[name], `${at}.${name}`, most);
    return {
      name: this.name(properties, at),
      priority: whole("priority", MOST_PRIORITY) ?? 0,
      minutes: whole("minutes", MOST_MINUTES),
      minimumSum: sum("minimumSum", 0),
      fee: sum("fee", 0),
      freeFrom: sum("freeFrom", 1),
    };
  }

  /** Map editors put a zone's name into its description. */
  private name({ name, description }: Properties, at: string): string {
    const given = [name, description].find((text) => typeof text === "string" && text.trim());
    const text = typeof given === "string" ? proseOf(given) : "";
    if (text !== "" && !isLonger(text, LONGEST_NAME) && isPrintable(text)) return text;
    const ru = `Нужно название зоны, не длиннее ${LONGEST_NAME} знаков`;
    const en = `The name of the zone is missing, or has more than ${LONGEST_NAME} characters`;
    this.userErrors.push(unfit(`${at}.name`, ru, en));
    return "";
  }

  private sum(value: unknown, at: string, least: Kopecks): Kopecks | null {
    if (value === undefined || value === null || value === "") return null;
    const isText = typeof value === "string" || typeof value === "number";
    const amount = isText ? (parseKopecks(String(value).replace(",", ".")) ?? -1) : -1;
    const step = currencyStep(this.currencyCode);
    if (amount >= least && amount <= MOST_SUM && amount % step === 0) return amount;
    const [ru, en] =
      step === 1 ? ["с двумя знаками", "with two decimals"] : ["без дробной части", "no fraction"];
    const from = least === 0 ? "0" : "0.01";
    this.userErrors.push(
      unfit(at, `Сумма от ${from} до 1000000, ${ru}`, `From ${from} to 1000000, ${en}`),
    );
    return null;
  }

  private whole(value: unknown, at: string, most: number): number | null {
    if (value === undefined || value === null || value === "") return null;
    const number = typeof value === "string" ? Number(value) : value;
    const isWhole = typeof number === "number" && Number.isInteger(number);
    if (isWhole && number >= 0 && number <= most) return number;
    const ru = `Целое число от 0 до ${most}`;
    this.userErrors.push(unfit(at, ru, `A whole number from 0 to ${most}`));
    return null;
  }
}
