import { dish } from "../dish";
import { option } from "../option";
import { optionGroup } from "../option-group";
import { section } from "../section";

const shape = optionGroup("Вид пасты", { min: 1, max: 1 }, [
  option("09601", "Спагетти", 0, { byDefault: 1 }),
  option("09602", "Пенне", 0),
  option("09603", "Паста без глютена", 90),
]);
const parmesan = optionGroup("Пармезан", { min: 0, max: 2, free: 1 }, [
  option("09611", "Тёртый пармезан", 70),
]);
const options = [shape, parmesan];

export const pasta = section("Паста и ризотто", [
  dish({
    article: "00601",
    name: "Карбонара",
    about: "Гуанчале, желток, пекорино. Без сливок: мы обещали Риму.",
    price: 480,
    grams: 300,
    nutrition: [218, 9.1, 10.8, 21.4],
    options,
  }),
  dish({
    article: "00602",
    name: "Болоньезе",
    about: "Говядина и свинина томятся шесть часов с красным вином.",
    price: 490,
    grams: 320,
    nutrition: [184, 9.7, 7.2, 20.1],
    options,
  }),
  dish({
    article: "00603",
    name: "Паста с креветками",
    about: "Креветки, черри, чеснок, белый соус.",
    price: 590,
    grams: 310,
    nutrition: [172, 9.9, 6.4, 19.3],
    options,
  }),
  dish({
    article: "00604",
    name: "Арабьята",
    about: "Томаты, чеснок, перец чили. Постная и жгучая.",
    price: 390,
    grams: 290,
    nutrition: [148, 4.6, 3.4, 24.7],
    options: [shape],
  }),
  dish({
    article: "00605",
    name: "Паста с лососем и шпинатом",
    about: "Сливочная, с лимонной цедрой.",
    price: 570,
    grams: 310,
    nutrition: [191, 9.4, 8.6, 18.8],
    options,
  }),
  dish({
    article: "00606",
    name: "Лазанья классическая",
    about: "Рагу, бешамель, пармезан. Корочка прилагается.",
    price: 510,
    grams: 330,
    nutrition: [176, 9.2, 9.4, 13.8],
  }),
  dish({
    article: "00607",
    name: "Ризотто с белыми грибами",
    about: "Рис арборио, белые грибы, масло и терпение повара.",
    price: 560,
    grams: 300,
    nutrition: [163, 4.4, 6.8, 21.1],
    options: [parmesan],
  }),
  dish({
    article: "00608",
    name: "Ризотто с морепродуктами",
    about: "Чернила каракатицы, кальмар, мидии.",
    price: 640,
    grams: 310,
    nutrition: [152, 7.3, 4.9, 19.8],
  }),
]);
