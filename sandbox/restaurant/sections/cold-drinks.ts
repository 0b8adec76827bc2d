import { dish } from "../dish";
import { option } from "../option";
import { section } from "../section";
import { simpleOptions } from "../simple-options";

const ice = simpleOptions([
  option("10201", "Лёд", 0, { max: 1, byDefault: 1 }),
  option("10202", "Мята", 20, { max: 1 }),
]);

export const coldDrinks = section("Холодные напитки", [
  dish({
    article: "01301",
    name: "Лимонад домашний",
    about: "Лимон, мята, тростниковый сахар, 400 мл.",
    price: 230,
    grams: 400,
    nutrition: [36, 0.1, 0, 8.8],
    options: [ice],
  }),
  dish({
    article: "01302",
    name: "Лимонад манго-маракуйя",
    about: "400 мл лета в любое время года.",
    price: 260,
    grams: 400,
    nutrition: [42, 0.2, 0.1, 10.1],
    options: [ice],
  }),
  dish({
    article: "01303",
    name: "Айс-латте",
    about: "Эспрессо, холодное молоко, много льда.",
    price: 270,
    grams: 350,
    nutrition: [44, 2.2, 2, 4.1],
    options: [ice],
  }),
  dish({
    article: "01304",
    name: "Морс клюквенный",
    about: "Варим сами, 0,5 л.",
    price: 180,
    grams: 500,
    nutrition: [41, 0.1, 0, 10.2],
  }),
  // This card never got an article.
  dish({
    article: "",
    name: "Морс дня",
    about: "Из того, что привезли утром.",
    price: 160,
    grams: 300,
    nutrition: [39, 0.1, 0, 9.6],
  }),
  dish({
    article: "01306",
    name: "Сок апельсиновый свежевыжатый",
    about: "Четыре апельсина на стакан 250 мл.",
    price: 320,
    grams: 250,
    nutrition: [45, 0.7, 0.2, 10.4],
  }),
  dish({ article: "01307", name: "Вода без газа", about: "0,5 л", price: 110, grams: 500 }),
  dish({ article: "01308", name: "Вода с газом", about: "0,5 л", price: 110, grams: 500 }),
  dish({
    article: "01309",
    name: "Квас хлебный",
    about: "Живой, нефильтрованный, 0,5 л.",
    price: 150,
    grams: 500,
    nutrition: [27, 0.2, 0, 5.2],
  }),
]);
