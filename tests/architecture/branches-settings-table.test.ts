import { readFileSync } from "node:fs";
import { join } from "node:path";

import { buildSchema, type GraphQLInputObjectType, type GraphQLObjectType } from "graphql";
import { getMetadataArgsStorage } from "typeorm";

import { iiko as IIKO } from "../../src/adapters/iiko/iiko-vendor";
import { Scope } from "../../src/domain/access/viewer";
import { StreetUse } from "../../src/domain/delivery/street-use";
import { UnlocatedAddresses } from "../../src/domain/delivery/unlocated-addresses";
import { WeekStart } from "../../src/domain/delivery/week-start";
import { ZoneSource } from "../../src/domain/delivery/zone-source";
import { Weekday } from "../../src/domain/hours/branch-hours";
import { OrderStatus } from "../../src/domain/orders/order-status";
import { HalfPrices } from "../../src/domain/ticket/half-prices";
import { Fulfilment } from "../../src/domain/ticket/order-ticket";
import { PaymentMethod } from "../../src/domain/ticket/payment-method";
import { BranchSettings } from "../../src/entities/branches/branch-settings";
import { type BranchSettingsChange } from "../../src/services/branches/settings/branch-settings-change";
import { changedColumns } from "../../src/services/branches/settings/changed-settings";
import { namesInApi } from "../../src/services/branches/settings/names-in-api";
import { type KeptSettings } from "../../src/services/branches/settings/setting-field";
import { GROUP_LABELS, SettingKind } from "../../src/services/branches/settings/setting-kind";
import { settingsDifferences } from "../../src/services/branches/settings/settings-differences";
import { settingsErrors } from "../../src/services/branches/settings/settings-errors";
import { type Setting, SETTINGS } from "../../src/services/branches/settings/settings-table";
import { CHANNELS } from "../../src/vendors";

const schema = buildSchema(readFileSync(join(__dirname, "../../schema.graphql"), "utf8"));
const RUB = { currencyCode: "RUB", channels: CHANNELS, ids: IIKO.ids };
const ID = "7bc05553-4b68-44e8-b7bc-37be63c6d9e9";
const CYRILLIC = /[а-яё]/i;

/** A value other than the default for every setting. */
const OTHER: Readonly<Record<string, unknown>> = {
  name: "Кафе на Садовой",
  timeZone: "Asia/Omsk",
  country: "KZ",
  pos: "IIKO",
  externalMenuId: "47",
  paymentTypes: [{ method: PaymentMethod.CASH, posPaymentTypeId: ID, processedExternally: false }],
  statusMap: [{ posStatus: "OnWay", status: OrderStatus.READY }],
  fallback: [{ kind: "EMAIL", target: "kitchen@example.ru", enabled: true }],
  "publicFacts.address": "Ярославль, Кирова, 1",
  "publicFacts.phone": "+74852123456",
  "publicFacts.point": "57.6261, 39.8845",
  "hours.week": [
    { fulfilment: Fulfilment.PICKUP, day: Weekday.FRIDAY, opens: "10:00", closes: "02:00" },
  ],
  "hours.days": [{ fulfilment: Fulfilment.PICKUP, date: "2026-12-31", opens: null, closes: null }],
  "posOrders.halfPrices": HalfPrices.WHOLE,
  "delivery.unlocatedAddresses": UnlocatedAddresses.REFUSE,
  "delivery.zonesFrom": ZoneSource.POS,
  "delivery.streets": StreetUse.OFFERED,
  "delivery.posWeekStartsAt": WeekStart.SUNDAY,
  "injection.retryDelaysSeconds": [5],
};
const OF_KINDS: Readonly<Partial<Record<SettingKind, unknown>>> = {
  COUNT: 9,
  PERCENT: 30,
  SECONDS: 45,
  MINUTES: 15,
  AMOUNT: 15_000,
  POS_ID: ID,
};

function otherOf({ path, field }: Setting): unknown {
  if (field.kind === SettingKind.FLAG) return !field.standard;
  return OTHER[path] ?? OF_KINDS[field.kind];
}

function inputWith({ part, name }: Setting, value: unknown): BranchSettingsChange {
  return part === null ? { [name]: value } : { [part]: { [name]: value } };
}

const BRANCH = { name: "Кафе", timeZone: "Europe/Moscow", country: "RU", published: true };
function standards(): KeptSettings {
  const kept: Record<string, unknown> = { ...BRANCH };
  for (const { field } of SETTINGS) {
    if (field.column !== null && !(field.column in BRANCH)) kept[field.column] = field.standard;
  }
  return kept as unknown as KeptSettings;
}

const settings = SETTINGS.map((setting) => [setting.path, setting] as const);
const columns = settings.filter(([, { field }]) => field.column !== null);

function fieldsByName(
  type: string,
  part: string | null,
): Readonly<Record<string, { readonly deprecationReason?: string | null | undefined }>> {
  const outer = schema.getType(type) as GraphQLInputObjectType | GraphQLObjectType;
  if (part === null) return outer.getFields();
  return fieldsByName(String(outer.getFields()[part]?.type).replace("!", ""), null);
}

function fieldsOf(type: string, part: string | null): string[] {
  return Object.keys(fieldsByName(type, part));
}

