import { type DataSource } from "typeorm";

import { newId } from "../../domain/ids";
import { type UserFault } from "../../domain/user-fault";
import { Branch } from "../../entities/branch";
import { BranchSettings } from "../../entities/branch-settings";
import { Refused } from "../../errors";
import { invalid, required } from "./branch-fault";

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
  const faults: UserFault[] = [];
  const nameField = ["input", "name"];
  if (name === "") faults.push(required(nameField, "Укажите название", "A branch needs a name"));
  if (Array.from(name).length > 100) {
    faults.push(invalid(nameField, "Название длиннее 100 знаков", "The name is longer than 100 characters"));
  }
  if (!isTimeZone(timeZone)) {
    const [ru, en] = ["Нет такого часового пояса. Пример: Europe/Moscow", "No such time zone. Example: Europe/Moscow"];
    faults.push(invalid(["input", "timeZone"], ru, en));
  }
  if (!/^[A-Z]{3}$/.test(currencyCode)) {
    const [ru, en] = ["Код валюты — три буквы. Пример: RUB", "A currency code has three letters. Example: RUB"];
    faults.push(invalid(["input", "currencyCode"], ru, en));
  }
  return faults;
}

/** Offsets such as +03:00, which Intl takes too, are refused: they know nothing of clock changes. */
function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(text)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: text });
    return true;
  } catch {
    return false;
  }
}
