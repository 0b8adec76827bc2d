import { BAD_HOURS, type BadSettings } from "./bad-branch-hours";
const UNKNOWN = "3f0c2c9e-6b0e-4b0a-9a34-0d5f3c1c7b11";
const HUGE = "x".repeat(100_000);
export const NUL = "a\u0000b";
const HALF_A_PAIR = "a\ud800";
const many = (count: number, row: object) => Array.from({ length: count }, () => row);

export const SAVE = `mutation ($id: ID!, $version: Int! = 1, $input: BranchSettingsInput!) {
  result: saveBranchSettings(branchId: $id, expectedVersion: $version, input: $input) {
    branch { id } userErrors { code field message }
  }
}`;
export const ACCEPT = `mutation ($id: ID!, $delivery: Boolean, $until: DateTime) {
  result: setOrderAcceptance(branchId: $id, delivery: $delivery, until: $until) {
    branch { id } userErrors { code field message }
  }
}`;
const REGISTER = `mutation ($id: ID!) {
  result: registerWebhook(branchId: $id) { branch { id } userErrors { code field message } }
}`;
const CREATE = `mutation ($input: CreateBranchInput!) {
  result: createBranch(input: $input) { branch { id } userErrors { code field message } }
}`;
const CREATE_KEY = `mutation ($input: CreateApiKeyInput!) {
  result: createApiKey(input: $input) { apiKey { id } userErrors { code field message } }
}`;
const REVOKE_KEY = `mutation ($id: ID!) {
  result: revokeApiKey(id: $id) { apiKey { id } userErrors { code field message } }
}`;

const ofSettings: readonly BadSettings[] = [
  ...BAD_HOURS,
  ["a limit of 101", { bonusWriteOffLimitPercent: 101 }, ["INVALID bonusWriteOffLimitPercent"]],
  ["a fee finer than a kopeck", { delivery: { fee: "1.005" } }, ["INVALID delivery.fee"]],
  ["a fee of more than a million", { delivery: { fee: "1000000.01" } }, ["INVALID delivery.fee"]],
  [
    "delivery for nothing from nothing",
    { delivery: { freeFrom: "0", fee: "-1" } },
    ["INVALID delivery.fee", "INVALID delivery.freeFrom"],
  ],
  ["a negative limit", { bonusWriteOffLimitPercent: -1 }, ["INVALID bonusWriteOffLimitPercent"]],
  ["no name", { name: " " }, ["REQUIRED name"]],
  ["a cleared name", { name: null }, ["REQUIRED name"]],
  ["a huge name", { name: HUGE }, ["INVALID name"]],
  ["a name with NUL", { name: NUL }, ["INVALID name"]],
  ["half a character", { name: HALF_A_PAIR }, ["INVALID name"]],
  ["a cleared time zone", { timeZone: null }, ["REQUIRED timeZone"]],
  ["a time zone that is none", { timeZone: "Moscow" }, ["INVALID timeZone"]],
  ["an offset for a time zone", { timeZone: "+03:00" }, ["INVALID timeZone"]],
  ["a huge time zone", { timeZone: HUGE }, ["INVALID timeZone"]],
  ["a time zone with NUL", { timeZone: NUL }, ["INVALID timeZone"]],
  ["a menu with NUL", { externalMenuId: NUL }, ["INVALID externalMenuId"]],
  ["a huge menu", { externalMenuId: HUGE }, ["INVALID externalMenuId"]],
  ["a key with NUL", { apiLogin: `abcd${NUL}` }, ["INVALID apiLogin"]],
  ["a huge key", { apiLogin: HUGE }, ["INVALID apiLogin"]],
  ["half a key", { apiKey: "abcdefgh" }, ["REQUIRED appId", "REQUIRED clientSecret"]],
  ["a POS without a key", { pos: "IIKO", organizationId: UNKNOWN }, ["REQUIRED apiLogin"]],
  [
    "a status with NUL",
    { statusMap: [{ posStatus: NUL, status: "NEW" }] },
    ["INVALID statusMap.0.posStatus"],
  ],
  [
    "too many statuses",
    { statusMap: many(101, { posStatus: "OnWay", status: "NEW" }) },
    ["INVALID statusMap"],
  ],
  [
    "too many payment types",
    { paymentTypes: many(101, { method: "CASH" }) },
    ["INVALID paymentTypes"],
  ],
  [
    "too many recipients",
    { fallback: many(21, { kind: "EMAIL", target: "a@b.ru" }) },
    ["INVALID fallback"],
  ],
  [
    "a recipient with NUL",
    { fallback: [{ kind: "EMAIL", target: `${NUL}@b.ru` }] },
    ["INVALID fallback.0.target"],
  ],
  [
    "a huge recipient",
    { fallback: [{ kind: "TELEGRAM", target: HUGE }] },
    ["INVALID fallback.0.target"],
  ],
  [
    "negative pauses",
    { injection: { retryDelaysSeconds: [-1] } },
    ["INVALID injection.retryDelaysSeconds"],
  ],
  [
    "several faults at once",
    { name: "", bonusWriteOffLimitPercent: 200, externalMenuId: "/" },
    ["REQUIRED name", "INVALID externalMenuId", "INVALID bonusWriteOffLimitPercent"],
  ],
];

