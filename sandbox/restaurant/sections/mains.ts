import { dish } from "../dish";
import { option } from "../option";
import { optionGroup } from "../option-group";
import { section } from "../section";

const doneness = optionGroup("Прожарка", { min: 1, max: 1 }, [
  option("09501", "Медиум-рэр", 0),
  option("09502", "Медиум", 0, { byDefault: 1 }),
  option("09503", "Велл-дан", 0),
]);
const side = optionGroup("Гарнир", { min: 1, max: 2, free: 1 }, [
  option("09511", "Картофель из печи", 110),
  option("09512", "Овощи гриль", 140),
  option("09513", "Рис жасмин", 90),
  option("09514", "Пюре с трюфельным маслом", 130),
]);
// The wok itself costs nothing: the guest pays for the base.
const wokBase = optionGroup("Основа вока", { min: 1, max: 1 }, [
  option("09521", "Лапша удон", 260),
  option("09522", "Гречневая лапша", 270),
  option("09523", "Рис", 240),
]);
const wokFilling = optionGroup("Начинка вока", { min: 1, max: 3 }, [
  option("09531", "Курица", 120),
  option("09532", "Говядина", 180),
  option("09533", "Креветки в вок", 210),
  option("09534", "Тофу", 110),
]);

export const mains = section("Горячее", [
  dish({
    article: "00501",
    name: "Стейк рибай",
    about: "Мраморная говядина, 28 дней выдержки, соль и огонь.",
    price: 1690,
    grams: 300,
    nutrition: [264, 24.2, 18.4, 0.4],
    options: [doneness, side],
  }),
  dish({
    article: "00502",
    name: "Бургер с мраморной говядиной",
    about: "Котлета 180 г, чеддер, бекон, карамельный лук, бриошь из нашей печи.",
    price: 590,
    grams: 360,
    nutrition: [248, 13.4, 14.1, 17.2],
    options: [doneness],
  }),
  dish({
    article: "00503",
    name: "Цыплёнок табака",
    about: "Под гнётом, с чесноком и аджикой. Кости грызть можно и нужно.",
    price: 640,
    grams: 400,
    nutrition: [196, 21.3, 12.2, 0.8],
    options: [side],
  }),
  dish({
    article: "00504",
    name: "Лосось на гриле",
    about: "Филе лосося, лимонный соус, руккола.",
    price: 890,
    grams: 250,
    nutrition: [187, 18.9, 12.1, 0.9],
    options: [side],
  }),
  dish({
    article: "00505",
    name: "Рёбра барбекю",
    about: "Свиные рёбра, двенадцать часов томления, соус на бурбоне (спирт выпарен).",
    price: 790,
    grams: 420,
    nutrition: [271, 17.1, 19.8, 6.4],
    options: [side],
  }),
  dish({
    article: "00506",
    name: "Бефстроганов",
    about: "Говяжья вырезка, сливки, белые грибы и пюре.",
    price: 620,
    grams: 350,
    nutrition: [162, 11.1, 9.3, 8.4],
  }),
  dish({
    article: "00507",
    name: "Котлета по-киевски",
    about: "Осторожно, внутри горячее масло с зеленью.",
    price: 490,
    grams: 280,
    nutrition: [238, 14.2, 14.8, 11.9],
    options: [side],
  }),
  dish({
    article: "00508",
    name: "Собери свой вок",
    about: "Основа, начинка, овощи и соус терияки. Цена складывается из вашего выбора.",
    price: 0,
    grams: 350,
    nutrition: [139, 6.8, 3.9, 18.6],
    options: [wokBase, wokFilling],
  }),
  dish({
    article: "00509",
    name: "Плов из казана",
    about: "Баранина, девзира, барбарис и чеснок целой головкой.",
    price: 470,
    grams: 330,
    nutrition: [194, 7.8, 9.1, 20.2],
  }),
]);
