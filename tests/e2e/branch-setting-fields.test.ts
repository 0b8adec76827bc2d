import { SETTINGS } from "../../src/services/branches/settings/settings-table";
import { WholeGateway } from "../support/whole-gateway";

const FIELDS = `{ branchSettingFields {
  name group { name label } kind label explanation defaultValue clearable readableBy
  choices { value label } dictionary limits { least most orZero characters items }
  columns { name kind label dictionary choices { value } limits { least most characters } }
} }`;

interface Field {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly { readonly value: string }[];
}

let gateway: WholeGateway;
beforeAll(async () => {
  gateway = await WholeGateway.start();
});
afterAll(() => gateway.stop());

async function fieldsIn(language: string): Promise<readonly Field[]> {
  const headers = { authorization: `Bearer ${gateway.adminKey}`, "accept-language": language };
  const answer = await gateway.post({ query: FIELDS }, headers);
  const body = (await answer.json()) as {
    data?: { branchSettingFields: readonly Field[] };
    errors?: unknown;
  };
  expect(body.errors).toBeUndefined();
  return body.data?.branchSettingFields ?? [];
}

describe("branchSettingFields", () => {
  it("lists every setting for a form once, in the caller's language", async () => {
    const [russian, english] = [await fieldsIn("ru"), await fieldsIn("en")];
    const byName = new Map(russian.map((field) => [field.name, field]));

    expect([...byName.keys()].sort()).toEqual(SETTINGS.map(({ path }) => path).sort());
    expect(english.map(({ name }) => name)).toEqual([...byName.keys()]);
    expect(byName.get("organizationId")).toMatchObject({
      label: "Организация",
      kind: "POS_ID",
      dictionary: "ORGANIZATIONS",
      defaultValue: null,
    });
    expect(english.find(({ name }) => name === "priceCategoryId")?.label).toBe("Price category");
    expect(byName.get("bonusWriteOffLimitPercent")).toMatchObject({
      label: "Лимит списания баллов",
      defaultValue: "0",
      limits: { least: "0", most: "100" },
    });
    expect(byName.get("posOrders.halfPrices")?.choices.map(({ value }) => value)).toEqual([
      "HALVED",
      "WHOLE",
    ]);
    expect(byName.get("country")).toMatchObject({ clearable: false, readableBy: "PUBLIC" });
    expect(byName.get("pos")?.choices.map(({ value }) => value)).toContain("NONE");
  });
});
