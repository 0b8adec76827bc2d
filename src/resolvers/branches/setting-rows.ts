import { Field, ID, InputType, ObjectType } from "type-graphql";

import { type Locale } from "../../domain/texts/locale";
import { type PaymentTypeMapping as StoredMapping } from "../../entities/branches/branch-settings";
import { LONGEST } from "../../services/branches/settings/settings-limits";
import { OrderStatus } from "../orders/order-status";
import { PaymentMethod } from "../orders/payment-method";
import { AtMost } from "../schema/at-most";
import { asUuid, onlyUuids } from "../schema/older-id";
import { Uuid } from "../schema/scalars";
import { FallbackKind, TARGETS } from "../schema/vendor-kinds";
import { MessageLanguage } from "./message-language";

@ObjectType({
  simpleResolvers: true,
  description: "The POS payment type that is booked for one payment method.",
})
export class PaymentTypeMapping {
  @Field(() => PaymentMethod, { description: "The guest's payment method." })
  method!: PaymentMethod;

  @Field(() => Uuid, {
    nullable: true,
    description:
      "The POS's payment type; null is «не выбрано»: no payment is sent, and the till asks.",
    deprecationReason: onlyUuids("paymentTypeIdInPos"),
  })
  posPaymentTypeId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "The POS's payment type; null is «не выбрано»: no payment is sent, and the till asks.",
  })
  paymentTypeIdInPos!: string | null;

  @Field(() => Boolean, {
    description: "Whether it has already been paid, so that the till must not charge it again.",
  })
  processedExternally!: boolean;
}

export function toPaymentTypeMapping(row: StoredMapping): PaymentTypeMapping {
  const { method, posPaymentTypeId: id, processedExternally } = row;
  return { method, posPaymentTypeId: asUuid(id), paymentTypeIdInPos: id, processedExternally };
}

@InputType({ description: "The POS payment type to book for one payment method." })
export class PaymentTypeMappingInput {
  @Field(() => PaymentMethod, { description: "The guest's payment method." })
  method!: PaymentMethod;

  @Field(() => Uuid, {
    nullable: true,
    description:
      "The POS's payment type: PosDictionaryItem.posId; null is «не выбрано»: no payment is sent and the till asks.",
    deprecationReason: onlyUuids("paymentTypeIdInPos"),
  })
  posPaymentTypeId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "The POS's payment type: PosDictionaryItem.idInPos; null is «не выбрано»: no payment is sent and the till asks.",
  })
  paymentTypeIdInPos?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "Whether it has already been paid, so that the till must not charge it again. Not allowed for CASH.",
  })
  processedExternally!: boolean;
}

@ObjectType({
  simpleResolvers: true,
  description: "A meaning that a branch gives to a status of its POS, other than the default.",
})
export class StatusMapping {
  @Field(() => String, { description: "The status in the POS's own terms, for example OnWay." })
  posStatus!: string;

  @Field(() => OrderStatus, { description: "The status that orders of the branch get for it." })
  status!: OrderStatus;
}

@InputType({ description: "A meaning for a status of the POS, other than the default." })
export class StatusMappingInput {
  @AtMost({ characters: LONGEST.posStatus, asUserError: true })
  @Field(() => String, {
    description: "The status in the POS's own terms, in upper or lower case, for example OnWay.",
  })
  posStatus!: string;

  @Field(() => OrderStatus, { description: "The status that orders of the branch get for it." })
  status!: OrderStatus;
}

@ObjectType({
  simpleResolvers: true,
  description: "Who is notified when the POS does not accept an order.",
})
export class FallbackChannel {
  @Field(() => FallbackKind, { description: "E-mail or one of the messengers." })
  kind!: string;

  @Field(() => String, {
    description: `As \`kind\` says: ${TARGETS}.`,
  })
  target!: string;

  @Field(() => Boolean, {
    description:
      "Whether messages are sent over this channel; if false, its settings are kept and nobody is notified.",
  })
  enabled!: boolean;

  @Field(() => MessageLanguage, {
    description: "Language of the messages.",
  })
  language!: Locale;
}

@InputType({ description: "One recipient of messages about orders that the till does not accept." })
export class FallbackChannelInput {
  @Field(() => FallbackKind, { description: "E-mail or one of the messengers." })
  kind!: string;

  @AtMost({ characters: LONGEST.target, asUserError: true })
  @Field(() => String, { description: `As \`kind\` says: ${TARGETS}.` })
  target!: string;

  @Field(() => Boolean, {
    defaultValue: true,
    description:
      "Whether messages are sent over this channel; if false, its settings are kept and nobody is notified.",
  })
  enabled!: boolean;

  @Field(() => MessageLanguage, {
    nullable: true,
    description: "Language of the messages. If omitted, RU.",
  })
  language?: Locale | null;
}
