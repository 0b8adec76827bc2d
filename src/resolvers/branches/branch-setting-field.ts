import { Field, Int, ObjectType, registerEnumType } from "type-graphql";

import { Scope } from "../../domain/access/viewer";
import {
  PosDictionary,
  SettingGroup,
  SettingKind,
} from "../../services/branches/settings/setting-kind";
import { Decimal } from "../schema/scalars";

registerEnumType(SettingKind, {
  name: "BranchSettingKind",
  description: "How a setting of a branch is asked for.",
  valuesConfig: {
    TEXT: { description: "A line of text." },
    SECRET: { description: "A part of a key: it is stored encrypted and never shown again." },
    FLAG: { description: "On or off." },
    COUNT: { description: "A whole number." },
    PERCENT: { description: "A whole number of per cent." },
    SECONDS: { description: "A whole number of seconds." },
    MINUTES: { description: "A whole number of minutes." },
    AMOUNT: { description: "An amount in the branch's currency." },
    CHOICE: { description: "One of `choices`." },
    POS_ID: { description: "The id of something in the POS, chosen from `dictionary`." },
    LIST: { description: "Any number of rows up to `limits.items`, each with `columns`." },
  },
});
registerEnumType(SettingGroup, {
  name: "BranchSettingGroupName",
  description: "The headings of the form for a branch's settings, in its order.",
  valuesConfig: {
    BRANCH: { description: "The branch itself." },
    CONNECTION: { description: "What ties it to its restaurant in the POS." },
    MENU: { description: "Where its menu comes from." },
    PAYMENT_TYPES: { description: "What the till books for each way of paying." },
    LOYALTY: { description: "Points and discounts." },
    PROMO_CODES: { description: "Promo codes of Result.Rest and of the POS." },
    DELIVERY: { description: "Deliveries by courier." },
    POS_ORDERS: { description: "How orders stand in the POS." },
    STATUSES: { description: "What words of the POS mean for orders." },
    INJECTION: { description: "How orders are sent to the POS." },
    GUEST_ORDERS: { description: "What is taken from guests whom nobody has proven." },
    FALLBACK: { description: "Who is told when the POS does not take an order." },
  },
});
registerEnumType(PosDictionary, {
  name: "PosDictionary",
  description: "A list of the POS that ids are chosen from.",
  valuesConfig: {
    ORGANIZATIONS: { description: "Query.organizations." },
    TERMINAL_GROUPS: { description: "Organization.terminalGroups." },
    EXTERNAL_MENUS: { description: "Organization.externalMenus." },
    PRICE_CATEGORIES: { description: "ExternalMenu.priceCategories, of the menu that is chosen." },
    PAYMENT_TYPES: { description: "Organization.paymentTypes." },
    DISCOUNTS: { description: "Organization.discounts." },
    ORDER_TYPES: { description: "Organization.orderTypes." },
    MARKETING_SOURCES: { description: "Organization.marketingSources." },
    LOYALTY_WALLETS: { description: "LoyaltyAccount.wallets, of any guest." },
    PRODUCTS: { description: "PosMenu.items." },
  },
});

@ObjectType({ simpleResolvers: true, description: "A heading of the form for settings." })
export class BranchSettingGroup {
  @Field(() => SettingGroup, { description: "What tells it from the others." })
  name!: SettingGroup;

  @Field(() => String, { description: "As the form calls it." })
  label!: string;
}

@ObjectType({ simpleResolvers: true, description: "One of the values that a setting can have." })
export class BranchSettingChoice {
  @Field(() => String, { description: "The value's name in the API." })
  value!: string;

  @Field(() => String, { description: "As the form calls it." })
  label!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: "How far a value may go; null is no limit of that sort. More is refused.",
})
export class BranchSettingLimits {
  @Field(() => Decimal, { nullable: true, description: "The least number or amount." })
  least!: string | null;

  @Field(() => Decimal, { nullable: true, description: "The greatest number or amount." })
  most!: string | null;

  @Field(() => Boolean, { description: "true: 0 is taken too, and switches the setting off." })
  orZero!: boolean;

  @Field(() => Int, { nullable: true, description: "How many characters a text has at most." })
  characters!: number | null;

  @Field(() => Int, { nullable: true, description: "How many rows a list has at most." })
  items!: number | null;
}

/** What a setting and a column of one have in common. */
@ObjectType({ simpleResolvers: true, description: "One column of a setting that is a list." })
export class BranchSettingColumn {
  @Field(() => String, { description: "The field's name in the API." })
  name!: string;

  @Field(() => SettingKind, { description: "How it is asked for." })
  kind!: SettingKind;

  @Field(() => String, { description: "As the form calls it." })
  label!: string;

  @Field(() => [BranchSettingChoice], {
    description: "The values that there are, in the order of the form. Empty: `kind` says them.",
  })
  choices!: BranchSettingChoice[];

  @Field(() => BranchSettingLimits, { description: "How far it may go." })
  limits!: BranchSettingLimits;

  @Field(() => PosDictionary, {
    nullable: true,
    description: "The list of the POS that its ids are chosen from; null: it has none.",
  })
  dictionary!: PosDictionary | null;
}

@ObjectType({
  simpleResolvers: true,
  description: "One setting of a branch, as a form needs it. The same for every branch.",
})
export class BranchSettingField extends BranchSettingColumn {
  @Field(() => String, {
    description:
      "Its place in BranchSettingsInput: organizationId, delivery.fee. Faults and Branch.changes name it so.",
  })
  override name!: string;

  @Field(() => BranchSettingGroup, { description: "The heading that it stands under." })
  group!: BranchSettingGroup;

  @Field(() => String, { description: "What it does, for whoever fills in the form." })
  explanation!: string;

  @Field(() => String, {
    nullable: true,
    description: "What null stands for, written as in SettingsChange.after; null: «не выбрано».",
  })
  defaultValue!: string | null;

  @Field(() => Boolean, { description: "false: it must have a value." })
  clearable!: boolean;

  @Field(() => Scope, { description: "Who may read it at least. Saving it takes ADMIN." })
  readableBy!: Scope;

  @Field(() => [BranchSettingColumn], { description: "Of a list; empty otherwise." })
  columns!: BranchSettingColumn[];
}
