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
  description: "What kind of input a setting takes.",
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
  description: "The headings in the form for a branch's settings, in the order of the form.",
  valuesConfig: {
    BRANCH: { description: "The branch itself." },
    CONNECTION: { description: "How the branch is connected to its restaurant in the POS." },
    MENU: { description: "Where its menu comes from." },
    PAYMENT_TYPES: { description: "The POS payment type that is booked for each payment method." },
    LOYALTY: { description: "Points and discounts." },
    PROMO_CODES: { description: "Promo codes of Result.Rest and of the POS." },
    HOURS: { description: "When orders are taken." },
    DELIVERY: { description: "Deliveries by courier." },
    POS_ORDERS: { description: "How orders are represented in the POS." },
    STATUSES: { description: "What the POS's own statuses mean for orders." },
    INJECTION: { description: "How orders are sent to the POS." },
    GUEST_ORDERS: { description: "Which orders are accepted from unverified guests." },
    FALLBACK: { description: "Who is notified when the POS does not accept an order." },
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
    LOYALTY_WALLETS: { description: "Organization.loyaltyWallets." },
    PRODUCTS: { description: "PosMenu.items." },
  },
});

@ObjectType({ simpleResolvers: true, description: "A heading in the settings form." })
export class BranchSettingGroup {
  @Field(() => SettingGroup, { description: "Identifies the heading." })
  name!: SettingGroup;

  @Field(() => String, { description: "Label shown in the form." })
  label!: string;
}

@ObjectType({ simpleResolvers: true, description: "One of the possible values of a setting." })
export class BranchSettingChoice {
  @Field(() => String, { description: "The value, as used in the API." })
  value!: string;

  @Field(() => String, { description: "Label shown in the form." })
  label!: string;
}

@ObjectType({
  simpleResolvers: true,
  description:
    "Limits of a value; null means that there is no such limit. Values beyond a limit are refused.",
})
export class BranchSettingLimits {
  @Field(() => Decimal, { nullable: true, description: "The smallest number or amount allowed." })
  least!: string | null;

  @Field(() => Decimal, { nullable: true, description: "The largest number or amount allowed." })
  most!: string | null;

  @Field(() => Boolean, {
    description: "Whether 0 is accepted as well, which switches the setting off.",
  })
  orZero!: boolean;

  @Field(() => Int, { nullable: true, description: "Maximum number of characters of a text." })
  characters!: number | null;

  @Field(() => Int, { nullable: true, description: "Maximum number of rows of a list." })
  items!: number | null;
}

/** What a setting and a column of one have in common. */
@ObjectType({ simpleResolvers: true, description: "One column of a setting that is a list." })
export class BranchSettingColumn {
  @Field(() => String, { description: "Name of the field in the API." })
  name!: string;

  @Field(() => String, {
    description:
      "Newest name of the field, which takes ids of any POS, for example paymentTypeIdInPos. The same as `name` unless `kind` is POS_ID.",
  })
  nameInPos!: string;

  @Field(() => SettingKind, { description: "The kind of input that the form shows." })
  kind!: SettingKind;

  @Field(() => String, { description: "Label shown in the form." })
  label!: string;

  @Field(() => [BranchSettingChoice], {
    description:
      "The possible values, in the order of the form. Empty where `kind` determines them.",
  })
  choices!: BranchSettingChoice[];

  @Field(() => BranchSettingLimits, { description: "Limits of the value." })
  limits!: BranchSettingLimits;

  @Field(() => PosDictionary, {
    nullable: true,
    description: "The list of the POS that the id is chosen from; null if there is none.",
  })
  dictionary!: PosDictionary | null;
}

@ObjectType({
  simpleResolvers: true,
  description:
    "One setting of a branch, with everything a form needs to show it. The same for every branch.",
})
export class BranchSettingField extends BranchSettingColumn {
  @Field(() => String, {
    description:
      "Path in BranchSettingsInput, for example organizationId or delivery.fee. User errors and Branch.changes use the same path.",
  })
  override name!: string;

  @Field(() => String, {
    description:
      "Newest path in BranchSettingsInput, for example organizationIdInPos, which takes ids of any POS, or pointsLimitPercent. If it differs from `name`, that is an older one, which is deprecated.",
  })
  override nameInPos!: string;

  @Field(() => BranchSettingGroup, { description: "The heading under which the form shows it." })
  group!: BranchSettingGroup;

  @Field(() => String, {
    description: "What the setting does, for the person who fills in the form.",
  })
  explanation!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "The value that null stands for, written as in SettingsChange.after; null: «не выбрано».",
  })
  defaultValue!: string | null;

  @Field(() => Boolean, {
    description: "Whether it may be cleared; if false, it must have a value.",
  })
  clearable!: boolean;

  @Field(() => Scope, {
    description: "The least scope that may read it. Saving it requires ADMIN.",
  })
  readableBy!: Scope;

  @Field(() => [BranchSettingColumn], {
    description: "The columns of a list; empty for all other settings.",
  })
  columns!: BranchSettingColumn[];
}
