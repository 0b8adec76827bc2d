import { type z } from "zod";

import { type PosCredential } from "../../../ports/pos/pos-branch";
import { type IikoTransport } from "./iiko-transport";

/**
 * The iiko Cloud endpoints in use. Each module adds its own, one method per endpoint, in iiko's
 * terms.
 */
export abstract class IikoEndpoints {
  constructor(protected readonly transport: IikoTransport) {}

  /** For calls that change nothing and are no more urgent than others. */
  protected async read<Reply>(
    credential: PosCredential,
    path: string,
    body: object,
    schema: z.ZodType<Reply>,
  ): Promise<Reply> {
    return (await this.transport.post(credential, { path, body }, schema)).reply;
  }
}
