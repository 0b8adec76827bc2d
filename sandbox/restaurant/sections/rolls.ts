import { dish } from "../dish";
import { option } from "../option";
import { optionGroup } from "../option-group";
import { section } from "../section";
import { simpleOptions } from "../simple-options";

// Every roll comes with two sets of sauces; the third one costs extra.
const sauces = optionGroup("К роллам", { min: 0, max: 6, free: 2 }, [
  option("09201", "Соевый соус", 30, { byDefault: 1 }),
  option("09202", "Имбирь", 30, { byDefault: 1 }),
  option("09203", "Васаби", 30),
  option("09204", "Спайси-соус", 40),
]);
const sticks = simpleOptions([
  option("09211", "Палочки", 0, { max: 4, byDefault: 1 }),
  option("09212", "Учебные палочки", 20, { max: 2 }),
]);
const options = [sauces, sticks];

export const rolls = section("Роллы и суши", [
  dish({
    article: "00201",
    name: "Филадельфия",
    about: "Много лосося, сливочный сыр и огурец. Восемь кусочков спокойствия.",
    price: 540,
    grams: 270,
    nutrition: [198, 9.6, 9.1, 19.4],
    options,
  }),
  dish({
    article: "00202",
    name: "Филадельфия лайт",
    about: "Та же Филадельфия, но с половиной сыра и двойным огурцом.",
    price: 490,
    grams: 250,
    nutrition: [171, 9.9, 5.8, 19.8],
    options,
  }),
  dish({
    article: "00203",
    name: "Калифорния с крабом",
    about: "Краб, авокадо и японский майонез в икре масаго.",
    price: 520,
    grams: 260,
    nutrition: [184, 7.8, 6.9, 22.3],
    options,
  }),
  dish({
    article: "00204",
    name: "Дракон",
    about: "Угорь, авокадо, огурец и карамельный унаги.",
    price: 590,
    grams: 270,
    nutrition: [209, 8.4, 8.8, 24.2],
    options,
  }),
  dish({
    article: "00205",
    name: "Запечённый с креветкой",
    about: "Тигровая креветка под сырной шапкой, румяный и горячий.",
    price: 510,
    grams: 300,
    nutrition: [224, 9.1, 10.7, 22.6],
    options,
  }),
  dish({
    article: "00206",
    name: "Темпура с лососем",
    about: "Хрустящая панировка панко, внутри тёплый лосось и сыр.",
    price: 530,
    grams: 280,
    nutrition: [238, 9.3, 11.4, 24.5],
    options,
  }),
  dish({
    article: "00207",
    name: "Спайси тунец",
    about: "Тунец с острым соусом и хрустящим луком.",
    price: 550,
    grams: 250,
    nutrition: [176, 10.8, 5.2, 21.6],
    options,
  }),
  dish({
    article: "00208",
    name: "Ролл с огурцом",
    about: "Шесть кусочков: рис, нори, огурец, кунжут. Просто и свежо.",
    price: 190,
    grams: 120,
    nutrition: [129, 2.9, 1.2, 26.7],
    options,
  }),
  dish({
    article: "00209",
    name: "Суши с лососем",
    about: "Одна штука, нарезаем при вас, если вы успеете на кухню.",
    price: 120,
    grams: 40,
    nutrition: [158, 8.8, 4.6, 20.4],
    options: [sauces],
  }),
  dish({
    article: "00210",
    name: "Суши с угрём",
    about: "Тёплый угорь, нори, кунжут.",
    price: 140,
    grams: 42,
    nutrition: [186, 8.2, 6.9, 22.8],
    options: [sauces],
  }),
  dish({
    article: "00211",
    name: "Гункан с тобико",
    about: "Икра летучей рыбы в хрустящем нори.",
    price: 150,
    grams: 38,
    nutrition: [142, 6.7, 2.4, 23.1],
    options: [sauces],
  }),
]);
