import { writtenIn } from "../parts/written-in";
import { type NewPromotionVariables } from "./operations";

type Input = NewPromotionVariables["input"];

/** The values of the form. Empty fields are not sent, because the gateway has its own defaults. */
export function inputFrom(fields: FormData, branchId: string): Input {
  const text = (name: string) => writtenIn(fields, name) || null;
  const sum = (name: string) => text(name)?.replace(",", ".").replaceAll(/\s/g, "") ?? null;
  const count = (name: string) => {
    const written = text(name);
    return written === null ? null : Number(written);
  };
  const chosen = fields.getAll("branchIds").map(String);
  return {
    name: writtenIn(fields, "name"),
    kind: writtenIn(fields, "kind") as Input["kind"],
    percent: count("percent"),
    sum: sum("sum"),
    giftArticle: text("giftArticle"),
    giftQuantity: count("giftQuantity"),
    minimumSum: sum("minimumSum") ?? "0",
    startsOn: text("startsOn"),
    endsOn: text("endsOn"),
    branchIds: chosen.length > 0 ? chosen : [branchId],
    fulfilments: fields.getAll("fulfilments") as NonNullable<Input["fulfilments"]>,
    combinable: fields.has("combinable"),
    oncePerCustomer: fields.has("oncePerCustomer"),
    firstOrderOnly: fields.has("firstOrderOnly"),
    usageLimit: count("usageLimit"),
    usesPerCode: count("usesPerCode"),
    codes: writtenIn(fields, "codes")
      .split(/[\s,;]+/)
      .filter(Boolean),
  };
}
