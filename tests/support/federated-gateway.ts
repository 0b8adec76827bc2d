import { preparePlaces } from "./scope-places";
import { OWNER_PHONE as OWNER, type Places } from "./scope-rows";
import { type ViewerName } from "./scope-table";
import { WholeGateway } from "./whole-gateway";

export const ROUTER_KEY = "mK4vT9xQ2wZ7bN5cR8dF3gHj";
export const ENTITIES = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) { __typename }
}`;
export const SDL = "{ _service { sdl } }";

interface Answer {
  readonly data?: { readonly _entities: ({ readonly __typename: string } | null)[] } | null;
  readonly errors?: { readonly message: string; readonly extensions: { readonly code: string } }[];
  readonly extensions?: { readonly ftv1?: string };
}

interface Parts {
  readonly gateway: WholeGateway;
  readonly places: Places;
  readonly credentials: Record<ViewerName, string | undefined>;
  /** A product of the branch's menu. */
  readonly product: { readonly id: string; readonly article: string };
}

/** The gateway in production mode, as a subgraph, with everybody who may query it. */
export class FederatedGateway {
  private constructor(private readonly parts: Parts) {}

  static async start(): Promise<FederatedGateway> {
    const settings = { federation: true, routerKeys: [ROUTER_KEY], production: true };
    const gateway = await WholeGateway.start({ ...settings, publicMutationBurst: 0 });
    const places = await preparePlaces(gateway);
    const branch = 'createBranch(input: { name: "Elsewhere", timeZone: "Europe/Moscow" })';
    const { data } = await gateway.ask<{ createBranch: { branch: { id: string } } }>(
      `mutation { ${branch} { branch { id } } }`,
      {},
      gateway.adminKey,
    );
    const credentials = {
      nobody: undefined,
      owner: await gateway.customerToken(OWNER),
      stranger: await gateway.customerToken("+79005550104"),
      elsewhere: await createKey(gateway, [data.createBranch.branch.id]),
      operator: await createKey(gateway, null),
      admin: gateway.adminKey,
    };
    const { data: menu } = await gateway.ask<{ products: { nodes: Parts["product"][] } }>(
      `{ products(branchId: "${places.branchId}", first: 1) { nodes { id article } } }`,
    );
    const [product] = menu.products.nodes;
    if (!product) throw new Error("The branch shows no product");
    return new FederatedGateway({ gateway, places, credentials, product });
  }

  get places(): Places {
    return this.parts.places;
  }

  get product(): Parts["product"] {
    return this.parts.product;
  }

  credential(viewer: ViewerName): string | undefined {
    return this.parts.credentials[viewer];
  }

  /**
   * Queries it as a router does: with the router's own key, and the guest's token where there is
   * one.
   */
  async ask(
    query: string,
    variables: object,
    credential?: string,
    headers: Record<string, string> = { "x-router-key": ROUTER_KEY },
  ): Promise<{ status: number; text: string; body: Answer }> {
    const authorization = credential === undefined ? {} : { authorization: `Bearer ${credential}` };
    const sent = { ...headers, ...authorization };
    const response = await this.parts.gateway.post({ query, variables }, sent);
    const text = await response.text();
    return { status: response.status, text, body: JSON.parse(text) as Answer };
  }

  /** The schema as routers receive it. */
  async sdl(): Promise<string> {
    const { text } = await this.ask(SDL, {});
    return (JSON.parse(text) as { data: { _service: { sdl: string } } }).data._service.sdl;
  }

  stop(): Promise<void> {
    return this.parts.gateway.stop();
  }
}

async function createKey(gateway: WholeGateway, branchIds: string[] | null): Promise<string> {
  const { data } = await gateway.ask<{ createApiKey: { secret: string } }>(
    "mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret } }",
    { input: { label: "federation", scope: "OPERATOR", branchIds } },
    gateway.adminKey,
  );
  return data.createApiKey.secret;
}
