import { type z } from "zod";

import { type PosCredential } from "../../../ports/pos/pos-branch";
import { type IikoTransport } from "./iiko-transport";

/**
 * The iiko Cloud endpoints that are used; each room has those of its own, one method each, in
 * iiko's own words.
 */
export abstract class IikoEndpoints {
  constructor(protected readonly transport: IikoTransport) {}

  /** For what changes nothing and nobody waits for more than for anything else. */
  protected async read<Reply>(
    credential: PosCredential,
    path: string,
    body: object,
    schema: z.ZodType<Reply>,
  ): Promise<Reply> {
    return (await this.transport.post(credential, { path, body }, schema)).reply;
  }
}
