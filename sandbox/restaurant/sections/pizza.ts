import { dish } from "../dish";
import { option } from "../option";
import { optionGroup } from "../option-group";
import { section } from "../section";
import { sizeScale } from "../size-scale";

const centimetres = sizeScale("Пицца", [
  { code: "25", name: "25 см" },
  { code: "30", name: "30 см", isDefault: true },
  { code: "35", name: "35 см" },
]);
const halves = sizeScale("Пицца из половинок", [
  { code: "средняя", name: "Средняя", isDefault: true },
  { code: "большая", name: "Большая" },
]);

const mozzarella = option("09101", "Моцарелла", 90);
const mushrooms = option("09102", "Шампиньоны", 60);
const ham = option("09103", "Ветчина", 90);
const jalapeno = option("09104", "Халапеньо", 50);
const olives = option("09105", "Маслины", 50);
const crust = optionGroup("Борт", { min: 1, max: 1 }, [
  option("09111", "Обычный борт", 0, { byDefault: 1 }),
  option("09112", "Сырный борт", centimetres(90, 120, 150)),
  option("09113", "Борт с охотничьими колбасками", centimetres(120, 150, 190)),
]);
const toppings = optionGroup("Добавить в пиццу", { min: 0, max: 5 }, [
  mozzarella,
  mushrooms,
  ham,
  jalapeno,
  olives,
]);
const options = [crust, toppings];

export const pizza = section("Пицца", [
  dish({
    article: "00101",
    name: "Маргарита",
    about:
      "Томаты сан-марцано, моцарелла, базилик и оливковое масло. Та самая, с которой всё началось.",
    sizes: centimetres(430, 590, 760),
    grams: 480,
    nutrition: [238, 10.4, 8.9, 29.1],
    options,
  }),
  dish({
    article: "00102",
    name: "Пепперони",
    about:
      "Хрустящая по краям пепперони, двойная моцарелла и томатный соус, который томится три часа.",
    sizes: centimetres(490, 690, 880),
    grams: 520,
    nutrition: [268, 12.1, 12.8, 26.4],
    options,
  }),
  dish({
    article: "00103",
    name: "Четыре сыра",
    about: "Моцарелла, горгонзола, пармезан и чеддер на сливочной основе. Попросите к ней мёд.",
    sizes: centimetres(520, 730, 930),
    grams: 500,
    nutrition: [284, 13.2, 14.6, 25.1],
    options,
  }),
  dish({
    article: "00104",
    name: "Ветчина и грибы",
    about: "Запечённая ветчина, шампиньоны, моцарелла, орегано.",
    sizes: centimetres(470, 660, 840),
    grams: 540,
    nutrition: [231, 11.3, 8.7, 26.9],
    options,
  }),
  dish({
    article: "00105",
    name: "Гавайская",
    about: "Куриное филе и карамелизованный ананас. Спорить о ней бесполезно, лучше попробовать.",
    sizes: centimetres(470, 660, 840),
    grams: 560,
    nutrition: [219, 11.8, 7.1, 27.2],
    options,
  }),
  dish({
    article: "00106",
    name: "Дьябола",
    about: "Острая салями, халапеньо, красный лук и масло чили. Честно остро.",
    sizes: centimetres(510, 710, 910),
    grams: 530,
    nutrition: [261, 11.7, 12.1, 26.3],
    options,
  }),
  dish({
    article: "00107",
    name: "Мясной огонь",
    about: "Бекон, говядина, охотничьи колбаски, копчёный соус барбекю.",
    sizes: centimetres(560, 790, 990),
    grams: 610,
    nutrition: [277, 14.6, 14.2, 23.8],
    options,
  }),
  dish({
    article: "00108",
    name: "Груша и горгонзола",
    about: "Спелая груша, горгонзола, грецкий орех и капля мёда из дровяной печи.",
    sizes: centimetres(540, 740, null),
    grams: 470,
    nutrition: [252, 9.8, 11.3, 28.4],
    options,
  }),
  dish({
    article: "00109",
    name: "Прошутто и руккола",
    about: "Прошутто и руккола ложатся на пиццу уже после печи, поэтому остаются нежными.",
    sizes: centimetres(590, 820, 1040),
    grams: 490,
    nutrition: [244, 12.9, 10.2, 25.6],
    options,
  }),
  dish({
    article: "00110",
    name: "Овощи с огня",
    about:
      "Цукини, баклажан, болгарский перец и вяленые томаты с углей. Без мяса, но с характером.",
    sizes: centimetres(450, 620, 790),
    grams: 550,
    nutrition: [196, 7.4, 6.3, 28.5],
    options,
  }),
  dish({
    article: "00111",
    name: "Морская",
    about: "Креветки, кальмар, мидии, чеснок и петрушка на белом соусе.",
    sizes: centimetres(640, 890, 1120),
    grams: 540,
    nutrition: [226, 13.8, 8.4, 24.7],
    options,
  }),
  dish({
    article: "00112",
    name: "Пицца из половинок",
    about: "Две любимые пиццы в одной коробке: соберите свою из двух половинок.",
    sizes: halves(650, 850),
    grams: 620,
    nutrition: [245, 11.2, 10.1, 26.8],
    kind: { orderItemType: "Compound" },
    options: [toppings],
  }),
  dish({
    article: "00113",
    name: "Пицца из острых половинок",
    about: "Вторая половинка для тех, кто любит погорячее: халапеньо, чоризо и соус шрирача.",
    sizes: halves(690, 890),
    grams: 640,
    nutrition: [252, 11.6, 11.2, 26.1],
    kind: { orderItemType: "Compound" },
    options: [toppings],
  }),
]);
