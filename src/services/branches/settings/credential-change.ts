import { type UserFault } from "../../../domain/faults/user-fault";
import { type PosCredential } from "../../../ports/pos";
import { invalid, required } from "../changes/branch-fault";
import { type BranchSettingsChange } from "./branch-settings-change";
import { LONGEST } from "./settings-limits";

const V2_PARTS = ["apiKey", "appId", "clientSecret"] as const;

export interface CredentialChange {
  /** undefined: unchanged; null: cleared. */
  readonly credential?: PosCredential | null;
  readonly faults: readonly UserFault[];
}

/** Reads the credential out of the input; a part of one is never mixed with what is stored. */
export function credentialChange(input: BranchSettingsChange): CredentialChange {
  const given = (["apiLogin", ...V2_PARTS] as const).filter((name) => input[name] !== undefined);
  const set = given.filter((name) => input[name] !== null);
  if (given.length === 0) return { faults: [] };
  if (set.length === 0) return { credential: null, faults: [] };

  const faults = set.flatMap((name) => malformed(name, input[name] ?? ""));
  const isV1 = set.includes("apiLogin");
  if (isV1 && set.length > 1) {
    const ru = "Укажите или apiLogin, или apiKey с appId и clientSecret";
    const en = "Give either apiLogin, or apiKey with appId and clientSecret";
    faults.push(invalid(["input", "apiLogin"], ru, en));
  }
  if (!isV1) faults.push(...V2_PARTS.filter((name) => !set.includes(name)).map(missingPart));
  return faults.length > 0 ? { faults } : { credential: isV1 ? v1(input) : v2(input), faults };
}

/** What operators see of a credential: the last four characters, of a short one nothing. */
export function maskCredential(credential: PosCredential): string {
  const text = credential.kind === "API_LOGIN_V1" ? credential.apiLogin : credential.apiKey;
  return `****${text.length >= 12 ? text.slice(-4) : ""}`;
}

function malformed(name: string, value: string): UserFault[] {
  const max = LONGEST.credential;
  if (value.length <= max && /^[\x21-\x7e]{4,}$/.test(value)) return [];
  const ru = `От 4 до ${max} латинских букв, цифр и знаков, без пробелов`;
  return [
    invalid(["input", name], ru, `From 4 to ${max} printable ASCII characters without spaces`),
  ];
}

function missingPart(name: string): UserFault {
  return required(
    ["input", name],
    `Вместе с остальными нужен ${name}`,
    `${name} is needed with the others`,
  );
}

function v1({ apiLogin }: BranchSettingsChange): PosCredential {
  return { kind: "API_LOGIN_V1", apiLogin: apiLogin ?? "" };
}

function v2({ apiKey, appId, clientSecret }: BranchSettingsChange): PosCredential {
  return {
    kind: "APP_KEY_V2",
    apiKey: apiKey ?? "",
    appId: appId ?? "",
    clientSecret: clientSecret ?? "",
  };
}
