import { type UserError } from "../../../domain/errors/user-error";
import { type Locale } from "../../../domain/texts/locale";
import { type PosCredential } from "../../../ports/pos/pos-branch";
import { type CredentialKind } from "../../../ports/pos/pos-vendor";
import { invalid, required } from "../changes/branch-error";
import { type BranchSettingsChange } from "./branch-settings-change";
import { LONGEST } from "./settings-limits";

const PARTS = ["apiLogin", "apiKey", "appId", "clientSecret"] as const;

export interface CredentialChange {
  /** undefined: unchanged; null: cleared. */
  readonly credential?: PosCredential | null;
  readonly userErrors: readonly UserError[];
}

/**
 * Reads the credential from the input; its parts are never mixed with what is stored.
 *
 * @param kinds the credential kinds that the branch's POS supports
 */
export function credentialChange(
  input: BranchSettingsChange,
  kinds: readonly CredentialKind[],
): CredentialChange {
  const given = PARTS.filter((name) => input[name] !== undefined);
  const set = given.filter((name) => input[name] !== null);
  if (given.length === 0) return { userErrors: [] };
  if (set.length === 0) return { credential: null, userErrors: [] };

  const userErrors = set.flatMap((name) => malformed(name, input[name] ?? ""));
  const kind = kinds.find(({ parts }) => set.every((name) => parts.includes(name)));
  if (kind) userErrors.push(...kind.parts.filter((name) => !set.includes(name)).map(missingPart));
  else
    userErrors.push(
      invalid(
        ["input", set[0] ?? "apiLogin"],
        `Укажите или ${waysToOpen(kinds, "ru")}`,
        `Give either ${waysToOpen(kinds, "en")}`,
      ),
    );
  if (userErrors.length > 0 || !kind) return { userErrors };
  const parts = kind.parts.map((name) => [name, input[name] ?? ""] as const);
  return { credential: { kind: kind.kind, ...Object.fromEntries(parts) }, userErrors };
}

/** For example "apiLogin, or apiKey with appId and clientSecret" */
export function waysToOpen(kinds: readonly CredentialKind[], locale: Locale): string {
  const [or, withWord, and] =
    locale === "ru" ? [", или ", " с ", " и "] : [", or ", " with ", " and "];
  const ways = kinds.map(({ parts: [first = "", ...others] }) =>
    others.length === 0 ? first : `${first}${withWord}${others.join(and)}`,
  );
  return ways.join(or);
}

/**
 * The part of a credential that operators see: the last four characters, or nothing if it is short.
 */
export function maskCredential(
  credential: PosCredential,
  kinds: readonly CredentialKind[],
): string {
  const shown = kinds.find(({ kind }) => kind === credential.kind)?.shown;
  const text = (shown && credential[shown]) ?? "";
  return `****${text.length >= 12 ? text.slice(-4) : ""}`;
}

function malformed(name: string, value: string): UserError[] {
  const max = LONGEST.credential;
  if (value.length <= max && /^[\x21-\x7e]{4,}$/.test(value)) return [];
  const ru = `От 4 до ${max} латинских букв, цифр и знаков, без пробелов`;
  return [
    invalid(["input", name], ru, `From 4 to ${max} printable ASCII characters without spaces`),
  ];
}

function missingPart(name: string): UserError {
  return required(
    ["input", name],
    `Вместе с остальными нужен ${name}`,
    `${name} is needed with the others`,
  );
}
