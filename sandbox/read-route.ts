import { ApiRefusal } from "./api-refusal";
import { type Restaurant } from "./restaurant/model";
import { type Switches } from "./switches";

/** A request body as it came off the wire; nothing in it is to be trusted. */
export type ReadBody = Readonly<Record<string, unknown>>;

/** What a read needs to know besides its body. The restaurant is read afresh on each call. */
export interface ReadContext {
  restaurant: Restaurant;
  /** Origin of the sandbox without a trailing slash, for picture links. */
  baseUrl: string;
  /** Grows with every change of the menu. */
  revision: number;
  switches: Switches;
  now: () => Date;
}

interface ReadAnswer {
  status: number;
  body: object;
}

export type ReadRoute = (body: ReadBody, sandbox: ReadContext) => ReadAnswer;

/** A refusal of what is read is an answer, too. */
export function read(write: (body: ReadBody, sandbox: ReadContext) => object): ReadRoute {
  return (body, sandbox) => {
    try {
      return { status: 200, body: write(body, sandbox) };
    } catch (error) {
      if (!(error instanceof ApiRefusal)) throw error;
      return { status: error.status, body: { errorDescription: error.message, error: error.code } };
    }
  };
}
