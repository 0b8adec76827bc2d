import { Field, InputType, ObjectType } from "type-graphql";

import { type Locale } from "../../domain/texts/locale";
import { LONGEST } from "../../services/branches/settings/settings-limits";
import { AtMost } from "../schema/at-most";
import { MessageLanguage } from "./message-language";
import { OrderStatus } from "../orders/order-status";
import { PaymentMethod } from "../orders/payment-method";
import { Uuid } from "../schema/scalars";
import { FallbackKind, TARGETS } from "../schema/vendor-kinds";

@ObjectType({ simpleResolvers: true, description: "What the till books for one way of paying." })
export class PaymentTypeMapping {
  @Field(() => PaymentMethod, { description: "The guest's way of paying." })
  method!: PaymentMethod;

  @Field(() => Uuid, {
    nullable: true,
    description: "null is «не выбрано»: no payment is sent and the till asks.",
  })
  posPaymentTypeId!: string | null;

  @Field(() => Boolean, { description: "Paid already: the till must not take the money again." })
  processedExternally!: boolean;
}

@InputType({ description: "What the till is to book for one way of paying." })
export class PaymentTypeMappingInput {
  @Field(() => PaymentMethod, { description: "The guest's way of paying." })
  method!: PaymentMethod;

  @Field(() => Uuid, {
    nullable: true,
    description:
      "The POS's payment type: PosDictionaryItem.posId; null is «не выбрано»: no payment is sent and the till asks.",
  })
  posPaymentTypeId?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "true: paid already, the till must not take the money again. Never for CASH.",
  })
  processedExternally!: boolean;
}

@ObjectType({
  simpleResolvers: true,
  description: "Another meaning that a branch gives to a word of its POS.",
})
export class StatusMapping {
  @Field(() => String, { description: "The POS's own word: OnWay, for example." })
  posStatus!: string;

  @Field(() => OrderStatus, { description: "What it means for orders of the branch." })
  status!: OrderStatus;
}

@InputType({ description: "Another meaning for a word of the POS." })
export class StatusMappingInput {
  @AtMost({ characters: LONGEST.posStatus, asUserError: true })
  @Field(() => String, {
    description: "A word of the POS, in letters of either case, for example OnWay.",
  })
  posStatus!: string;

  @Field(() => OrderStatus, { description: "What it is to mean for orders of the branch." })
  status!: OrderStatus;
}

@ObjectType({
  simpleResolvers: true,
  description: "Who is told when the POS does not take an order.",
})
export class FallbackChannel {
  @Field(() => FallbackKind, { description: "The way the message goes." })
  kind!: string;

  @Field(() => String, {
    description: `As \`kind\` says: ${TARGETS}.`,
  })
  target!: string;

  @Field(() => Boolean, { description: "false: it is kept, and nobody is told by it." })
  enabled!: boolean;

  @Field(() => MessageLanguage, {
    description: "Language in which the messages to it are written.",
  })
  language!: Locale;
}

@InputType({ description: "One addressee of messages about orders that the till does not take." })
export class FallbackChannelInput {
  @Field(() => FallbackKind, { description: "The way the message goes." })
  kind!: string;

  @AtMost({ characters: LONGEST.target, asUserError: true })
  @Field(() => String, { description: `As \`kind\` says: ${TARGETS}.` })
  target!: string;

  @Field(() => Boolean, {
    defaultValue: true,
    description: "false: it is kept, and nobody is told by it.",
  })
  enabled!: boolean;

  @Field(() => MessageLanguage, { nullable: true, description: "Of the messages; left out: RU." })
  language?: Locale | null;
}
