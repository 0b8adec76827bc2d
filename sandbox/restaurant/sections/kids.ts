import { dish } from "../dish";
import { option } from "../option";
import { optionGroup } from "../option-group";
import { section } from "../section";

const toy = optionGroup("Игрушка", { min: 1, max: 1 }, [
  option("09901", "Машинка", 0),
  option("09902", "Кукла", 0),
  option("09903", "Раскраска", 0, { byDefault: 1 }),
]);

export const kids = section("Детское меню", [
  dish({
    article: "01001",
    name: "Пицца Мишка",
    about: "Сырная пицца с ушками из теста и глазами из маслин.",
    price: 320,
    grams: 250,
    nutrition: [242, 10.8, 9.4, 28.6],
  }),
  dish({
    article: "01002",
    name: "Куриные наггетсы",
    about: "Шесть штук, запекаем, а не жарим.",
    price: 290,
    grams: 140,
    nutrition: [218, 15.6, 10.1, 16.2],
  }),
  dish({
    article: "01003",
    name: "Макароны с сыром",
    about: "Просто макароны. Просто сыр. Без зелени, честно.",
    price: 240,
    grams: 220,
    nutrition: [189, 7.4, 6.9, 24.3],
  }),
  dish({
    article: "01004",
    name: "Суп с фрикадельками",
    about: "Фрикадельки-горошины и звёздочки из пасты.",
    price: 230,
    grams: 250,
    nutrition: [58, 3.9, 2.3, 5.4],
  }),
  dish({
    article: "01005",
    name: "Котлетки из индейки с пюре",
    about: "На пару, нежные, без перца.",
    price: 310,
    grams: 230,
    nutrition: [121, 8.9, 4.6, 11.2],
  }),
  dish({
    article: "01006",
    name: "Детский бокс",
    about: "Наггетсы, фри, морс и сюрприз.",
    price: 520,
    grams: 400,
    nutrition: [204, 8.1, 9.2, 22.4],
    options: [toy],
  }),
]);
