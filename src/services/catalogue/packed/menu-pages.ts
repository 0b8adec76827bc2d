import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";

import { deepFrozen } from "../../../domain/deep-frozen";
import { type MenuMemory } from "../kept/menu-memory";
import { sharedBytes } from "./menu-weight";
import { type ProductContent } from "./product-content";

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** Size of a page's entry besides its bytes. */
const ENTRY_BYTES = 500;

/** Some products of a menu, packed; branches that sell the same products share a page. */
export interface MenuPage {
  readonly hash: string;
  readonly packed: Buffer;
  /** Number of packed menus that have it. */
  menus: number;
  /** Number of unpacked menus that share its contents. */
  users: number;
  contents: readonly ProductContent[] | undefined;
  /** Set while it is being unpacked. */
  reading: Promise<readonly ProductContent[]> | undefined;
}

/** The pages of all packed menus, each stored once. */
export class MenuPages {
  private readonly pages = new Map<string, MenuPage>();

  constructor(private readonly memory: MenuMemory) {}

  /**
   * Returns the page for these contents, counting one more menu. The compression does not run on
   * this thread.
   */
  async pack(contents: readonly ProductContent[]): Promise<MenuPage> {
    const text = JSON.stringify(contents);
    const hash = createHash("sha256").update(text).digest("base64url");
    const known = this.pages.get(hash) ?? this.add(hash, await compress(text));
    known.menus += 1;
    return known;
  }

  /** Called when a packed menu that had it is gone. */
  drop(page: MenuPage): void {
    page.menus -= 1;
    if (page.menus > 0) return;
    this.pages.delete(page.hash);
    this.memory.share("cold", -bytesOf(page));
  }

  /** The unpacked contents; one object for all unpacked menus that have the page. */
  async unpack(page: MenuPage): Promise<readonly ProductContent[]> {
    if (page.contents) return page.contents;
    page.reading ??= read(page).finally(() => (page.reading = undefined));
    return page.reading;
  }

  /**
   * Called when an unpacked menu is built from it.
   *
   * @returns the bytes that the menu need not count as its own; undefined if it is the only one
   */
  use(page: MenuPage, contents: readonly ProductContent[]): number | undefined {
    // Contents that belong to a single menu would only be stored twice.
    if (page.menus < 2 && !page.contents) return undefined;
    const bytes = textBytes(contents);
    if (!page.contents) this.memory.share("warm", bytes);
    page.contents ??= contents;
    page.users += 1;
    return bytes;
  }

  /** Called when a menu that used it is gone. */
  leave(page: MenuPage): void {
    page.users -= 1;
    if (page.users > 0 || !page.contents) return;
    this.memory.share("warm", -textBytes(page.contents));
    page.contents = undefined;
  }

  private add(hash: string, compressed: Buffer): MenuPage {
    const known = this.pages.get(hash);
    if (known) return known;
    // Copied because zlib's output may be part of a larger buffer.
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
