import { type UserError } from "../../domain/errors/user-error";
import { UserErrorCode } from "../../domain/errors/user-error-code";
import { parseKopecks } from "../../domain/money/money";

/** Reads the amounts of an input and remembers which were invalid. */
export class Amounts {
  readonly userErrors: UserError[] = [];

  /** @param path below `input` */
  read(text: string | null | undefined, path: readonly string[]): number | null {
    if (text === null || text === undefined) return null;
    const amount = parseKopecks(text);
    if (amount !== undefined && amount >= 0) return amount;
    const message = {
      ru: "Нужна сумма не меньше нуля с двумя знаками",
      en: "An amount of at least 0 with two decimals",
    };
    this.userErrors.push({ code: UserErrorCode.INVALID, field: ["input", ...path], message });
    return null;
  }
}
