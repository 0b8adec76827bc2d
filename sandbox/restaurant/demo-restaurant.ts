import { demoCities } from "./demo-cities";
import {
  demoCancelCauses,
  demoDiscounts,
  demoMarketingSources,
  demoOrderTypes,
  demoPaymentTypes,
} from "./demo-dictionaries";
import { demoCoupons, demoGuests } from "./demo-guests";
import { demoOrganizations, demoTerminalGroups } from "./demo-places";
import { demoRestrictions } from "./demo-restrictions";
import { demoStopList } from "./demo-stop-list";
import { type Restaurant } from "./model";
import { breakfasts } from "./sections/breakfasts";
import { coldDrinks } from "./sections/cold-drinks";
import { desserts } from "./sections/desserts";
import { hotDrinks } from "./sections/hot-drinks";
import { kids } from "./sections/kids";
import { mains } from "./sections/mains";
import { pasta } from "./sections/pasta";
import { pizza } from "./sections/pizza";
import { rolls } from "./sections/rolls";
import { salads } from "./sections/salads";
import { service } from "./sections/service";
import { sets } from "./sections/sets";
import { snacks } from "./sections/snacks";
import { soups } from "./sections/soups";

const dishes = [
  pizza,
  rolls,
  soups,
  salads,
  mains,
  pasta,
  snacks,
  breakfasts,
  kids,
  desserts,
  hotDrinks,
  coldDrinks,
];
const categories = [...dishes, sets(dishes), service];

/**
 * The restaurant that the sandbox plays: invented, with the oddities of real menus (a missing and a
 * duplicate article, prices of null and zero, markup in texts). A sandbox that allows price changes
 * works on a copy of it.
 */
export const demoRestaurant: Restaurant = {
  organizations: demoOrganizations,
  terminalGroups: demoTerminalGroups,
  paymentTypes: demoPaymentTypes,
  discounts: demoDiscounts,
  orderTypes: demoOrderTypes,
  cancelCauses: demoCancelCauses,
  marketingSources: demoMarketingSources,
  cities: demoCities(),
  deliveryRestrictions: demoRestrictions(),
  halvesAreHalved: false,
  externalMenu: { id: "21437", name: "Сайт и приложение" },
  menuSoldIn: [],
  menuHours: [],
  priceCategories: [],
  categories,
  stopList: demoStopList(categories),
  guests: demoGuests,
  coupons: demoCoupons,
};
