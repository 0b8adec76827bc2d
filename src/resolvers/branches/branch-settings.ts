import { Field, ObjectType } from "type-graphql";

import {
  type BranchSettings as BranchSettingsRow,
  type PaymentTypeMapping,
} from "../../entities/branches/branch-settings";
import { namesInApi } from "../../services/branches/settings/names-in-api";
import { FIELDS, SETTINGS } from "../../services/branches/settings/settings-table";
import { asUuid } from "../schema/older-id";
import { CredentialSummary } from "./credential";
import { addShown } from "./setting-fields";
import { addShownParts } from "./setting-parts";
import { toPaymentTypeMapping } from "./setting-rows";

/** Its other fields come from the table of settings. */
@ObjectType({
  simpleResolvers: true,
  description:
    "How a branch is connected to its POS and how its orders are handled. Secrets are never shown.",
})
export class BranchSettings {
  @Field(() => CredentialSummary, {
    nullable: true,
    description: "The stored POS key; null if there is none yet.",
  })
  credential!: CredentialSummary | null;
}
addShown(BranchSettings, FIELDS);
addShownParts(BranchSettings);

export function toBranchSettings(row: BranchSettingsRow): BranchSettings {
  const shown: Record<string, Record<string, unknown>> = {};
  const alone: Record<string, unknown> = {};
  for (const { part, name, field } of SETTINGS) {
    if (field.column === null || field.shown === null) continue;
    const value = field.inApi(row[field.column as keyof BranchSettingsRow]);
    const place = part === null ? alone : (shown[part] ??= {});
    const shownValue =
      field.type === "PaymentTypeMapping"
        ? (value as PaymentTypeMapping[]).map(toPaymentTypeMapping)
        : value;
    for (const known of namesInApi(name, field))
      place[known.name] = known.isForUuids ? asUuid(value as string | null) : shownValue;
  }
  return Object.assign(alone, shown, { credential: credentialOf(row) });
}

function credentialOf({
  credentialKind,
  credentialMasked,
}: BranchSettingsRow): CredentialSummary | null {
  if (credentialKind === null || credentialMasked === null) return null;
  return { kind: credentialKind, masked: credentialMasked };
}
