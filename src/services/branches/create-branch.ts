import { type DataSource, type EntityManager } from "typeorm";

import { asCountry, countryOf } from "../../domain/guests/country";
import { newId } from "../../domain/ids";
import { keyOf, proseOf } from "../../domain/texts/typed-text";
import { type UserFault } from "../../domain/faults/user-fault";
import { Branch } from "../../entities/branches/branch";
import { BranchSettings } from "../../entities/branches/branch-settings";
import { Refused } from "../../errors";
import { makeOnce } from "../idempotency/make-once";
import { invalid } from "./changes/branch-fault";
import { countryFaults, nameFaults, timeZoneFaults } from "./settings/branch-fields";

export interface NewBranch {
  readonly name: string;
  readonly timeZone: string;
  /** ISO 4217. */
  readonly currencyCode: string;
  /** ISO 3166-1 alpha-2; left out: what currency and time zone tell. */
  readonly country?: string | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

/** Opens a branch, not yet connected to any POS. */
export class CreateBranch {
  constructor(private readonly db: DataSource) {}

  /**
   * With an idempotency key safe to repeat: the branch as it is now.
   *
   * @throws {Refused} name, time zone, currency or country is no good, or the idempotency key is
   */
  execute(input: NewBranch): Promise<Branch> {
    const { idempotencyKey: key, ...rest } = input;
    const field = ["input", "idempotencyKey"];
    const asked = { operation: "createBranch", place: "", key, field, input: rest };
    return this.db.transaction(async (tx) => {
      const { result } = await makeOnce(tx, asked, () => this.open(tx, rest));
      return tx.findOneByOrFail(Branch, result);
    });
  }

  private async open(tx: EntityManager, input: NewBranch): Promise<{ readonly id: string }> {
    const name = proseOf(input.name);
    const timeZone = keyOf(input.timeZone);
    const { currencyCode } = input;
    const country = input.country ? asCountry(input.country) : countryOf(currencyCode, timeZone);
    const faults = faultsOf({ name, timeZone, currencyCode, country });
    if (faults.length > 0) throw new Refused<UserFault>(faults);

    const id = newId();
    await tx.insert(Branch, { id, name, timeZone, currencyCode, country });
    await tx.insert(BranchSettings, { branchId: id });
    return { id };
  }
}

function faultsOf({
  name,
  timeZone,
  currencyCode,
  country,
}: NewBranch & { readonly country: string }): UserFault[] {
  const faults = [
    ...nameFaults(name, ["input", "name"]),
    ...timeZoneFaults(timeZone, ["input", "timeZone"]),
    ...countryFaults(country, ["input", "country"]),
  ];
  if (!/^[A-Z]{3}$/.test(currencyCode)) {
    const [ru, en] = [
      "Код валюты — три буквы. Пример: RUB",
      "A currency code has three letters. Example: RUB",
    ];
    faults.push(invalid(["input", "currencyCode"], ru, en));
  }
  return faults;
}
