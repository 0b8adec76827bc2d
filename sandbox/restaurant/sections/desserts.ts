import { dish } from "../dish";
import { option } from "../option";
import { optionGroup } from "../option-group";
import { section } from "../section";

const cakeWeight = optionGroup("Вес торта", { min: 1, max: 1 }, [
  option("10001", "1 кг", 2490),
  option("10002", "2 кг", 4690),
  option("10003", "3 кг", 6790),
]);
const inscription = optionGroup("Надпись", { min: 0, max: 1 }, [
  option("10011", "Надпись на торте", 250),
]);
const scoops = optionGroup("Шарики", { min: 2, max: 4, free: 2 }, [
  option("10021", "Пломбир", 90),
  option("10022", "Фисташка", 110),
  option("10023", "Манговый сорбет", 100),
]);

export const desserts = section("Десерты", [
  dish({
    article: "01101",
    name: "Тирамису",
    about: "Маскарпоне, савоярди, эспрессо. Какао сдуваем только на соседей.",
    price: 380,
    grams: 150,
    nutrition: [296, 5.2, 18.9, 26.1],
  }),
  dish({
    article: "01102",
    name: "Чизкейк Нью-Йорк",
    about: "Запечённый, плотный, с ягодным соусом.",
    price: 360,
    grams: 150,
    nutrition: [318, 5.9, 21.4, 25.2],
  }),
  dish({
    article: "01103",
    name: "Медовик",
    about: "Двенадцать коржей, сметанный крем, гречишный мёд.",
    price: 320,
    grams: 160,
    nutrition: [347, 5.4, 16.2, 45.8],
  }),
  dish({
    article: "01104",
    name: "Наполеон",
    about: "Слоёный, хрустит на весь зал.",
    price: 320,
    grams: 160,
    nutrition: [331, 4.8, 19.6, 34.1],
  }),
  dish({
    article: "01105",
    name: "Панна-котта с малиной",
    about: "Сливки, ваниль, малина. Дрожит, но не сдаётся.",
    price: 290,
    grams: 140,
    nutrition: [241, 3.4, 17.8, 17.2],
  }),
  dish({
    article: "01106",
    name: "Шоколадный фондан",
    about: "С жидким центром; двенадцать минут ожидания того стоят.",
    price: 390,
    grams: 130,
    nutrition: [389, 6.1, 24.7, 36.2],
  }),
  dish({
    article: "01107",
    name: "Мороженое",
    about: "Два шарика в цене, остальные по желанию.",
    price: 240,
    grams: 120,
    nutrition: [207, 3.7, 11.3, 22.9],
    options: [scoops],
  }),
  dish({
    article: "01108",
    name: "Торт на заказ",
    about: "Испечём к празднику: закажите за сутки, цена зависит от веса.",
    price: 0,
    grams: 1000,
    options: [cakeWeight, inscription],
  }),
  // On the chain's menu, but not sold by this restaurant.
  dish({
    article: "01109",
    name: "Меренговый рулет",
    about: "Малина, сливочный сыр, воздушная меренга.",
    price: null,
    grams: 150,
    nutrition: [304, 4.1, 13.8, 41.6],
  }),
]);
