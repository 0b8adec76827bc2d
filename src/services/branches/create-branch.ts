import { type DataSource } from "typeorm";

import { newId } from "../../domain/ids";
import { type UserFault } from "../../domain/user-fault";
import { Branch } from "../../entities/branch";
import { BranchSettings } from "../../entities/branch-settings";
import { Refused } from "../../errors";
import { invalid } from "./branch-fault";
import { nameFaults } from "./name-faults";
import { timeZoneFaults } from "./time-zone-faults";

export interface NewBranch {
  readonly name: string;
  readonly timeZone: string;
  /** ISO 4217. */
  readonly currencyCode: string;
}

/** Opens a branch, not yet connected to any POS. */
export class CreateBranch {
  constructor(private readonly db: DataSource) {}

  /**
   * @throws {Refused} name, time zone or currency is no good
   */
  async execute(input: NewBranch): Promise<Branch> {
    const name = input.name.trim();
    const faults = faultsOf({ ...input, name });
    if (faults.length > 0) throw new Refused<UserFault>(faults);

    const id = newId();
    return this.db.transaction(async (tx) => {
      await tx.insert(Branch, { id, name, timeZone: input.timeZone, currencyCode: input.currencyCode });
      await tx.insert(BranchSettings, { branchId: id });
      return tx.findOneByOrFail(Branch, { id });
    });
  }
}

function faultsOf({ name, timeZone, currencyCode }: NewBranch): UserFault[] {
  const faults = [...nameFaults(name), ...timeZoneFaults(timeZone)];
  if (!/^[A-Z]{3}$/.test(currencyCode)) {
    const [ru, en] = ["Код валюты — три буквы. Пример: RUB", "A currency code has three letters. Example: RUB"];
    faults.push(invalid(["input", "currencyCode"], ru, en));
  }
  return faults;
}
