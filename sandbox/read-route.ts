import { ApiRefusal } from "./api-refusal";
import { type Restaurant } from "./restaurant/model";
import { type Switches } from "./switches";

/** A request body as received; nothing in it can be trusted. */
export type ReadBody = Readonly<Record<string, unknown>>;

/** What a read needs besides its body. The restaurant is read again on each call. */
export interface ReadContext {
  restaurant: Restaurant;
  /** Origin of the sandbox without a trailing slash, used in picture links. */
  baseUrl: string;
  /** Grows with every menu change. */
  revision: number;
  switches: Switches;
  now: () => Date;
}

interface ReadAnswer {
  status: number;
  body: object;
}

export type ReadRoute = (body: ReadBody, sandbox: ReadContext) => ReadAnswer;

/** Turns a refusal thrown by the read into an answer, too. */
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
