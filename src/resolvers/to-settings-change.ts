import { type Kopecks, parseKopecks } from "../domain/money";
import { type BranchSettingsChange } from "../services/branches/branch-settings-change";
import { type BranchSettingsInput } from "./types/branch-settings-input";

/** The use case's view of the API's input. */
export function toSettingsChange({ delivery, ...input }: BranchSettingsInput): BranchSettingsChange {
  if (!delivery) return { ...input, delivery };
  const { fee, freeFrom, posProductId } = delivery;
  return { ...input, delivery: { fee: toAmount(fee), freeFrom: toAmount(freeFrom), posProductId } };
}

/** Finer than the smallest coin: no amount, which the use case refuses. */
function toAmount(text: string | null | undefined): Kopecks | null | undefined {
  return typeof text === "string" ? (parseKopecks(text) ?? NaN) : text;
}
