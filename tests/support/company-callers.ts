import { OWNER_PHONE } from "./scope-rows";
import { type WholeGateway } from "./whole-gateway";

export const CALLERS = ["admin", "operator", "guest", "storefront"] as const;
export type CallerName = (typeof CALLERS)[number];
export type Headers = Record<string, string>;

/** All callers that may act for one company, by the headers they send. */
export interface CompanyCallers {
  readonly companyId: string;
  readonly branchId: string;
  readonly promotionId: string;
  readonly keyId: string;
  readonly headers: Readonly<Record<CallerName, Headers>>;
}

interface Made {
  readonly createCompany: { readonly company: { readonly id: string; readonly publicKey: string } };
  readonly createBranch: { readonly branch: { readonly id: string } };
  readonly createPromotion: { readonly promotion: { readonly id: string } };
  readonly createApiKey: { readonly secret: string; readonly apiKey: { readonly id: string } };
}

/** A second company with a branch, a promotion, keys, a guest and a site. */
export async function anotherCompany(gateway: WholeGateway): Promise<CompanyCallers> {
  const make = async <Name extends keyof Made>(mutation: string) =>
    (await gateway.ask<Pick<Made, Name>>(`mutation { ${mutation} }`, {}, gateway.adminKey)).data;
  const { createCompany } = await make<"createCompany">(
    'createCompany(input: { name: "Sushi" }) { company { id publicKey } }',
  );
  const { id: companyId, publicKey } = createCompany.company;
  const { createBranch } = await make<"createBranch">(
    `createBranch(input: { name: "Sushi bar", timeZone: "Europe/Moscow", companyId: "${companyId}" }) { branch { id } }`,
  );
  const branchId = createBranch.branch.id;
  const { createPromotion } = await make<"createPromotion">(
    `createPromotion(input: { name: "Rolls", kind: PERCENT, percent: 5, branchIds: ["${branchId}"], codes: ["ROLLS"] }) { promotion { id } }`,
  );
  const keyOf = async (scope: string) => {
    const input = `label: "Sushi ${scope}", scope: ${scope}, companyId: "${companyId}"`;
    const made = `createApiKey(input: { ${input} }) { secret apiKey { id } }`;
    return (await make<"createApiKey">(made)).createApiKey;
  };
  const [admin, operator] = [await keyOf("ADMIN"), await keyOf("OPERATOR")];
  const guest = await gateway.customerToken(OWNER_PHONE, 600, { company: companyId });
  return {
    companyId,
    branchId,
    promotionId: createPromotion.promotion.id,
    keyId: admin.apiKey.id,
    headers: {
      admin: bearer(admin.secret),
      operator: bearer(operator.secret),
      guest: bearer(guest),
      storefront: { "x-company-key": publicKey },
    },
  };
}

function bearer(credential: string): Headers {
  return { authorization: `Bearer ${credential}` };
}

/** The whole answer as received. */
export async function textFor(
  gateway: WholeGateway,
  headers: Headers,
  query: string,
  variables: object = {},
): Promise<string> {
  const response = await gateway.post({ query, variables }, headers);
  const text = await response.text();
  return `${response.status} ${text.replace(/"requestId":"[^"]+"/g, '"requestId":""')}`;
}
