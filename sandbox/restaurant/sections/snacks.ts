import { dish } from "../dish";
import { option } from "../option";
import { optionGroup } from "../option-group";
import { section } from "../section";

const dips = optionGroup(
  "Соус на выбор",
  { min: 1, max: 3, free: 1, childrenHaveOwnLimits: true },
  [
    option("09701", "Кетчуп", 40, { max: 2, byDefault: 1 }),
    option("09702", "Сырный соус", 50, { max: 2 }),
    option("09703", "Чесночный соус", 50, { max: 2 }),
    option("09704", "Барбекю", 50, { max: 2 }),
  ],
);
const options = [dips];

export const snacks = section("Закуски", [
  dish({
    article: "00701",
    name: "Картофель фри",
    about: "Соль, горячее масло и ничего лишнего.",
    price: 190,
    grams: 150,
    nutrition: [296, 3.6, 14.8, 36.9],
    options,
  }),
  dish({
    article: "00702",
    name: "Картофель по-деревенски",
    about: "Дольками, с паприкой и розмарином.",
    price: 210,
    grams: 180,
    nutrition: [214, 3.1, 9.2, 29.4],
    options,
  }),
  dish({
    article: "00703",
    name: "Куриные крылья",
    about: "Восемь крыльев в медово-остром соусе.",
    price: 430,
    grams: 280,
    nutrition: [246, 18.1, 16.2, 7.1],
    options,
  }),
  dish({
    article: "00704",
    name: "Сырные палочки",
    about: "Моцарелла в панировке: тянется до последнего кусочка.",
    price: 360,
    grams: 180,
    nutrition: [312, 14.9, 19.1, 20.3],
    options,
  }),
  dish({
    article: "00705",
    name: "Брускетта с томатами",
    about: "Чиабатта с огня, томаты, базилик, чеснок.",
    price: 320,
    grams: 160,
    nutrition: [204, 5.4, 9.3, 24.1],
  }),
  dish({
    article: "00706",
    name: "Хумус с лепёшкой",
    about: "Нутовый хумус, копчёная паприка и горячая лепёшка.",
    price: 340,
    grams: 230,
    nutrition: [221, 7.4, 10.9, 23.2],
  }),
  // A gift: its price really is zero.
  dish({
    article: "00707",
    name: "Лепёшка в подарок",
    about: "Горячая лепёшка из дровяной печи к каждому заказу от 2000 ₽.",
    price: 0,
    grams: 90,
    nutrition: [262, 8.1, 3.2, 49.6],
  }),
]);