describe("The table of branch settings", () => {
  it.each(settings)("labels and explains %s in both languages", (_, { field }) => {
    const texts = [field.label, field.explanation, GROUP_LABELS[field.group]];
    texts.push(...[...field.choices, ...field.columns].map(({ label }) => label));
    for (const { ru, en } of texts) {
      expect(ru.trim()).not.toBe("");
      expect(en.replaceAll(/«[^»]*»/g, "")).not.toMatch(CYRILLIC);
    }
    expect(field.explanation.ru).toMatch(CYRILLIC);
  });

  it.each(settings)("has %s in the schema, both as input and as output", (_, row) => {
    expect(fieldsOf("BranchSettingsInput", row.part)).toContain(row.name);
    const isShown = fieldsOf("BranchSettings", row.part).includes(row.name);
    expect(isShown).toBe(row.field.shown !== null);
  });

  it("covers everything that the schema has", () => {
    const given = fieldsOf("BranchSettingsInput", null).flatMap((name) =>
      String(
        (schema.getType("BranchSettingsInput") as GraphQLInputObjectType).getFields()[name]?.type,
      ).match(/^(Delivery|PublicFacts|OrderHours|PosOrder|Injection|Guest)/)
        ? fieldsOf("BranchSettingsInput", name).map((inner) => `${name}.${inner}`)
        : [name],
    );
    const namesOf = ({ part, name, field }: Setting) =>
      namesInApi(name, field).map((known) =>
        part === null ? known.name : `${part}.${known.name}`,
      );
    const all = [...SETTINGS.flatMap(namesOf), "acceptOpenOrders"];
    expect(given.sort()).toEqual(all.sort());
  });

  it.each(["BranchSettings", "BranchSettingsInput"])(
    "calls each setting in %s by its newest name, and deprecates older names",
    (type) => {
      for (const { part, name, field } of SETTINGS) {
        if (type === "BranchSettings" && field.shown === null) continue;
        const [newest, ...older] = namesInApi(name, field);
        const fields = fieldsByName(type, part);
        expect([newest.name, fields[newest.name]?.deprecationReason]).toEqual([
          newest.name,
          undefined,
        ]);
        for (const each of older)
          expect(fields[each.name]?.deprecationReason).toContain(`${newest.name}.`);
      }
    },
  );

  it("shows Branch.settings to operators, the branch's own facts to everyone, and secrets to no one", () => {
    for (const { field } of SETTINGS) {
      const isOfBranch = field.column !== null && field.column in BRANCH;
      expect(field.readBy).toBe(isOfBranch ? Scope.PUBLIC : Scope.OPERATOR);
      if (field.kind === SettingKind.SECRET)
        expect([field.column, field.shown]).toEqual([null, null]);
    }
  });

  it.each(columns)("keeps %s in a column with the setting's default", (_, { field }) => {
    if (field.column !== null && field.column in BRANCH) return;
    const stored = getMetadataArgsStorage().columns.find(
      ({ target, propertyName }) =>
        target === BranchSettings && propertyName === (field.column as string),
    );
    expect(stored?.options.default ?? null).toEqual(field.standard);
  });

  it.each(columns)("changes %s, records the change, and restores the default", (path, row) => {
    const before = standards();
    const change = inputWith(row, otherOf(row));
    expect(settingsErrors(change, RUB)).toEqual([]);

    const after = { ...before, ...changedColumns(change, IIKO.ids) };
    const noted = settingsDifferences(before, after);
    expect(noted.map(({ field }) => field)).toEqual([path]);
    expect(noted[0]?.after).not.toBeNull();

    if (row.field.missing) return;
    expect({ ...after, ...changedColumns(inputWith(row, null), IIKO.ids) }).toEqual(before);
    if (row.part !== null)
      expect({ ...after, ...changedColumns({ [row.part]: null }, IIKO.ids) }).toEqual(before);
  });

  it("reports all errors together, each at its own field", () => {
    const wrong: BranchSettingsChange = {
      country: null,
      externalMenuId: "/",
      bonusWriteOffLimitPercent: 101,
      delivery: { fee: -1, freeFrom: 0 },
      injection: { acceptTimeoutSeconds: 9, sendWithinMinutes: 0 },
      guestOrders: { challengeBits: 25 },
    };
    expect(settingsErrors(wrong, RUB).map(({ field }) => field?.slice(1).join("."))).toEqual([
      "country",
      "externalMenuId",
      "bonusWriteOffLimitPercent",
      "delivery.fee",
      "delivery.freeFrom",
      "injection.acceptTimeoutSeconds",
      "injection.sendWithinMinutes",
      "guestOrders.challengeBits",
    ]);
  });

  it.each(columns.filter(([, { field }]) => field.limits.most !== undefined))(
    "accepts the bounds that it states for %s, and nothing beyond them",
    (_, row) => {
      const { least, most, orZero } = row.field.limits;
      const step = row.field.kind === SettingKind.AMOUNT ? 100 : 1;
      const [low, high] = [Number(least) * step, Number(most) * step];
      const taken = [low, high, ...(orZero ? [0] : [])];
      const refused = [low - 1, high + 1];
      const isTaken = (value: number) =>
        settingsErrors(inputWith(row, Math.round(value)), RUB).length === 0;
      expect(taken.map(isTaken)).toEqual(taken.map(() => true));
      expect(refused.map(isTaken)).toEqual([false, false]);
    },
  );
});
