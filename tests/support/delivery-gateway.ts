import { ADMIN, BranchGateway, GUEST } from "./branch-gateway";
import { FakePosDirectory } from "./fake-pos-directory";

const IMPORT = `mutation ($input: ImportDeliveryZonesInput!) {
  importDeliveryZones(input: $input) { branch { id } userErrors { code field message } }
}`;
const NAMES = "query ($id: ID!) { branch(id: $id) { deliveryZones { name } } }";
const OPTIONS = `query ($input: DeliveryOptionsInput!) {
  deliveryOptions(input: $input) {
    options {
      branch { id } served zone minutes earliestAt
      fee { amount } freeFrom { amount } minimumSum { amount }
      reason { code field message ... on BelowMinimumUserError { missing { amount } } }
    }
    userErrors { code field }
  }
}`;

/** A Monday, at 15:00 Moscow time. */
const MONDAY_AFTERNOON = new Date("2026-11-23T12:00:00Z");
export const SQUARE = [
  [39.8, 57.6],
  [39.9, 57.6],
  [39.9, 57.7],
  [39.8, 57.7],
];
const INSIDE = { latitude: "57.65", longitude: "39.85" };
export const OUTSIDE = { latitude: "43.1", longitude: "131.9" };

/** A map feature: the square. */
export function zone(name: string, terms: object = {}) {
  return {
    type: "Feature",
    geometry: { type: "Polygon", coordinates: [SQUARE] },
    properties: { name, ...terms },
  };
}

interface Imported {
  readonly errors?: object;
  readonly branch: object | null;
  readonly userErrors: readonly object[];
}

interface Options {
  readonly options: readonly object[];
  readonly userErrors: readonly object[];
}

/** The part of the API that deals with places, with a connected branch. */
export class DeliveryGateway {
  private constructor(readonly gateway: BranchGateway) {}

  static async start(): Promise<DeliveryGateway> {
    const gateway = await BranchGateway.start(new FakePosDirectory({}));
    gateway.now = MONDAY_AFTERNOON;
    return new DeliveryGateway(gateway);
  }

  stop(): Promise<void> {
    return this.gateway.stop();
  }

  async connected(): Promise<string> {
    const id = await this.gateway.createBranch();
    await this.gateway.connect(id, "invented", "5f0e0d0a-0000-4000-8000-000000000001");
    return id;
  }

  async importZones(
    branchId: string,
    features: readonly object[],
    more: object = {},
    viewer = ADMIN,
  ): Promise<Imported> {
    const geoJson = JSON.stringify({ type: "FeatureCollection", features });
    const input = { branchId, geoJson, ...more };
    const { data, errors } = await this.gateway.query(IMPORT, viewer, { input });
    return Object.assign({ errors }, data?.importDeliveryZones) as unknown as Imported;
  }

  async options(branchIds: readonly string[], input: object = {}): Promise<Options> {
    const asked = { branchIds, address: INSIDE, ...input };
    const { data, errors } = await this.gateway.query(OPTIONS, GUEST, { input: asked });
    expect(errors).toBeUndefined();
    return data.deliveryOptions as Options;
  }

  /** In order of precedence. */
  async names(id: string): Promise<string[]> {
    const { data } = await this.gateway.query(NAMES, GUEST, { id });
    const { deliveryZones } = data.branch as unknown as { deliveryZones: { name: string }[] };
    return deliveryZones.map(({ name }) => name);
  }
}
