import { type PosCredential } from "./pos-branch";

/** A city to which an organization delivers, or one of its streets. */
export interface PosPlace {
  readonly posId: string;
  readonly name: string;
}

/**
 * Reads which cities and streets a POS knows, for one that lists them. Errors are those of {Pos}.
 */
export interface PosStreets {
  /** Returns those of one organization, starting with the one that applies if none is named. */
  deliveryCities(credential: PosCredential, organizationId: string): Promise<PosPlace[]>;
  /** Returns all streets of one city in one call. */
  streetsOfCity(
    credential: PosCredential,
    organizationId: string,
    cityId: string,
  ): Promise<PosPlace[]>;
}
