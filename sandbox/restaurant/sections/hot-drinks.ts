import { dish } from "../dish";
import { option } from "../option";
import { optionGroup } from "../option-group";
import { section } from "../section";
import { sizeScale } from "../size-scale";

const cup = sizeScale("Стакан", [
  { code: "S", name: "250 мл" },
  { code: "M", name: "350 мл", isDefault: true },
  { code: "L", name: "450 мл" },
]);
const milk = optionGroup("Молоко", { min: 1, max: 1 }, [
  option("10101", "Коровье молоко", 0, { byDefault: 1 }),
  option("10102", "Безлактозное молоко", 50),
  option("10103", "Овсяное молоко", 60),
  option("10104", "Миндальное молоко", 70),
]);
const syrup = optionGroup("Сироп", { min: 0, max: 3 }, [
  option("10111", "Ванильный сироп", 40),
  option("10112", "Карамельный сироп", 40),
  option("10113", "Фундук", 40),
]);
const sugar = optionGroup("Сахар", { min: 0, max: 4, free: 4 }, [option("10121", "Сахар, 5 г", 5)]);
const withMilk = [milk, syrup, sugar];

export const hotDrinks = section("Кофе и чай", [
  dish({
    article: "01201",
    name: "Эспрессо",
    about: "Бразилия и Эфиопия, тёмная обжарка.",
    price: 130,
    grams: 40,
    nutrition: [2, 0.1, 0, 0.2],
    options: [sugar],
  }),
  dish({
    article: "01202",
    name: "Американо",
    about: "Двойной эспрессо и горячая вода.",
    sizes: cup(150, 180, 210),
    grams: 250,
    nutrition: [2, 0.1, 0, 0.3],
    options: [syrup, sugar],
  }),
  dish({
    article: "01203",
    name: "Капучино",
    about: "Классический, с плотной молочной пенкой\n\n          ",
    sizes: cup(190, 240, 280),
    grams: 250,
    nutrition: [48, 2.6, 2.4, 4],
    options: withMilk,
  }),
  dish({
    article: "01204",
    name: "Латте",
    about: "Больше молока, меньше спешки.",
    sizes: cup(200, 250, 290),
    grams: 300,
    nutrition: [52, 2.7, 2.5, 4.6],
    options: withMilk,
  }),
  dish({
    article: "01205",
    name: "Раф ванильный",
    about: "Сливки, ваниль и эспрессо, взбитые вместе.",
    sizes: cup(null, 290, 330),
    grams: 300,
    nutrition: [98, 2.4, 6.8, 6.9],
    options: [syrup, sugar],
  }),
  dish({
    article: "01206",
    name: "Какао с маршмеллоу",
    about: "Горький шоколад и молоко, сверху зефир.",
    sizes: cup(210, 260, 300),
    grams: 300,
    nutrition: [86, 3.1, 3.4, 10.9],
    options: [milk],
  }),
  dish({
    article: "01207",
    name: "Чай чёрный с чабрецом",
    about: "Чайник на двоих, 600 мл.",
    price: 260,
    grams: 600,
    nutrition: [1, 0, 0, 0.2],
    options: [sugar],
  }),
  dish({
    article: "01208",
    name: "Облепиховый чай",
    about: "Облепиха, апельсин, имбирь, мёд. Чайник 600 мл.",
    price: 320,
    grams: 600,
    nutrition: [38, 0.2, 0.3, 8.9],
  }),
]);
