import { type GraphQLScalarType } from "graphql";
import { type ClassType, Field, ID, InputType, Int, ObjectType } from "type-graphql";

import { nameInPos } from "../../services/branches/settings/ids-in-pos";
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
  POS_ID: Uuid,
};

/** Of the kinds that leave the type open: as it is shown, and as an input says it. */
const OF_TYPES: Readonly<Record<SettingType, readonly [shown: Type, given: Type]>> = {
  PosKind: [PosKind, PosKind],
  FallbackKind: [FallbackKind, FallbackKind],
  HalfPrices: [HalfPrices, HalfPrices],
  UnlocatedAddresses: [UnlocatedAddresses, UnlocatedAddresses],
  Int: [Int, Int],
  PaymentTypeMapping: [PaymentTypeMapping, PaymentTypeMappingInput],
  StatusMapping: [StatusMapping, StatusMappingInput],
  FallbackChannel: [FallbackChannel, FallbackChannelInput],
  WeekHours: [WeekHours, WeekHoursInput],
  DayHours: [DayHours, DayHoursInput],
};

/** A type of the schema with a field for each setting that is shown. */
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
    Field(() => typeOf(field, 0), Object.assign({ nullable, description }, olderThan(name, field)))(
      type.prototype,
      name,
    );
    if (field.kind !== SettingKind.POS_ID) continue;
    Field(() => ID, { nullable, description })(type.prototype, nameInPos(name));
  }
}

/** An input with a field for each setting: what is left out stays as it is. */
export function givenType(name: string, description: string, fields: Fields): ClassType {
  const type = class {};
  InputType(name, { description })(type);
  addGiven(type, fields);
  return type;
}

export function addGiven(type: ClassType, fields: Fields): void {
  for (const [name, row] of Object.entries(fields)) {
    const field = row as SettingField;
    bound(type, name, field.limits);
    const options = { nullable: true, description: field.given };
    Field(() => typeOf(field, 1), Object.assign({}, options, olderThan(name, field)))(
      type.prototype,
      name,
    );
    if (field.kind === SettingKind.POS_ID)
      Field(() => ID, options)(type.prototype, nameInPos(name));
  }
}

/** An id has a field of the scalar UUID, and a newer one that takes the ids of every POS. */
function olderThan(name: string, { kind }: SettingField): { deprecationReason?: string } {
  return kind === SettingKind.POS_ID ? { deprecationReason: onlyUuids(nameInPos(name)) } : {};
}

/** The use case refuses what is longer, setting by setting. */
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
