import { setImmediate } from "node:timers/promises";

import {
  type MenuSnapshot,
  type SnapshotProduct,
  type SnapshotSection,
} from "../../../domain/catalogue/menu-snapshot";
import { FewAtATime } from "../../../domain/concurrency/few-at-a-time";
import { type Held, type MenuMemory } from "../kept/menu-memory";
import { menusAreBusy } from "../kept/menus-are-busy";
import { type MenuPage, MenuPages } from "./menu-pages";
import { contentOf, idsOf, type ProductContent, productOf } from "./product-content";
import { toUuidBytes, uuidsIn } from "./uuid-bytes";

/** This many products take half a millisecond to write or read; then other work gets a turn. */
const PAGE = 50;
/** Each one has its text and the result in memory meanwhile. */
const UNPACKED_AT_ONCE = 4;
/** Size of an entry besides its bytes, and of each section with its name. */
const ENTRY_BYTES = 1_000;
const SECTION_BYTES = 500;

/** A branch's menu without its products. */
type Head = Omit<MenuSnapshot, "sections" | "productByArticle">;

interface PackedMenu {
  readonly head: Head;
  /** With the number of products in each section. */
  readonly sections: readonly (Omit<SnapshotSection, "products"> & { readonly count: number })[];
  readonly pages: readonly MenuPage[];
  /** The ids of its rows, which differ between branches. */
  readonly ids: Buffer;
  readonly held: Held;
}

/**
 * Menus in a tenth of the memory: their contents as gzip, stored once for all branches that sell
 * the same, and the ids of each branch. Unpacking takes a few milliseconds.
 */
export class PackedMenus {
  private readonly packed = new Map<string, PackedMenu>();
  /** The latest snapshot given to be packed, until it is. */
  private readonly underWay = new Map<string, MenuSnapshot>();
  private readonly shared = new WeakMap<MenuSnapshot, SharedParts>();
  private readonly pages: MenuPages;
  private readonly unpacking = new FewAtATime(UNPACKED_AT_ONCE, menusAreBusy);

  /** @param onLetGo called when a branch's menu was evicted */
  constructor(
    private readonly memory: MenuMemory,
    private readonly onLetGo: (branchId: string) => void,
  ) {
    this.pages = new MenuPages(memory);
  }

  has(branchId: string): boolean {
    return this.packed.has(branchId);
  }

  /** Does not require the menu to be unpacked. */
  headOf(branchId: string): Head | undefined {
    const menu = this.packed.get(branchId);
    if (menu) this.memory.use("cold", menu.held);
    return menu?.head;
  }

  get branchIds(): Iterable<string> {
    return this.packed.keys();
  }

  /** Called when the branch's packed menu is outdated. */
  drop(branchId: string): void {
    this.underWay.delete(branchId);
    const menu = this.packed.get(branchId);
    if (!menu) return;
    this.memory.forget("cold", menu.held);
    this.remove(branchId, menu);
  }

  /** Keeps a menu in packed form, unless a newer one of its branch arrives in the meantime. */
  async pack(snapshot: MenuSnapshot): Promise<void> {
    const { branchId } = snapshot;
    this.drop(branchId);
    this.underWay.set(branchId, snapshot);
    const products = snapshot.sections.flatMap((section) => section.products);
    const pages: MenuPage[] = [];
    for (let start = 0; start < products.length; start += PAGE) {
      pages.push(await this.pages.pack(products.slice(start, start + PAGE).map(contentOf)));
      await setImmediate();
    }
    if (this.underWay.get(branchId) === snapshot) this.add(snapshot, pages, products);
    else for (const page of pages) this.pages.drop(page);
  }

  /** undefined if the branch's menu is not among them. */
  async unpack(branchId: string): Promise<MenuSnapshot | undefined> {
    const menu = this.packed.get(branchId);
    if (!menu) return undefined;
    this.memory.use("cold", menu.held);
    return this.unpacking.run(() => this.snapshotOf(menu));
  }

  /** The bytes that an unpacked menu shares with others and need not count as its own. */
  sharedBytesOf(snapshot: MenuSnapshot): number {
    return this.shared.get(snapshot)?.bytes ?? 0;
  }

  /** Called when an unpacked menu is no longer in memory. */
  leave(snapshot: MenuSnapshot): void {
    for (const page of this.shared.get(snapshot)?.pages ?? []) this.pages.leave(page);
    this.shared.delete(snapshot);
  }

  private async snapshotOf({ head, sections, pages, ids }: PackedMenu): Promise<MenuSnapshot> {
    const sectionIds = sections.flatMap(({ id, count }) => Array<string>(count).fill(id));
    const nextId = uuidsIn(ids);
    const products: SnapshotProduct[] = [];
    const used: { readonly page: MenuPage; readonly contents: readonly ProductContent[] }[] = [];
    for (const page of pages) {
      const contents = await this.pages.unpack(page);
      for (const content of contents)
        products.push(productOf(content, sectionIds[products.length] ?? "", nextId));
      used.push({ page, contents });
    }
    const snapshot = assembled(head, sections, products);
    this.shared.set(snapshot, this.shareParts(used));
    return snapshot;
  }

  private shareParts(
    used: readonly { readonly page: MenuPage; readonly contents: readonly ProductContent[] }[],
  ): SharedParts {
    const shared = used.flatMap(({ page, contents }) => {
      const bytes = this.pages.use(page, contents);
      return bytes === undefined ? [] : [{ page, bytes }];
    });
    return {
      pages: shared.map(({ page }) => page),
      bytes: shared.reduce((sum, { bytes }) => sum + bytes, 0),
    };
  }

  private add(
    { sections, productByArticle: _, ...head }: MenuSnapshot,
    pages: readonly MenuPage[],
    products: readonly SnapshotProduct[],
  ): void {
    const { branchId } = head;
    this.underWay.delete(branchId);
    const ids = toUuidBytes(products.flatMap(idsOf));
    const counted = sections.map(({ products: its, ...section }) => ({
      ...section,
      count: its.length,
    }));
    const held: Held = {
      bytes: ENTRY_BYTES + ids.length + sections.length * SECTION_BYTES,
      letGo: () => {
        this.remove(branchId, menu);
        this.onLetGo(branchId);
      },
    };
    const menu: PackedMenu = { head, sections: counted, pages, ids, held };
    this.packed.set(branchId, menu);
    this.memory.hold("cold", held);
  }

  private remove(branchId: string, menu: PackedMenu): void {
    this.packed.delete(branchId);
    for (const page of menu.pages) this.pages.drop(page);
  }
}

interface SharedParts {
  readonly pages: readonly MenuPage[];
  readonly bytes: number;
}

function assembled(
  head: Head,
  sections: PackedMenu["sections"],
  products: readonly SnapshotProduct[],
): MenuSnapshot {
  let end = 0;
  const filled = sections.map(({ count, ...section }) =>
    Object.freeze({
      ...section,
      products: Object.freeze(products.slice(end, (end += count))),
    }),
  );
  return Object.freeze({
    ...head,
    sections: Object.freeze(filled),
    productByArticle: new Map(products.map((product) => [product.article, product])),
  });
}
