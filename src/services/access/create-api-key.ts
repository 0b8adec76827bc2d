import { type DataSource, type EntityManager, In } from "typeorm";

import { isPlatform, Scope, type Viewer } from "../../domain/access/viewer";
import { type UserError } from "../../domain/errors/user-error";
import { UserErrorCode } from "../../domain/errors/user-error-code";
import { isUuid, newId } from "../../domain/ids";
import { isStorable } from "../../domain/texts/storable-text";
import { isLonger } from "../../domain/texts/text-length";
import { proseOf } from "../../domain/texts/typed-text";
import { ApiKey } from "../../entities/access/api-key";
import { Branch } from "../../entities/branches/branch";
import { Refused } from "../../errors";
import { namedCompany, placeOfCompany } from "../companies/named-company";
import { makeOnce } from "../idempotency/make-once";
import { recordApiKeyChange } from "./record-api-key-change";

export interface NewApiKey {
  readonly label: string;
  readonly scope: Scope;
  /** null or undefined means every branch. */
  readonly branchIds?: readonly string[] | null | undefined;
  /** Owner of the key; null or undefined: the company of its branches, or that of its creator. */
  readonly companyId?: string | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

export interface IssuedApiKey {
  readonly apiKey: ApiKey;
  /**
   * The key as its holder sends it; null: it was shown when it was created and is not stored
   * anywhere.
   */
  readonly secret: string | null;
  /** The key was created by an earlier call with the same idempotency key. */
  readonly replayed: boolean;
}

export const MAX_BRANCHES = 1000;
export const LONGEST_LABEL = 100;

/** Issues a key for an operator or a service. */
export class CreateApiKey {
  constructor(private readonly db: DataSource) {}

  /**
   * Safe to repeat with an idempotency key, except for the secret, which is shown only once.
   *
   * @throws {Refused} label, scope or branches are invalid, or the idempotency key is
   */
  execute(viewer: Viewer, input: NewApiKey): Promise<IssuedApiKey> {
    const { idempotencyKey: key, companyId: named, ...rest } = input;
    const field = ["input", "idempotencyKey"];
    return this.db.transaction(async (tx) => {
      const companyId = await companyOf(tx, viewer, named, input.branchIds);
      const place = placeOfCompany(companyId);
      const asked = { operation: "createApiKey", place, key, field, input: rest };
      // Nothing that is stored may reveal the secret.
      let secret: string | null = null;
      const { result, replayed } = await makeOnce(tx, asked, async () => {
        const issued = await this.issue(tx, viewer, { ...rest, companyId });
        secret = issued.written;
        return { id: issued.id };
      });
      return { apiKey: await tx.findOneByOrFail(ApiKey, result), secret, replayed };
    });
  }

  private async issue(
    tx: EntityManager,
    viewer: Viewer,
    input: NewApiKey & { readonly companyId: string },
  ): Promise<{ readonly id: string; readonly written: string }> {
    const label = proseOf(input.label);
    const { scope, companyId } = input;
    const given = input.branchIds ?? null;
    const userErrors = [
      ...labelErrors(label),
      ...scopeErrors(scope, given),
      ...(await branchErrors(tx, given, companyId)),
    ];
    if (userErrors.length > 0) throw new Refused<UserError>(userErrors);

    const branchIds = given && [...new Set(given)];
    const { written, prefix, hash } = ApiKey.issue();
    const apiKey = Object.assign(new ApiKey(), {
      id: newId(),
      companyId,
      label,
      scope,
      prefix,
      hash,
      branchIds,
    });
    await tx.insert(ApiKey, apiKey);
    await recordApiKeyChange(tx, viewer, apiKey, "created");
    return { id: apiKey.id, written };
  }
}

/** An administrator of the platform need not name the company if the branches determine it. */
async function companyOf(
  tx: EntityManager,
  viewer: Viewer,
  named: string | null | undefined,
  branchIds: readonly string[] | null | undefined,
): Promise<string> {
  const [first] = branchIds ?? [];
  const follows = isPlatform(viewer) && (named ?? null) === null && isUuid(first ?? "");
  const branch = follows ? await tx.findOneBy(Branch, { id: first ?? "" }) : null;
  return branch?.companyId ?? namedCompany(tx, viewer, named, ["input", "companyId"]);
}

async function branchErrors(
  tx: EntityManager,
  branchIds: readonly string[] | null,
  companyId: string,
): Promise<UserError[]> {
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
  const known = await tx.findBy(Branch, { id: In(branchIds.filter(isUuid)), companyId });
  const unknown = branchIds.filter((id) => !known.some((branch) => branch.id === id));
  const message = { ru: "Такого филиала нет", en: "There is no such branch" };
  return [...new Set(unknown)].map((id) => ({
    code: UserErrorCode.NOT_FOUND,
    field: [...field, String(branchIds.indexOf(id))],
    message,
  }));
}

function labelErrors(label: string): UserError[] {
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

function scopeErrors(scope: Scope, branchIds: readonly string[] | null): UserError[] {
  if (scope === Scope.PUBLIC || scope === Scope.CUSTOMER) {
    const ru = "Ключ бывает OPERATOR или ADMIN: гостям ключ не нужен";
    const en = "A key is OPERATOR or ADMIN: guests need none";
    return [{ code: UserErrorCode.INVALID, field: ["input", "scope"], message: { ru, en } }];
  }
  // Otherwise an administrator could issue itself a key with wider rights.
  if (scope === Scope.OPERATOR || branchIds === null) return [];
  const message = {
    ru: "Ключ ADMIN действует во всех филиалах",
    en: "An ADMIN key is good for every branch",
  };
  return [{ code: UserErrorCode.INVALID, field: ["input", "branchIds"], message }];
}