const ofOthers: readonly (readonly [
  what: string,
  source: string,
  variables: Record<string, unknown>,
  userErrors: readonly string[],
])[] = [
  [
    "settings of a branch that is not there",
    SAVE,
    { id: UNKNOWN, input: {} },
    ["NOT_FOUND branchId"],
  ],
  ["settings of an id with NUL", SAVE, { id: NUL, input: {} }, ["NOT_FOUND branchId"]],
  ["an old version", SAVE, { version: 7, input: {} }, ["STALE_VERSION expectedVersion"]],
  ["a negative version", SAVE, { version: -1, input: {} }, ["STALE_VERSION expectedVersion"]],
  [
    "a pause of a branch that is not there",
    ACCEPT,
    { id: UNKNOWN, delivery: false },
    ["NOT_FOUND branchId"],
  ],
  ["a pause of a huge id", ACCEPT, { id: HUGE, delivery: false }, ["NOT_FOUND branchId"]],
  [
    "a pause that ended",
    ACCEPT,
    { delivery: false, until: "2020-01-01T00:00:00Z" },
    ["INVALID until"],
  ],
  [
    "a pause for ever and a day",
    ACCEPT,
    { delivery: false, until: "9999-12-31T00:00:00Z" },
    ["INVALID until"],
  ],
  ["a web hook of a branch that is not there", REGISTER, { id: UNKNOWN }, ["NOT_FOUND branchId"]],
  ["a web hook of an id with NUL", REGISTER, { id: NUL }, ["NOT_FOUND branchId"]],
  [
    "a branch with NUL",
    CREATE,
    { input: { name: NUL, timeZone: NUL } },
    ["INVALID input.name", "INVALID input.timeZone"],
  ],
  [
    "a huge branch",
    CREATE,
    { input: { name: HUGE, timeZone: "Europe/Moscow" } },
    ["INVALID input.name"],
  ],
  [
    "a key with NUL",
    CREATE_KEY,
    { input: { label: NUL, scope: "ADMIN" } },
    ["INVALID input.label"],
  ],
  [
    "a huge key label",
    CREATE_KEY,
    { input: { label: HUGE, scope: "ADMIN" } },
    ["INVALID input.label"],
  ],
  [
    "a key for a branch with NUL",
    CREATE_KEY,
    { input: { label: "x", scope: "OPERATOR", branchIds: [NUL] } },
    ["NOT_FOUND input.branchIds.0"],
  ],
  [
    "a key for too many branches",
    CREATE_KEY,
    {
      input: {
        label: "x",
        scope: "OPERATOR",
        branchIds: Array.from({ length: 1001 }, (_, index) => String(index)),
      },
    },
    ["INVALID input.branchIds"],
  ],
  ["the end of a key that is not there", REVOKE_KEY, { id: UNKNOWN }, ["NOT_FOUND id"]],
  ["the end of an id with NUL", REVOKE_KEY, { id: NUL }, ["NOT_FOUND id"]],
];

export const cases = [
  ...ofSettings.map(
    ([what, input, userErrors]) =>
      [
        what,
        SAVE,
        { input },
        userErrors.map((userError) => userError.replace(" ", " input.")),
      ] as const,
  ),
  ...ofOthers,
];
