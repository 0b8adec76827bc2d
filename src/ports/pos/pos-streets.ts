import { type PosCredential } from "./pos-branch";

/** A city to which an organization delivers, or a street of it. */
export interface PosPlace {
  readonly posId: string;
  readonly name: string;
}

/** Which cities and streets a POS knows, for one that tells. Errors are those of {Pos}. */
export interface PosStreets {
  /** Of one organization, the one that is meant where none is named first. */
  deliveryCities(credential: PosCredential, organizationId: string): Promise<PosPlace[]>;
  /** Of one city, all of them in one call. */
  streetsOfCity(
    credential: PosCredential,
    organizationId: string,
    cityId: string,
  ): Promise<PosPlace[]>;
}
