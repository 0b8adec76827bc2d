import { Field, ID, InputType } from "type-graphql";

import { ImportField } from "../../domain/catalogue/import-field";
import { keyOf, proseOf } from "../../domain/texts/typed-text";
import { BranchesPlanKind } from "../../entities/catalogue/branches-plan";
import { type BranchesPlanRequest } from "../../services/catalogue/branches-plans/branches-plan-request";
import { MAX_BRANCHES } from "../../services/catalogue/branches-plans/plan-for-branches";
import { LONGEST_SECTION_NAME } from "../../services/catalogue/create-section";
import { MatchBy } from "../../services/catalogue/plans/plan-price-changes";
import {
  MAX_ARTICLE_LENGTH,
  MAX_ARTICLES,
} from "../../services/catalogue/plans/plan-request-errors";
import { BranchSettingsInput } from "../branches/branch-settings-input";
import { toSettingsChange } from "../branches/to-settings-change";
import { AtMost } from "../schema/at-most";
import { IDEMPOTENCY_KEY, KEY_LENGTH } from "../schema/idempotency-key";
import { Decimal } from "../schema/scalars";

const ARTICLES = {
  characters: MAX_ARTICLE_LENGTH,
  items: MAX_ARTICLES,
  asUserError: true,
} as const;
const PERCENT = {
  nullable: true,
  defaultValue: "50",
  description:
    "A price change of more than this many per cent stops a branch with PRICE_CHANGE_TOO_LARGE.",
} as const;

@InputType({ description: "Which prices a plan takes from the POS menu of each branch." })
export class PricesForBranchesInput {
  @AtMost(ARTICLES)
  @Field(() => [String], {
    nullable: true,
    description:
      "Articles whose prices are taken, at least one. If omitted, those of all products.",
  })
  articles!: string[] | null;

  @Field(() => MatchBy, {
    defaultValue: MatchBy.ARTICLE,
    description: "How products of the catalogue are matched with the POS menu.",
  })
  matchBy!: MatchBy;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Whether to change locked prices as well. They stay locked.",
  })
  overrideLocked!: boolean;

  @Field(() => Decimal, PERCENT)
  maxChangePercent!: string | null;
}

@InputType({ description: "What a plan imports from the POS menu of each branch." })
export class SectionForBranchesInput {
  @AtMost({ characters: LONGEST_SECTION_NAME, asUserError: true })
  @Field(() => String, {
    description:
      "Name of the section, as each branch calls its own. A branch that has none gets it as its last one.",
  })
  sectionName!: string;

  @AtMost(ARTICLES)
  @Field(() => [String], { description: "Articles of the products to import, at least one." })
  articles!: string[];

  @Field(() => [ImportField], {
    description: "The fields to import. New products always get NAME, SIZES and PRICE.",
  })
  fields!: ImportField[];

  @Field(() => Decimal, PERCENT)
  maxChangePercent!: string | null;
}

@InputType({
  description:
    "One change for many branches. Give exactly one of importSection, syncPrices and settings.",
})
export class PlanForBranchesInput {
  @AtMost({ items: MAX_BRANCHES, asUserError: true })
  @Field(() => [ID], {
    nullable: true,
    description: "The branches: Branch.id. If omitted, all branches that your key may work on.",
  })
  branchIds?: string[] | null;

  @Field(() => SectionForBranchesInput, {
    nullable: true,
    description: "Imports products into the section of this name, as importSection does.",
  })
  importSection?: SectionForBranchesInput | null;

  @Field(() => PricesForBranchesInput, {
    nullable: true,
    description: "Takes prices only, as syncPrices does.",
  })
  syncPrices?: PricesForBranchesInput | null;

  @Field(() => BranchSettingsInput, {
    nullable: true,
    description:
      "Changes settings, as saveBranchSettings does; for administrators. The name and what connects a branch to its own restaurant in the POS are refused with INVALID.",
  })
  settings?: BranchSettingsInput | null;

  @AtMost(KEY_LENGTH)
  @Field(() => String, IDEMPOTENCY_KEY)
  idempotencyKey?: string | null;
}

/** Returns exactly one if the input is valid. */
export function toBranchesPlanRequests(input: PlanForBranchesInput): BranchesPlanRequest[] {
  const { importSection, syncPrices, settings } = input;
  return [
    ...(importSection ? [importOf(importSection)] : []),
    ...(syncPrices ? [pricesOf(syncPrices)] : []),
    ...(settings ? [settingsOf(settings)] : []),
  ];
}

function importOf(input: SectionForBranchesInput): BranchesPlanRequest {
  const { sectionName, articles, fields, maxChangePercent } = input;
  return {
    kind: BranchesPlanKind.IMPORT_SECTION,
    sectionName: proseOf(sectionName),
    articles: articles.map(keyOf),
    fields,
    ...(maxChangePercent !== null && { maxChangePercent: Number(maxChangePercent) }),
  };
}

function pricesOf(input: PricesForBranchesInput): BranchesPlanRequest {
  const { articles, matchBy, overrideLocked, maxChangePercent } = input;
  return {
    kind: BranchesPlanKind.SYNC_PRICES,
    articles: articles?.map(keyOf) ?? null,
    matchBy,
    overrideLocked,
    ...(maxChangePercent !== null && { maxChangePercent: Number(maxChangePercent) }),
  };
}

function settingsOf(input: BranchSettingsInput): BranchesPlanRequest {
  return { kind: BranchesPlanKind.CHANGE_SETTINGS, change: toSettingsChange(input) };
}
