import { type Option } from "../form/dictionaries";
import { type Row, type SettingValue } from "../form/setting-value";
import { type SettingsForm } from "../form/use-settings-form";
import { type DictionariesAnswer } from "../operations";

type Restaurant = DictionariesAnswer["organizations"][number];
type Suggestion = readonly [name: string, value: SettingValue];

/** Values to select without asking, because there is no other choice or the names make it clear. */
export function suggestionsOf(
  form: SettingsForm,
  restaurants: readonly Option[] | undefined,
  restaurant: Restaurant | undefined,
): readonly Suggestion[] {
  const isOpen = (name: string) => {
    const value = form.valueOf(name);
    return value === null || value === "" || (Array.isArray(value) && value.length === 0);
  };
  const all: Suggestion[] = [];
  const pos = form.fields.find(({ name }) => name === "pos")?.choices ?? [];
  const main = pos.find(({ value }) => value !== "NONE");
  if (form.valueOf("pos") === "NONE" && main) all.push(["pos", main.value]);
  if (restaurants?.length === 1 && restaurants[0])
    all.push(["organizationIdInPos", restaurants[0].value]);
  if (restaurant) all.push(...ofRestaurant(restaurant));
  return all.filter(([name]) => name === "pos" || isOpen(name));
}

function ofRestaurant(restaurant: Restaurant): Suggestion[] {
  const { terminalGroups, externalMenus, paymentTypes, discounts, loyaltyWallets } = restaurant;
  const group = terminalGroups.find(({ alive, visibleToApiLogin }) => alive && visibleToApiLogin);
  const points = paymentTypes.find(({ kind }) => kind === "IikoCard");
  const discount = discounts.find(({ kind }) => kind === "FlexibleSum");
  const menu = externalMenus.length === 1 ? externalMenus[0] : undefined;
  const wallet = walletOfPoints(loyaltyWallets ?? []);
  return [
    ...(group ? [["terminalGroupIdInPos", group.idInPos] as const] : []),
    ...(menu ? [["externalMenuId", menu.idInPos] as const] : []),
    ["paymentTypes", paymentRows(paymentTypes)],
    ...(points ? [["pointsPaymentTypeIdInPos", points.idInPos] as const] : []),
    ...(points && wallet ? [["pointsWalletIdInPos", wallet.idInPos] as const] : []),
    ...(discount ? [["universalDiscountIdInPos", discount.idInPos] as const] : []),
  ];
}

/** The only points wallet, or the only one whose name says so. */
function walletOfPoints(wallets: NonNullable<Restaurant["loyaltyWallets"]>) {
  const ofPoints = wallets.filter(({ kind }) => kind === "BONUS");
  const named = ofPoints.filter(({ name }) => /бонус|балл|bonus|point/i.test(name));
  const [only, ...others] = ofPoints.length === 1 ? ofPoints : named;
  return others.length === 0 ? only : undefined;
}

function paymentRows(types: Restaurant["paymentTypes"]): Row[] {
  const online = types.find(({ name }) => /сайт|онлайн|online|internet/i.test(name));
  const cash = types.find(({ kind }) => kind === "Cash");
  const card = types.find((one) => one.kind === "Card" && one !== online);
  const row = (method: string, type: { idInPos: string } | undefined, isPaid: boolean): Row[] =>
    type ? [{ method, paymentTypeIdInPos: type.idInPos, processedExternally: isPaid }] : [];
  return [
    ...row("CARD_ON_DELIVERY", card, false),
    ...row("CASH", cash, false),
    ...row("ONLINE", online, true),
  ];
}
