import { type DataSource } from "typeorm";

import { operatesBranch, type Viewer } from "../../../domain/access/viewer";
import { isUuid } from "../../../domain/ids";
import { isStorable } from "../../../domain/texts/storable-text";

type Urls = ReadonlyMap<string, string>;

/** About two megabytes each for a menu of ten thousand products. */
const MOST_KEPT = 4;

interface Wanted {
  readonly branchId: string;
  readonly article: string;
  /** Whose picture is preferred; the other is used if there is none. */
  readonly first: "pos" | "catalogue";
}

/**
 * Finds the picture URL of an article in the POS's menu or in the branch's catalogue: the only URLs
 * from which the gateway fetches pictures.
 */
export class FindPictureUrl {
  /** By content hash, with the most recently built one last. */
  private readonly kept = new Map<string, Promise<Urls>>();

  constructor(private readonly db: DataSource) {}

  /** null: there is none, or the viewer does not work at the branch. */
  async execute(viewer: Viewer, { branchId, article, first }: Wanted): Promise<string | null> {
    if (!isUuid(branchId) || !operatesBranch(viewer, branchId) || !isStorable(article)) return null;
    const places = [
      () => this.ofPosMenu(branchId, article),
      () => this.ofCatalogue(branchId, article),
    ];
    for (const find of first === "pos" ? places : places.reverse()) {
      const url = await find();
      if (url !== null) return url;
    }
    return null;
  }

  private async ofCatalogue(branchId: string, article: string): Promise<string | null> {
    const [product] = await this.db.query<{ url: string | null }[]>(
      "select image_urls[1] as url from products where branch_id = $1 and article = $2",
      [branchId, article],
    );
    return product?.url ?? null;
  }

  private async ofPosMenu(branchId: string, article: string): Promise<string | null> {
    const [menu] = await this.db.query<{ hash: string }[]>(
      "select content_hash as hash from pos_menus where branch_id = $1",
      [branchId],
    );
    if (!menu) return null;
    const urls = this.kept.get(menu.hash) ?? this.keep(menu.hash, this.urlsOf(branchId));
    return (await urls).get(article) ?? null;
  }

  /** A list page requests fifty pictures simultaneously; the menu is read only for the first. */
  private keep(hash: string, urls: Promise<Urls>): Promise<Urls> {
    this.kept.set(hash, urls);
    urls.catch(() => this.kept.delete(hash));
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
    return urls;
  }

  private async urlsOf(branchId: string): Promise<Urls> {
    const rows = await this.db.query<{ article: string; url: string }[]>(
      `select item ->> 'article' as article, item -> 'imageUrls' ->> 0 as url
       from pos_menus, jsonb_array_elements(categories) category, jsonb_array_elements(category -> 'items') item
       where branch_id = $1 and item ->> 'article' is not null and item -> 'imageUrls' ->> 0 is not null`,
      [branchId],
    );
    return new Map(rows.map(({ article, url }) => [article, url]));
  }
}
