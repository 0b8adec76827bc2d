import { Field, ObjectType, registerEnumType } from "type-graphql";

import { formatKopecks, type Kopecks } from "../../domain/money/money";
import { Decimal } from "./scalars";

export enum CurrencyCode {
  RUB = "RUB",
  KZT = "KZT",
  BYN = "BYN",
  UZS = "UZS",
  GEL = "GEL",
  AMD = "AMD",
  EUR = "EUR",
  USD = "USD",
}
registerEnumType(CurrencyCode, {
  name: "CurrencyCode",
  description: "A currency as an ISO 4217 code.",
  valuesConfig: {
    RUB: { description: "Russian rouble." },
    KZT: { description: "Kazakhstani tenge." },
    BYN: { description: "Belarusian rouble." },
    UZS: { description: "Uzbekistani sum." },
    GEL: { description: "Georgian lari." },
    AMD: { description: "Armenian dram." },
    EUR: { description: "Euro." },
    USD: { description: "United States dollar." },
  },
});

@ObjectType({ simpleResolvers: true, description: "An amount with its currency." })
export class Money {
  @Field(() => Decimal, {
    description: 'The amount as a decimal string with two decimal places: "449.90".',
  })
  amount!: string;

  @Field(() => CurrencyCode, { description: "The currency of the branch." })
  currencyCode!: CurrencyCode;
}

export function toMoney(amount: Kopecks, currencyCode: string): Money {
  return { amount: formatKopecks(amount), currencyCode: currencyCode as CurrencyCode };
}
