import { dish } from "../dish";
import { option } from "../option";
import { section } from "../section";
import { simpleOptions } from "../simple-options";

const additions = simpleOptions([
  option("09301", "Сметана", 40, { max: 2, byDefault: 1 }),
  option("09302", "Чесночная пампушка", 45, { max: 3 }),
  option("09303", "Гренки", 35, { max: 1 }),
]);

export const soups = section("Супы", [
  dish({
    article: "00301",
    name: "Борщ из печи",
    about:
      "<p>Наваристый&nbsp;<b>борщ</b> на говяжьей грудинке, томится в&nbsp;дровяной печи 4&nbsp;часа.</p>\n\n          ",
    price: 390,
    grams: 350,
    nutrition: [62, 3.4, 2.9, 5.6],
    options: [additions],
  }),
  dish({
    article: "00302",
    name: "Солянка мясная",
    about: "Пять видов мяса, каперсы, лимон и маслины.",
    price: 430,
    grams: 350,
    nutrition: [84, 5.8, 5.2, 3.4],
    options: [additions],
  }),
  dish({
    article: "00303",
    name: "Том ям с креветками",
    about: "Острый, кислый, сладкий и солёный сразу. Рис подаём отдельно.",
    price: 520,
    grams: 400,
    nutrition: [71, 4.9, 3.8, 4.4],
  }),
  dish({
    article: "00304",
    name: "Крем-суп из белых грибов",
    about: "Белые грибы, сливки, трюфельное масло.",
    price: 440,
    grams: 300,
    nutrition: [96, 2.8, 7.1, 5.4],
    options: [additions],
  }),
  dish({
    article: "00305",
    name: "Тыквенный крем-суп",
    about: "Печёная тыква, имбирь, кокосовое молоко, тыквенные семечки.",
    price: 370,
    grams: 300,
    nutrition: [68, 1.6, 3.9, 7.2],
    options: [additions],
  }),
  dish({
    article: "00306",
    name: "Куриный суп с лапшой",
    about: "Домашняя лапша, прозрачный бульон и зелень: как у бабушки.",
    price: 320,
    grams: 350,
    nutrition: [49, 4.1, 1.4, 5.1],
  }),
  // The article contains a letter: the card is in the till, but no Result.Rest product can have it.
  dish({
    article: "СУП-7",
    name: "Окрошка на квасе",
    about: "Сезонная: пока жарко.",
    price: 340,
    grams: 350,
    nutrition: [54, 3.2, 2.1, 5.9],
  }),
]);
