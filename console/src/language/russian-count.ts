const rules = new Intl.PluralRules("ru");
/** "1 товар", "3 товара", "5 товаров". */
export const many = (count: number, one: string, few: string, lots: string) => {
  const forms: Partial<Record<Intl.LDMLPluralRule, string>> = { one, few };
  return `${count} ${forms[rules.select(count)] ?? lots}`;
};
