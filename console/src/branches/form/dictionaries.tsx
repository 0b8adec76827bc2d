import { createContext, type ReactNode, useContext } from "react";

import { type GatewayFailure } from "../../gateway/gateway-failure";
import { useAnswer } from "../../gateway/use-answer";
import { type BranchFormWords } from "../../language/branch-form-words";
import { useWords } from "../../language/language";
import { Dictionaries, type DictionariesAnswer, Restaurants } from "../operations";
import { type SettingField, type SettingValue } from "./setting-value";
import { type SettingsForm } from "./use-settings-form";

export interface Option {
  readonly value: string;
  readonly label: string;
}

type Restaurant = DictionariesAnswer["organizations"][number];

interface Lists {
  /** undefined when the options are unknown or not loaded yet. */
  readonly optionsOf: (field: Pick<SettingField, "dictionary">) => readonly Option[] | undefined;
  readonly restaurant: Restaurant | undefined;
  readonly isAsking: boolean;
  /** The lists have arrived, or are known to have failed. */
  readonly areKnown: boolean;
  readonly failure: GatewayFailure | undefined;
  /** Fetches what the POS offers now, even if it was fetched a moment ago. */
  readonly askAgain: () => void;
}

const ListsContext = createContext<Lists | null>(null);

/** The options that the POS offers, as seen by the branch's key. */
export function useLists(): Lists {
  const lists = useContext(ListsContext);
  if (!lists) throw new Error("There are no lists here");
  return lists;
}

/** Fetches the key's restaurants and the lists of the chosen one. */
export function ListsProvider({ form, children }: { form: SettingsForm; children: ReactNode }) {
  const { room } = useWords().branches;
  const { id, settings } = form.branch;
  const branchId = settings.credential === null ? null : id;
  const idInPos = form.valueOf("organizationIdInPos");
  const all = useAnswer(Restaurants, branchId === null ? null : { branchId, mayBeRecent: true });
  const chosen =
    branchId !== null && typeof idInPos === "string" && idInPos !== ""
      ? { branchId, idInPos, mayBeRecent: true }
      : null;
  const one = useAnswer(Dictionaries, chosen);
  const restaurant = one.answer?.organizations[0];
  const optionsOf: Lists["optionsOf"] = ({ dictionary }) => {
    if (dictionary === "ORGANIZATIONS") return all.answer?.organizations.map(toOption);
    if (!restaurant) return undefined;
    return ofRestaurant(restaurant, dictionary, form.valueOf("externalMenuId"), room);
  };
  const askAgain = () => {
    void all.renew({ mayBeRecent: false });
    void one.renew({ mayBeRecent: false });
  };
  const isAsking = all.isAsking || one.isAsking;
  const failure = all.failure ?? one.failure;
  const areKnown =
    failure !== undefined || (isSettled(all, branchId !== null) && isSettled(one, chosen !== null));
  const lists = { optionsOf, restaurant, isAsking, areKnown, failure, askAgain };
  return <ListsContext value={lists}>{children}</ListsContext>;
}

function isSettled({ answer }: { readonly answer: unknown }, isWanted: boolean): boolean {
  return !isWanted || answer !== undefined;
}

type RoomWords = Pick<BranchFormWords["room"], "groups" | "wallets">;

function ofRestaurant(
  restaurant: Restaurant,
  dictionary: SettingField["dictionary"],
  menu: SettingValue,
  { groups, wallets }: RoomWords,
): readonly Option[] | undefined {
  switch (dictionary) {
    case "TERMINAL_GROUPS":
      return restaurant.terminalGroups.map(({ idInPos, name, alive, visibleToApiLogin }) => {
        const state = !visibleToApiLogin
          ? groups.hidden
          : alive === true
            ? groups.alive
            : groups.dead;
        return { value: idInPos, label: `${name} · ${state}` };
      });
    case "EXTERNAL_MENUS":
      return restaurant.externalMenus.map(toOption);
    case "PRICE_CATEGORIES":
      return restaurant.externalMenus
        .find(({ idInPos }) => idInPos === menu)
        ?.priceCategories.map(toOption);
    case "PAYMENT_TYPES":
      return restaurant.paymentTypes.map(toOption);
    case "DISCOUNTS":
      return restaurant.discounts.map(toOption);
    case "ORDER_TYPES":
      return restaurant.orderTypes.map(toOption);
    case "MARKETING_SOURCES":
      return restaurant.marketingSources.map(toOption);
    case "LOYALTY_WALLETS":
      return restaurant.loyaltyWallets?.map(({ idInPos, name, kind }) => ({
        value: idInPos,
        label: `${name} · ${wallets[kind ?? ""] ?? wallets["OTHER"]}`,
      }));
    default:
      return undefined;
  }
}

function toOption({ idInPos, name }: { readonly idInPos: string; readonly name: string }): Option {
  return { value: idInPos, label: name };
}
