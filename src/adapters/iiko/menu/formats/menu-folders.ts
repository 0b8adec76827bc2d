import { type PosMenuCategory } from "../../../../domain/catalogue/pos-menu";
import { NO_CATEGORY_NAME } from "../reading/menu-draft";
import {
  type Fields,
  readFlag,
  readId,
  readList,
  readNumber,
  readWord,
} from "../reading/menu-reading";
import { plainText } from "../reading/menu-text";

/** A folder of the nomenclature and its ancestors, the topmost first. */
type Path = readonly Fields[];

/** Restaurants only have a handful of levels. */
const DEEPEST = 50;

export type Folder = Omit<PosMenuCategory, "items">;

/** The folders of a nomenclature, which contain both dishes and modifiers. */
export class MenuFolders {
  private readonly byId: ReadonlyMap<string, Fields>;

  constructor(groups: unknown) {
    this.byId = new Map(readList(groups).map((group) => [readId(group.id) ?? "", group]));
  }

  /** Where to show a product that has no folder, or one that iiko does not list. */
  static readonly NONE: Folder = { posId: "no-folder", name: NO_CATEGORY_NAME, hidden: false };

  nameOf(folderId: string | null): string | null {
    return plainText(this.byId.get(folderId ?? "")?.name);
  }

  /**
   * The live folders in tree order: siblings by their own order, children right after their parent.
   */
  inOrder(): Folder[] {
    return [...this.byId.keys()]
      .map((id) => ({ id, path: this.path(id) }))
      .filter(({ path }) => !path.some((folder) => readFlag(folder.isDeleted)))
      .sort((left, right) => comparePaths(left.path, right.path))
      .map(({ id, path }) => ({
        posId: id,
        name: this.nameOf(id) ?? NO_CATEGORY_NAME,
        hidden: isHidden(path),
      }));
  }

  /** Id of the folder in which to show a product; deleted folders are not part of `inOrder`. */
  homeOf(folderId: string | null): string {
    return folderId !== null && this.byId.has(folderId) ? folderId : MenuFolders.NONE.posId;
  }

  private path(folderId: string): Path {
    const path: Fields[] = [];
    let folder = this.byId.get(folderId);
    while (folder && path.length < DEEPEST && !path.includes(folder)) {
      path.unshift(folder);
      folder = this.byId.get(readId(folder.parentGroup) ?? "");
    }
    return path;
  }
}

function isHidden(path: Path): boolean {
  return path.some(
    ({ isIncludedInMenu }) => isIncludedInMenu === false || readWord(isIncludedInMenu) === "FALSE",
  );
}

function comparePaths(left: Path, right: Path): number {
  for (let depth = 0; depth < Math.min(left.length, right.length); depth++) {
    const [a, b] = [left[depth], right[depth]];
    if (a === b) continue;
    const byOrder = (readNumber(a?.order) ?? 0) - (readNumber(b?.order) ?? 0);
    // Siblings with equal order stay together with their contents.
    return byOrder || ((readId(a?.id) ?? "") < (readId(b?.id) ?? "") ? -1 : 1);
  }
  return left.length - right.length;
}
