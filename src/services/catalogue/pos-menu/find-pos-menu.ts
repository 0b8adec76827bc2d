import { type DataSource } from "typeorm";

import { type PosMenuCategory } from "../../../domain/catalogue/pos-menu";
import { isUuid } from "../../../domain/ids";
import { type PosMenuRow } from "../../../entities/catalogue/pos-menu-row";
import { type Held, type MenuMemory } from "../kept/menu-memory";
import { readPosMenu } from "./read-pos-menu";

/** Size of a product with its sizes and options. */
const PRODUCT_BYTES = 5_000;

interface Kept {
  readonly categories: PosMenuCategory[];
  readonly held: Held;
}

/** The POS's menu of a branch as last read; null if it was never read. */
export class FindPosMenu {
  /** By content hash, so that paging through a big menu does not parse all of it for every page. */
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly db: DataSource,
    private readonly memory: MenuMemory,
  ) {}

  /** Other callers share its categories: do not change them. */
  async execute(branchId: string): Promise<PosMenuRow | null> {
    if (!isUuid(branchId)) return null;
    const menu = await readPosMenu(this.db, branchId, (contentHash) => this.known(contentHash));
    if (menu && !this.kept.has(menu.contentHash)) this.keep(menu);
    return menu;
  }

  private known(contentHash: string): PosMenuCategory[] | undefined {
    const kept = this.kept.get(contentHash);
    if (kept) this.memory.use("warm", kept.held);
    return kept?.categories;
  }

  private keep({ contentHash, categories }: PosMenuRow): void {
    const items = categories.reduce((sum, category) => sum + category.items.length, 1);
    const letGo = () => void this.kept.delete(contentHash);
    const held = { bytes: items * PRODUCT_BYTES, letGo };
    this.kept.set(contentHash, { categories, held });
    this.memory.hold("warm", held);
  }
}
