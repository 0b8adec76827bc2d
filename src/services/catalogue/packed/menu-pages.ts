import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";

import { deepFrozen } from "../../../domain/deep-frozen";
import { type MenuMemory } from "../kept/menu-memory";
import { sharedBytes } from "./menu-weight";
import { type ProductContent } from "./product-content";

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** Of a page's entry beside its bytes. */
const ENTRY_BYTES = 500;

/** Some products of a menu, packed; branches that sell the same have one page together. */
export interface MenuPage {
  readonly hash: string;
  readonly packed: Buffer;
  /** So many packed menus have it. */
  menus: number;
  /** So many unpacked ones have its contents together. */
  users: number;
  contents: readonly ProductContent[] | undefined;
  /** While it is being unpacked. */
  reading: Promise<readonly ProductContent[]> | undefined;
}

/** The pages of all packed menus, each once. */
export class MenuPages {
  private readonly pages = new Map<string, MenuPage>();

  constructor(private readonly memory: MenuMemory) {}

  /** The page of these contents, for one menu more. Packing takes no time of this thread. */
  async pack(contents: readonly ProductContent[]): Promise<MenuPage> {
    const text = JSON.stringify(contents);
    const hash = createHash("sha256").update(text).digest("base64url");
    const known = this.pages.get(hash) ?? this.add(hash, await compress(text));
    known.menus += 1;
    return known;
  }

  /** A packed menu that had it is gone. */
  drop(page: MenuPage): void {
    page.menus -= 1;
    if (page.menus > 0) return;
    this.pages.delete(page.hash);
    this.memory.share("cold", -bytesOf(page));
  }

  /** What was packed; one object for all menus that have it and are unpacked. */
  async unpack(page: MenuPage): Promise<readonly ProductContent[]> {
    if (page.contents) return page.contents;
    page.reading ??= read(page).finally(() => (page.reading = undefined));
    return page.reading;
  }

  /**
   * An unpacked menu is made of it.
   *
   * @returns the bytes that it need not count as its own; undefined: it is the only one
   */
  use(page: MenuPage, contents: readonly ProductContent[]): number | undefined {
    // What a single menu has would only be there twice.
    if (page.menus < 2 && !page.contents) return undefined;
    const bytes = textBytes(contents);
    if (!page.contents) this.memory.share("warm", bytes);
    page.contents ??= contents;
    page.users += 1;
    return bytes;
  }

  /** A menu that used it is gone. */
  leave(page: MenuPage): void {
    page.users -= 1;
    if (page.users > 0 || !page.contents) return;
    this.memory.share("warm", -textBytes(page.contents));
    page.contents = undefined;
  }

  private add(hash: string, compressed: Buffer): MenuPage {
    const known = this.pages.get(hash);
    if (known) return known;
    // Bytes of their own: what zlib gives may be a part of a larger buffer.
    const packed = Buffer.allocUnsafeSlow(compressed.length);
    compressed.copy(packed);
    const page: MenuPage = {
      hash,
      packed,
      menus: 0,
      users: 0,
      contents: undefined,
      reading: undefined,
    };
    this.pages.set(hash, page);
    this.memory.share("cold", bytesOf(page));
    return page;
  }
}

function bytesOf({ packed }: MenuPage): number {
  return packed.length + ENTRY_BYTES;
}

function textBytes(contents: readonly ProductContent[]): number {
  return contents.reduce((sum, product) => sum + sharedBytes(product), 0);
}

async function read({ packed }: MenuPage): Promise<readonly ProductContent[]> {
  const text = (await decompress(packed)).toString();
  return deepFrozen(JSON.parse(text) as ProductContent[]);
}
