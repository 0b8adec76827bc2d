import { dish } from "../dish";
import { option } from "../option";
import { optionGroup } from "../option-group";
import { section } from "../section";

const withIt = optionGroup("Подать с", { min: 1, max: 2, free: 1 }, [
  option("09801", "Сметана к завтраку", 40, { byDefault: 1 }),
  option("09802", "Клубничный джем", 50),
  option("09803", "Сгущёнка", 50),
  option("09804", "Кленовый сироп", 70),
]);
const eggs = optionGroup("Яйца", { min: 1, max: 1 }, [
  option("09811", "Яичница-глазунья", 0, { byDefault: 1 }),
  option("09812", "Скрэмбл", 0),
  option("09813", "Пашот", 30),
]);

export const breakfasts = section("Завтраки", [
  dish({
    article: "00801",
    name: "Сырники из творога",
    about: "Творог 9 %, минимум муки, золотая корочка.",
    price: 350,
    grams: 220,
    nutrition: [214, 13.2, 9.8, 18.9],
    options: [withIt],
  }),
  dish({
    article: "00802",
    name: "Английский завтрак",
    about: "Яйца, бекон, фасоль, колбаски и тост. На сутки вперёд.",
    price: 490,
    grams: 380,
    nutrition: [189, 11.4, 12.1, 8.7],
    options: [eggs],
  }),
  dish({
    article: "00803",
    name: "Бенедикт с лососем",
    about: "Два яйца пашот, лосось, голландский соус.",
    price: 470,
    grams: 260,
    nutrition: [217, 11.9, 14.3, 10.6],
  }),
  dish({
    article: "00804",
    name: "Овсянка с ягодами",
    about: "На молоке или на воде, с клюквой и черникой.",
    price: 240,
    grams: 280,
    nutrition: [98, 3.4, 2.8, 15.2],
  }),
  dish({
    article: "00805",
    name: "Блинчики с мясом",
    about: "Три штуки, говядина и лук.",
    price: 310,
    grams: 230,
    nutrition: [198, 10.1, 8.7, 20.4],
    options: [withIt],
  }),
  dish({
    article: "00806",
    name: "Панкейки",
    about: "Стопка из пяти с ягодным соусом.",
    price: 330,
    grams: 250,
    nutrition: [231, 6.2, 7.1, 36.2],
    options: [withIt],
  }),
  dish({
    article: "00807",
    name: "Шакшука",
    about: "Яйца в томатах с перцем, на чугунной сковороде.",
    price: 380,
    grams: 300,
    nutrition: [109, 6.1, 6.9, 5.4],
  }),
  dish({
    article: "4607022058360283",
    name: "Блин сезонный ",
    about: "Начинку меняем каждую неделю, артикул взят со штрихкода.",
    price: 290,
    grams: 180,
    nutrition: [187, 6.4, 7.3, 24.2],
  }),
]);
