import { type DataSource, In } from "typeorm";

import { isUuid, newId } from "../../domain/ids";
import { isStorable } from "../../domain/texts/storable-text";
import { isLonger } from "../../domain/texts/text-length";
import { proseOf } from "../../domain/texts/typed-text";
import { UserErrorCode } from "../../domain/faults/user-error-code";
import { type UserFault } from "../../domain/faults/user-fault";
import { Scope, type Viewer } from "../../domain/access/viewer";
import { ApiKey } from "../../entities/access/api-key";
import { Branch } from "../../entities/branches/branch";
import { Refused } from "../../errors";
import { recordApiKeyChange } from "./record-api-key-change";

export interface NewApiKey {
  readonly label: string;
  readonly scope: Scope;
  /** null or undefined: every branch. */
  readonly branchIds?: readonly string[] | null | undefined;
}

export interface IssuedApiKey {
  readonly apiKey: ApiKey;
  /** The key as its holder writes it; it cannot be shown again. */
  readonly secret: string;
}

export const MAX_BRANCHES = 1000;
export const LONGEST_LABEL = 100;

/** Issues a key for an operator or a service. */
export class CreateApiKey {
  constructor(private readonly db: DataSource) {}

  /**
   * @throws {Refused} label, scope or branches are no good
   */
  async execute(viewer: Viewer, input: NewApiKey): Promise<IssuedApiKey> {
    const label = proseOf(input.label);
    const { scope } = input;
    const given = input.branchIds ?? null;
    const faults = [
      ...labelFaults(label),
      ...scopeFaults(scope, given),
      ...(await this.branchFaults(given)),
    ];
    if (faults.length > 0) throw new Refused<UserFault>(faults);

    const branchIds = given && [...new Set(given)];
    const { written, prefix, hash } = ApiKey.issue();
    const apiKey = Object.assign(new ApiKey(), {
      id: newId(),
      label,
      scope,
      prefix,
      hash,
      branchIds,
    });
    return this.db.transaction(async (tx) => {
      await tx.insert(ApiKey, apiKey);
      await recordApiKeyChange(tx, viewer, apiKey, "created");
      return { apiKey: await tx.findOneByOrFail(ApiKey, { id: apiKey.id }), secret: written };
    });
  }

  private async branchFaults(branchIds: readonly string[] | null): Promise<UserFault[]> {
    if (branchIds === null) return [];
    const field = ["input", "branchIds"];
    if (branchIds.length === 0) {
      const [ru, en] = [
        "Список пуст: уберите его или назовите филиалы",
        "The list is empty: leave it out or fill it",
      ];
      return [{ code: UserErrorCode.INVALID, field, message: { ru, en } }];
    }
    if (branchIds.length > MAX_BRANCHES) {
      const message = {
        ru: `Не больше ${MAX_BRANCHES} филиалов`,
        en: `At most ${MAX_BRANCHES} branches`,
      };
      return [{ code: UserErrorCode.INVALID, field, message }];
    }
    const known = await this.db.manager.findBy(Branch, { id: In(branchIds.filter(isUuid)) });
    const unknown = branchIds.filter((id) => !known.some((branch) => branch.id === id));
    const message = { ru: "Такого филиала нет", en: "There is no such branch" };
    return [...new Set(unknown)].map((id) => ({
      code: UserErrorCode.NOT_FOUND,
      field: [...field, String(branchIds.indexOf(id))],
      message,
    }));
  }
}

function labelFaults(label: string): UserFault[] {
  const field = ["input", "label"];
  if (label === "") {
    const message = { ru: "Укажите, чей это ключ", en: "Say whose key it is" };
    return [{ code: UserErrorCode.REQUIRED, field, message }];
  }
  if (/\p{Cc}/u.test(label) || !isStorable(label)) {
    const message = {
      ru: "Есть непечатаемые знаки",
      en: "It has characters that cannot be printed",
    };
    return [{ code: UserErrorCode.INVALID, field, message }];
  }
  if (!isLonger(label, LONGEST_LABEL)) return [];
  const message = {
    ru: `Длиннее ${LONGEST_LABEL} знаков`,
    en: `Longer than ${LONGEST_LABEL} characters`,
  };
  return [{ code: UserErrorCode.INVALID, field, message }];
}

function scopeFaults(scope: Scope, branchIds: readonly string[] | null): UserFault[] {
  if (scope === Scope.PUBLIC || scope === Scope.CUSTOMER) {
    const ru = "Ключ бывает OPERATOR или ADMIN: гостям ключ не нужен";
    const en = "A key is OPERATOR or ADMIN: guests need none";
    return [{ code: UserErrorCode.INVALID, field: ["input", "scope"], message: { ru, en } }];
  }
  // An administrator could issue itself a wider key.
  if (scope === Scope.OPERATOR || branchIds === null) return [];
  const message = {
    ru: "Ключ ADMIN действует во всех филиалах",
    en: "An ADMIN key is good for every branch",
  };
  return [{ code: UserErrorCode.INVALID, field: ["input", "branchIds"], message }];
}
