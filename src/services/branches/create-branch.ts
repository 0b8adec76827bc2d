import { type DataSource, type EntityManager } from "typeorm";

import { DEFAULT_COMPANY_ID } from "../../domain/access/default-company";
import { type Viewer } from "../../domain/access/viewer";
import { type UserError } from "../../domain/errors/user-error";
import { asCountry, countryOf } from "../../domain/guests/country";
import { newId } from "../../domain/ids";
import { keyOf, proseOf } from "../../domain/texts/typed-text";
import { Branch } from "../../entities/branches/branch";
import { BranchSettings } from "../../entities/branches/branch-settings";
import { Refused } from "../../errors";
import { namedCompany, placeOfCompany } from "../companies/named-company";
import { makeOnce } from "../idempotency/make-once";
import { invalid } from "./changes/branch-error";
import { countryErrors, nameErrors, timeZoneErrors } from "./settings/branch-fields";

export interface NewBranch {
  readonly name: string;
  readonly timeZone: string;
  /** ISO 4217 code. */
  readonly currencyCode: string;
  /** ISO 3166-1 alpha-2; if omitted, it is derived from currency and time zone. */
  readonly country?: string | null | undefined;
  /** Defaults to the caller's company. */
  readonly companyId?: string | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

/** Creates a branch that is not connected to any POS yet. */
export class CreateBranch {
  constructor(private readonly db: DataSource) {}

  /**
   * Safe to repeat with an idempotency key: returns the branch in its current state.
   *
   * @param by the caller: see `namedCompany`; if omitted, the gateway itself, for the first company
   * @throws {Refused} name, time zone, currency or country is invalid, or the idempotency key is
   */
  execute(input: NewBranch, by?: Viewer): Promise<Branch> {
    const { idempotencyKey: key, companyId: named, ...rest } = input;
    const field = ["input", "idempotencyKey"];
    return this.db.transaction(async (tx) => {
      const companyId = by
        ? await namedCompany(tx, by, named, ["input", "companyId"])
        : DEFAULT_COMPANY_ID;
      const place = placeOfCompany(companyId);
      const asked = { operation: "createBranch", place, key, field, input: rest };
      const { result } = await makeOnce(tx, asked, () => this.open(tx, rest, companyId));
      return tx.findOneByOrFail(Branch, result);
    });
  }

  private async open(
    tx: EntityManager,
    input: NewBranch,
    companyId: string,
  ): Promise<{ readonly id: string }> {
    const name = proseOf(input.name);
    const timeZone = keyOf(input.timeZone);
    const { currencyCode } = input;
    const country = input.country ? asCountry(input.country) : countryOf(currencyCode, timeZone);
    const userErrors = errorsOf({ name, timeZone, currencyCode, country });
    if (userErrors.length > 0) throw new Refused<UserError>(userErrors);

    const id = newId();
    await tx.insert(Branch, { id, companyId, name, timeZone, currencyCode, country });
    await tx.insert(BranchSettings, { branchId: id });
    return { id };
  }
}

function errorsOf({
  name,
  timeZone,
  currencyCode,
  country,
}: NewBranch & { readonly country: string }): UserError[] {
  const userErrors = [
    ...nameErrors(name, ["input", "name"]),
    ...timeZoneErrors(timeZone, ["input", "timeZone"]),
    ...countryErrors(country, ["input", "country"]),
  ];
  if (!/^[A-Z]{3}$/.test(currencyCode)) {
    const [ru, en] = [
      "Код валюты — три буквы. Пример: RUB",
      "A currency code has three letters. Example: RUB",
    ];
    userErrors.push(invalid(["input", "currencyCode"], ru, en));
  }
  return userErrors;
}
