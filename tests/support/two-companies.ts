import { Client } from "pg";

import { DEFAULT_COMPANY_ID } from "../../src/domain/access/default-company";
import { type NamedPlaces } from "./company-arguments";
import { anotherCompany, type CompanyCallers, type Headers } from "./company-callers";
import { absentPlaces, NOWHERE, preparePlaces } from "./scope-places";
import { OWNER_PHONE } from "./scope-rows";
import { WholeGateway } from "./whole-gateway";

/** One company, as callers of the other must not see it. */
export interface Side {
  readonly headers: CompanyCallers["headers"];
  readonly places: NamedPlaces;
  /** What must not appear in any answer to a caller of the other company. */
  readonly marks: readonly string[];
}

/**
 * Two companies on one gateway, which is also a subgraph: each has data that the other may not see.
 */
export class TwoCompanies {
  private constructor(
    readonly gateway: WholeGateway,
    /** The first company, which owns the orders, the menu and everything else. */
    readonly pizza: Side,
    readonly sushi: Side,
  ) {}

  static async start(): Promise<TwoCompanies> {
    const gateway = await WholeGateway.start({
      publicMutationBurst: 0,
      queryWorkPercent: 0,
      federation: true,
    });
    const places = await preparePlaces(gateway);
    const other = await anotherCompany(gateway);
    const [headers, keyId] = await callersOfFirst(gateway);
    const marks = await idsOf(gateway, DEFAULT_COMPANY_ID);
    const pizza = {
      headers,
      places: { ...places, companyId: DEFAULT_COMPANY_ID, keyId },
      marks: [...marks, places.token, '"Owner"'],
    };
    const { branchId, promotionId, companyId } = other;
    const ofSushi = { branchId, promotionId, companyId, keyId: other.keyId };
    const sushi = {
      headers: other.headers,
      places: { ...absentPlaces(), ...ofSushi },
      marks: await idsOf(gateway, companyId),
    };
    return new TwoCompanies(gateway, pizza, sushi);
  }
}

/** The same for ids under which nothing exists. */
export function nowhere(): NamedPlaces {
  return { ...absentPlaces(), companyId: NOWHERE, keyId: NOWHERE };
}

async function callersOfFirst(
  gateway: WholeGateway,
): Promise<[headers: CompanyCallers["headers"], keyId: string]> {
  const keyOf = async (scope: string) => {
    const { data } = await gateway.ask<{
      createApiKey: { secret: string; apiKey: { id: string } };
    }>(
      `mutation { createApiKey(input: { label: "Pizza", scope: ${scope} }) { secret apiKey { id } } }`,
      {},
      gateway.adminKey,
    );
    return data.createApiKey;
  };
  const bearer = (credential: string): Headers => ({ authorization: `Bearer ${credential}` });
  const { data } = await gateway.ask<{ companies: { nodes: { publicKey: string }[] } }>(
    "{ companies(first: 1) { nodes { publicKey } } }",
    {},
    gateway.adminKey,
  );
  const [admin, operator] = [await keyOf("ADMIN"), await keyOf("OPERATOR")];
  const headers = {
    admin: bearer(admin.secret),
    operator: bearer(operator.secret),
    guest: bearer(await gateway.customerToken(OWNER_PHONE)),
    storefront: { "x-company-key": data.companies.nodes[0]?.publicKey ?? "" },
  };
  return [headers, admin.apiKey.id];
}

const BY_BRANCH = ["orders", "sections", "products", "catalog_plans"].map(
  (table) => `select id::text from ${table} where branch_id in (select id from its)`,
);
const IDS = `
  with its as (select id from branches where company_id = $1)
  ${[
    "select id::text from its",
    "select unnest(array[id::text, public_key]) from companies where id = $1",
    "select id::text from api_keys where company_id = $1",
    "select id::text from promotions where branch_ids && array(select id from its)",
    ...BY_BRANCH,
  ].join("\nunion all\n")}`;

async function idsOf(gateway: WholeGateway, companyId: string): Promise<string[]> {
  const client = new Client({ connectionString: gateway.databaseUrl });
  await client.connect();
  try {
    return (await client.query<{ id: string }>(IDS, [companyId])).rows.map(({ id }) => id);
  } finally {
    await client.end();
  }
}
