import { isIP, type LookupFunction } from "node:net";

import axios from "axios";

import { type Picture, pictureOf } from "../../domain/catalogue/picture";
import { BoundedRequests } from "../../ports/bounded-requests";
import { type PictureSource } from "../../ports/picture-source";

/** Limit for one whole picture. */
const DEADLINE_MS = 8_000;
/** Pictures in menus are photographs of a few hundred kilobytes. */
const LONGEST_BYTES = 3_000_000;

/**
 * Fetches pictures over HTTP from wherever the POS keeps them. The addresses come from a menu, so
 * they may lead anywhere: names go through the lookup that refuses private addresses, literal
 * addresses are checked by the same lookup, and redirects are not followed.
 */
export class HttpPictures implements PictureSource {
  private readonly requests: BoundedRequests;

  /** @param lookup how to resolve hosts; defaults to the system's resolver */
  constructor(
    private readonly lookup?: LookupFunction,
    deadlineMs = DEADLINE_MS,
  ) {
    this.requests = new BoundedRequests(lookup, deadlineMs);
  }

  async read(url: string): Promise<Picture | null> {
    try {
      await this.refusePrivate(new URL(url));
      const options = Object.assign(this.requests.options(), {
        responseType: "arraybuffer" as const,
        maxContentLength: LONGEST_BYTES,
        headers: { accept: "image/avif,image/webp,image/png,image/jpeg,image/gif" },
      });
      const { data } = await axios.get<ArrayBuffer>(url, options);
      return pictureOf(Buffer.from(data));
    } catch {
      return null;
    }
  }

  /** Node only looks up names: a literal address would bypass the guard. */
  private async refusePrivate({ protocol, hostname }: URL): Promise<void> {
    if (protocol !== "https:" && protocol !== "http:") throw new Error("No address of the web");
    const literal = hostname.replace(/^\[|\]$/g, "");
    const { lookup } = this;
    if (isIP(literal) === 0 || lookup === undefined) return;
    await new Promise<void>((resolve, reject) =>
      lookup(literal, { all: true }, (error) => (error ? reject(error) : resolve())),
    );
  }
}
