import { ApiRefusal } from "./api-refusal";
import {
  type DeliveryRestrictions,
  deliveryRestrictionsSchema,
  type RestrictionsChange,
} from "./delivery/restrictions";
import { cityOf, type WrittenCity } from "./restaurant/demo-cities";
import { largeMenu } from "./restaurant/large-menu";
import { type City, type Restaurant, type SaleHours, type StopListEntry } from "./restaurant/model";
import { findByArticle, restrictionsOf } from "./restaurant-index";

interface RestaurantChange {
  priceCategories?: { id: string; name: string }[] | undefined;
  deleted?: string[] | undefined;
  articles?: { productId: string; article: string }[] | undefined;
  menuIsEmpty?: boolean | undefined;
  /** Uses this many products instead of those of the demo. */
  menuOf?: number | undefined;
  halvesAreHalved?: boolean | undefined;
  /** Organization ids. */
  menuSoldIn?: string[] | undefined;
  /** By section name. */
  saleHours?: { section: string; hours: SaleHours[] }[] | undefined;
  menuHours?: { begin: string; end: string }[] | undefined;
  /** By the article of the combo. */
  comboDates?: { article: string; from: string; to: string }[] | undefined;
}

/**
 * The demo restaurant while it is running: prices, stop list and tills may change; a restart or a
 * reset restores the demo.
 */
export class LiveRestaurant {
  private current: Restaurant;
  /**
   * Similar to a time in seconds, like iiko's external menu; grows with every change and across
   * restarts.
   */
  private revision = Math.floor(Date.now() / 1000);

  constructor(private readonly demo: Restaurant) {
    this.current = structuredClone(demo);
  }

  get restaurant(): Restaurant {
    return this.current;
  }

  get menuRevision(): number {
    return this.revision;
  }

  reset(): void {
    this.current = structuredClone(this.demo);
    this.revision += 1;
  }

  /**
   * `price` is in roubles, null for "not sold here"; without `sizeCode` it applies to every size of
   * the product.
   */
  setPrice({
    article,
    sizeCode,
    price,
  }: {
    article: string;
    sizeCode?: string | undefined;
    price: number | null;
  }): void {
    const product = findByArticle(this.current, article);
    const sizes =
      product?.sizes.filter(({ code }) => sizeCode === undefined || code === sizeCode) ?? [];
    if (sizes.length === 0)
      throw new ApiRefusal(404, null, `No product or size ${article} ${sizeCode ?? ""}`.trim());
    for (const size of sizes) size.price = price;
    this.revision += 1;
  }

  /**
   * Changes only what is named; a reset undoes it. `deleted` marks payment types, discounts, order
   * types and marketing sources.
   */
  change({
    priceCategories,
    deleted = [],
    articles = [],
    menuIsEmpty = false,
    ...rest
  }: RestaurantChange): void {
    const { current } = this;
    const { menuOf, halvesAreHalved = current.halvesAreHalved } = rest;
    current.halvesAreHalved = halvesAreHalved;
    current.menuSoldIn = rest.menuSoldIn ?? current.menuSoldIn;
    current.menuHours = rest.menuHours ?? current.menuHours;
    for (const { section, hours } of rest.saleHours ?? []) this.setHours(section, hours);
    for (const dates of rest.comboDates ?? []) this.setDates(dates);
    if (priceCategories) current.priceCategories = priceCategories;
    const { paymentTypes, discounts, orderTypes, marketingSources } = current;
    for (const entry of [...paymentTypes, ...discounts, ...orderTypes, ...marketingSources]) {
      entry.isDeleted ||= deleted.includes(entry.id);
    }
    for (const product of current.categories.flatMap(({ products }) => products)) {
      product.article =
        articles.find(({ productId }) => productId === product.id)?.article ?? product.article;
    }
    if (menuIsEmpty) current.categories = [];
    if (menuOf !== undefined) current.categories = largeMenu(menuOf, this.demo.categories);
    this.revision += 1;
  }

  private setHours(section: string, hours: SaleHours[]): void {
    const category = this.current.categories.find(({ name }) => name === section);
    if (!category) throw new ApiRefusal(404, null, `No section ${section}`);
    category.hours = hours;
  }

  private setDates({ article, from, to }: { article: string; from: string; to: string }): void {
    const combos = this.current.categories.flatMap((category) => category.combos);
    const combo = combos.find((one) => one.article === article);
    if (!combo) throw new ApiRefusal(404, null, `No combo ${article}`);
    combo.sold = { from, to };
  }

  /**
   * Replaces the stop list of the named terminal groups; returns the organizations concerned with
   * their groups.
   */
  setStopList(
    entries: StopListEntry[],
    terminalGroupIds: readonly string[],
  ): Map<string, string[]> {
    const kept = this.current.stopList.filter(
      ({ terminalGroupId }) => !terminalGroupIds.includes(terminalGroupId),
    );
    this.current.stopList = [...kept, ...entries];
    const concerned = new Map<string, string[]>();
    for (const { id, organizationId } of this.current.terminalGroups) {
      if (terminalGroupIds.includes(id))
        concerned.set(organizationId, [...(concerned.get(organizationId) ?? []), id]);
    }
    return concerned;
  }

  /** Changes only what is named; lists are replaced as a whole. */
  restrict(organizationId: string, change: RestrictionsChange): DeliveryRestrictions {
    const before = restrictionsOf(this.current, organizationId);
    const restrictions = deliveryRestrictionsSchema.parse(Object.assign({}, before, change));
    this.current.deliveryRestrictions[organizationId] = restrictions;
    return restrictions;
  }

  /** Replaces the address book of an organization. */
  setCities(organizationId: string, cities: readonly WrittenCity[]): City[] {
    return (this.current.cities[organizationId] = cities.map(cityOf));
  }

  setAlive(terminalGroupId: string, alive: boolean): void {
    const group = this.current.terminalGroups.find(({ id }) => id === terminalGroupId);
    if (!group) throw new ApiRefusal(404, null, `No terminal group ${terminalGroupId}`);
    group.alive = alive;
  }
}
