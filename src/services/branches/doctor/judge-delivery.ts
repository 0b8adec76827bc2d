import { type PosMenuItem } from "../../../domain/catalogue/pos-menu";
import { type Text } from "../../../domain/texts/locale";
import { type PosWords } from "../../../ports/pos/pos-guidance";
import { type BranchFindings } from "./branch-findings";
import { failed, fine, type Verdict, warning } from "./health-check";
import { neverRefreshed } from "./judge-menu";

const CHOOSE: Text = {
  ru:
    "Настройки филиала → «Доставка»: выберите товар-услугу доставки из меню кассы или уберите " +
    "его: тогда сумма за доставку остаётся в комментарии к заказу. Если товар только что добавлен: ",
  en:
    "The branch's settings → «Доставка»: choose the delivery service among the products of the POS's menu, or take it out: the " +
    "fee then stands in the order's comment. If the POS has got the product just now: ",
};

/**
 * DELIVERY_PRODUCT_FITS: the product that represents the delivery is in the last refreshed menu and
 * can be ordered as it is sent: alone, without a size and without options. It may be hidden from
 * guests.
 */
export function judgeDeliveryProduct(
  findings: Pick<BranchFindings, "settings" | "storedMenu" | "deliveryProduct" | "vendor">,
): Verdict {
  const { settings, storedMenu, deliveryProduct, vendor } = findings;
  if (settings.deliveryProductId === null) {
    return fine("Товар доставки не выбран", "No product is chosen for the delivery fee");
  }
  if (storedMenu === null) return neverRefreshed(vendor);
  if (deliveryProduct === null) {
    const ru = "Товара доставки филиала нет в меню кассы";
    return failed(
      { ru, en: "The POS's menu does not have the branch's product for the delivery fee" },
      choose(vendor),
    );
  }
  const { name } = deliveryProduct;
  const failure = failureOf(deliveryProduct);
  if (!failure && isPricedOtherwise(deliveryProduct, settings)) {
    return warning(
      {
        ru: `Цена «${name}» в меню кассы не та, что у доставки филиала: касса, которая проверяет цены, откажет`,
        en: `The POS's price of «${name}» is not the branch's delivery fee: a till that checks prices refuses the order`,
      },
      {
        ru: "Сделайте цену товара в кассе равной стоимости доставки, или разрешите кассе чужие цены",
        en: "Make the product's price in the POS the delivery fee, or let the till take other prices",
      },
    );
  }
  if (!failure)
    return fine(`Доставка в заказах: «${name}»`, `The delivery fee is sent as «${name}»`);
  return failed(
    {
      ru: `Товар доставки «${name}» ${failure.ru}`,
      en: `The delivery fee's «${name}» ${failure.en}`,
    },
    choose(vendor),
  );
}

function choose({ guidance: { refreshMenu } }: PosWords): Text {
  return { ru: CHOOSE.ru + refreshMenu.ru, en: CHOOSE.en + refreshMenu.en };
}

/** Free deliveries are not sent as a product at all. */
function isPricedOtherwise(
  { sizes }: PosMenuItem,
  { deliveryFee }: BranchFindings["settings"],
): boolean {
  return deliveryFee > 0 && !sizes.some(({ price }) => price === deliveryFee);
}

function failureOf({ combo, compound, sizes, optionGroups }: PosMenuItem): Text | undefined {
  if (combo || compound)
    return { ru: "составной: он не услуга", en: "is made of other products: it is no service" };
  if (sizes.some(({ posSizeId }) => posSizeId !== null))
    return { ru: "имеет размеры", en: "has sizes" };
  if (sizes.every(({ price }) => price === null))
    return { ru: "здесь не продаётся", en: "is not sold here" };
  if (optionGroups.some(({ min }) => min > 0)) {
    return { ru: "требует модификатора", en: "cannot go without an option" };
  }
  return undefined;
}
