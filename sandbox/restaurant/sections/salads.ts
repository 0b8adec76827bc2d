import { dish } from "../dish";
import { option } from "../option";
import { optionGroup } from "../option-group";
import { section } from "../section";

const protein = optionGroup("Сделать сытнее", { min: 0, max: 2, childrenHaveOwnLimits: true }, [
  option("09401", "Куриное филе гриль", 120, { max: 2 }),
  option("09402", "Креветки", 190, { max: 1 }),
  option("09403", "Яйцо пашот", 60, { max: 2 }),
]);
const dressing = optionGroup("Заправка", { min: 1, max: 1 }, [
  option("09411", "Оливковое масло", 0, { byDefault: 1 }),
  option("09412", "Цезарь", 0),
  option("09413", "Медово-горчичная", 0),
]);

export const salads = section("Салаты", [
  dish({
    article: "00401",
    name: "Цезарь с курицей",
    about: "Романо, филе на гриле, пармезан и соус с анчоусом по классическому рецепту.",
    price: 450,
    grams: 240,
    nutrition: [176, 11.8, 11.2, 6.9],
    options: [protein],
  }),
  dish({
    article: "00402",
    name: "Цезарь с креветками",
    about: "Тигровые креветки вместо курицы, остальное по-прежнему.",
    price: 560,
    grams: 230,
    nutrition: [168, 10.9, 10.4, 7.2],
    options: [protein],
  }),
  dish({
    article: "00403",
    name: "Греческий",
    about: "Фета кубиком, оливки каламата, орегано, спелые томаты.",
    price: 410,
    grams: 260,
    nutrition: [132, 4.1, 10.6, 5.3],
    options: [dressing],
  }),
  dish({
    article: "00404",
    name: "Буррата с томатами",
    about: "Целая буррата, розовые томаты, песто &quot;Дженовезе&quot; и кедровый орех.",
    price: 640,
    grams: 250,
    nutrition: [196, 8.3, 16.2, 4.1],
  }),
  dish({
    article: "00405",
    name: "Тёплый салат с говядиной",
    about: "Говядина с огня, печёный перец, кинза, кунжутная заправка.",
    price: 590,
    grams: 240,
    nutrition: [148, 10.7, 8.9, 6.2],
  }),
  dish({
    article: "00406",
    name: "Оливье с языком",
    about: "Говяжий язык, перепелиное яйцо, домашний майонез.",
    price: 420,
    grams: 220,
    nutrition: [174, 6.8, 12.9, 7.6],
  }),
  // Two products share an article, so it is impossible to know which of them a site means.
  dish({
    article: "00407",
    name: "Поке с лососем",
    about: "Рис, лосось, авокадо, эдамаме, манго и кунжут.",
    price: 570,
    grams: 320,
    nutrition: [154, 8.4, 6.1, 16.8],
    options: [protein],
  }),
  dish({
    article: "00407",
    name: "Поке с тунцом",
    about: "Рис, тунец, авокадо, чука и ореховый соус.",
    price: 570,
    grams: 320,
    nutrition: [149, 9.6, 5.4, 16.1],
    options: [protein],
  }),
]);
