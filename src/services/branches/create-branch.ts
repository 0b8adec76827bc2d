import { type DataSource } from "typeorm";

import { asCountry, countryOf } from "../../domain/guests/country";
import { newId } from "../../domain/ids";
import { keyOf, proseOf } from "../../domain/texts/typed-text";
import { type UserFault } from "../../domain/faults/user-fault";
import { Branch } from "../../entities/branches/branch";
import { BranchSettings } from "../../entities/branches/branch-settings";
import { Refused } from "../../errors";
import { invalid } from "./changes/branch-fault";
import { countryFaults, nameFaults, timeZoneFaults } from "./settings/branch-fields";

export interface NewBranch {
  readonly name: string;
  readonly timeZone: string;
  /** ISO 4217. */
  readonly currencyCode: string;
  /** ISO 3166-1 alpha-2; left out: what currency and time zone tell. */
  readonly country?: string | null | undefined;
}

/** Opens a branch, not yet connected to any POS. */
export class CreateBranch {
  constructor(private readonly db: DataSource) {}

  /**
   * @throws {Refused} name, time zone, currency or country is no good
   */
  async execute(input: NewBranch): Promise<Branch> {
    const name = proseOf(input.name);
    const timeZone = keyOf(input.timeZone);
    const { currencyCode } = input;
    const country = input.country ? asCountry(input.country) : countryOf(currencyCode, timeZone);
    const faults = faultsOf({ name, timeZone, currencyCode, country });
    if (faults.length > 0) throw new Refused<UserFault>(faults);

    const id = newId();
    return this.db.transaction(async (tx) => {
      await tx.insert(Branch, { id, name, timeZone, currencyCode, country });
      await tx.insert(BranchSettings, { branchId: id });
      return tx.findOneByOrFail(Branch, { id });
    });
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
