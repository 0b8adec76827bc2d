import { dish } from "../dish";
import { type Category, type Combo, type ComboGroup } from "../model";
import { section } from "../section";
import { stableId } from "../stable-id";

type Choice = [dishName: string, sizeCode: string | null, surcharge: number];

/** Choices refer to dishes of the other sections and take their ids from there. */
function choices(sections: Category[], names: Choice[]): ComboGroup["choices"] {
  const products = sections.flatMap((one) => one.products);
  return names.map(([name, sizeCode, surcharge]) => {
    const product = products.find((one) => one.name === name);
    const size = product?.sizes.find(({ code }) => code === sizeCode);
    if (!product || !size)
      throw new Error(`No "${name}" of size ${sizeCode ?? "none"} on the menu`);
    return { productId: product.id, sizeId: size.id, surcharge };
  });
}

function businessLunch(sections: Category[]): Combo {
  const group = (name: string, isMainGroup: boolean, names: Choice[]): ComboGroup => ({
    id: stableId("combo group", name),
    name,
    isMainGroup,
    choices: choices(sections, names),
  });
  return {
    id: stableId("combo", "Бизнес-ланч"),
    article: "30001",
    name: "Бизнес-ланч",
    description: "Суп, горячее и напиток дешевле, чем порознь.",
    price: 650,
    groups: [
      group("Суп", true, [
        ["Борщ из печи", null, 0],
        ["Куриный суп с лапшой", null, 0],
        ["Крем-суп из белых грибов", null, 60],
      ]),
      group("Второе", false, [
        ["Плов из казана", null, 0],
        ["Бефстроганов", null, 150],
      ]),
      group("Напиток", false, [
        ["Морс клюквенный", null, 0],
        ["Капучино", "S", 0],
        ["Капучино", "M", 40],
      ]),
    ],
  };
}

/** Sets with their own article, and a combo of dishes from the other sections. */
export function sets(sections: Category[]): Category {
  const products = [
    dish({
      article: "01401",
      name: "Сет Филадельфия",
      about: "24 кусочка: классическая, лайт и с угрём.",
      price: 1390,
      grams: 780,
      nutrition: [189, 9.1, 8.2, 20.3],
    }),
    dish({
      article: "01402",
      name: "Сет На компанию",
      about: "Три пиццы 30 см и литр лимонада. На шестерых или на двоих смелых.",
      price: 1990,
      grams: 2600,
    }),
    dish({
      article: "01403",
      name: "Сет Запечённый",
      about: "32 горячих кусочка под сырной шапкой.",
      price: 1590,
      grams: 1100,
      nutrition: [226, 9.2, 10.8, 22.9],
    }),
  ];
  return section("Сеты и комбо", products, { combos: [businessLunch(sections)] });
}
