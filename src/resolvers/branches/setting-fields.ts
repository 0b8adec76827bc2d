import { type GraphQLScalarType } from "graphql";
import { type ClassType, Field, ID, InputType, Int, ObjectType } from "type-graphql";

import { namesInApi } from "../../services/branches/settings/names-in-api";
import {
  type SettingField,
  type SettingLimits,
  type SettingType,
} from "../../services/branches/settings/setting-field";
import { SettingKind } from "../../services/branches/settings/setting-kind";
import { AtMost } from "../schema/at-most";
import { onlyUuids } from "../schema/older-id";
import { Decimal, Uuid } from "../schema/scalars";
import { FallbackKind, PosKind } from "../schema/vendor-kinds";
import { HalfPrices } from "./half-prices";
import { DayHours, DayHoursInput, WeekHours, WeekHoursInput } from "./hours-rows";
import {
  FallbackChannel,
  FallbackChannelInput,
  PaymentTypeMapping,
  PaymentTypeMappingInput,
  StatusMapping,
  StatusMappingInput,
} from "./setting-rows";
import { UnlocatedAddresses } from "./unlocated-addresses";
import { StreetUse, WeekStart, ZoneSource } from "./zone-choices";

type Type = ClassType | GraphQLScalarType | StringConstructor | BooleanConstructor | object;
type Fields = Readonly<Record<string, unknown>>;

const OF_KINDS: Readonly<Record<Exclude<SettingKind, "CHOICE" | "LIST">, Type>> = {
  TEXT: String,
  SECRET: String,
  FLAG: Boolean,
  COUNT: Int,
  PERCENT: Int,
  SECONDS: Int,
  MINUTES: Int,
  AMOUNT: Decimal,
  POS_ID: ID,
};

/** For kinds that leave the type open: the type shown, and the type of the input. */
const OF_TYPES: Readonly<Record<SettingType, readonly [shown: Type, given: Type]>> = {
  PosKind: [PosKind, PosKind],
  FallbackKind: [FallbackKind, FallbackKind],
  HalfPrices: [HalfPrices, HalfPrices],
  UnlocatedAddresses: [UnlocatedAddresses, UnlocatedAddresses],
  DeliveryZoneSource: [ZoneSource, ZoneSource],
  DeliveryStreets: [StreetUse, StreetUse],
  WeekStart: [WeekStart, WeekStart],
  Int: [Int, Int],
  PaymentTypeMapping: [PaymentTypeMapping, PaymentTypeMappingInput],
  StatusMapping: [StatusMapping, StatusMappingInput],
  FallbackChannel: [FallbackChannel, FallbackChannelInput],
  WeekHours: [WeekHours, WeekHoursInput],
  DayHours: [DayHours, DayHoursInput],
};

/** Returns a schema type with a field for each setting that is shown. */
export function shownType(name: string, description: string, fields: Fields): ClassType {
  const type = class {};
  ObjectType(name, { simpleResolvers: true, description })(type);
  addShown(type, fields);
  return type;
}

export function addShown(type: ClassType, fields: Fields): void {
  for (const [name, row] of Object.entries(fields)) {
    const field = row as SettingField;
    if (field.shown === null) continue;
    const nullable = field.standard === null;
    const description = field.shown;
    addByNames(type, name, field, 0, { nullable, description });
  }
}

/** Returns an input with a field for each setting: omitted fields stay unchanged. */
export function givenType(name: string, description: string, fields: Fields): ClassType {
  const type = class {};
  InputType(name, { description })(type);
  addGiven(type, fields);
  return type;
}

export function addGiven(type: ClassType, fields: Fields): void {
  for (const [name, row] of Object.entries(fields)) {
    const field = row as SettingField;
    for (const known of namesInApi(name, field)) bound(type, known.name, field.limits);
    addByNames(type, name, field, 1, { nullable: true, description: field.given });
  }
}

/**
 * Adds a field for each name that the API has for the setting; all but the newest are deprecated.
 */
function addByNames(
  type: ClassType,
  name: string,
  field: SettingField,
  side: 0 | 1,
  options: { readonly nullable: boolean; readonly description: string },
): void {
  const [newest, ...older] = namesInApi(name, field);
  Field(() => typeOf(field, side), options)(type.prototype, newest.name);
  for (const { name: known, isForUuids } of older) {
    const reason = isForUuids ? onlyUuids(newest.name) : `It is called ${newest.name}.`;
    const ofOlder = Object.assign({ deprecationReason: reason }, options);
    Field(() => (isForUuids ? Uuid : typeOf(field, side)), ofOlder)(type.prototype, known);
  }
}

/** The use case refuses anything longer, setting by setting. */
function bound(type: ClassType, name: string, { longest, mostItems }: SettingLimits): void {
  const decorate = (most: Parameters<typeof AtMost>[0]): void => {
    (AtMost(most) as PropertyDecorator)(type.prototype, name);
  };
  if (longest !== undefined) decorate({ characters: longest, asUserError: true });
  if (mostItems !== undefined) decorate({ items: mostItems, asUserError: true });
}

function typeOf({ kind, type }: SettingField, side: 0 | 1): Type {
  if (kind !== SettingKind.CHOICE && kind !== SettingKind.LIST) return OF_KINDS[kind];
  if (type === null) throw new Error(`A setting of the kind ${kind} has to name its type`);
  const ofSide = OF_TYPES[type][side];
  return kind === SettingKind.LIST ? [ofSide] : ofSide;
}
