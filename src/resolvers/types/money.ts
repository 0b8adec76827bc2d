import { Field, ObjectType, registerEnumType } from "type-graphql";

import { formatKopecks, type Kopecks } from "../../domain/money";
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
registerEnumType(CurrencyCode, { name: "CurrencyCode", description: "ISO 4217." });

@ObjectType({ simpleResolvers: true })
export class Money {
  @Field(() => Decimal, { description: 'A decimal string with two places: "449.90".' })
  amount!: string;

  @Field(() => CurrencyCode)
  currencyCode!: CurrencyCode;
}

export function toMoney(amount: Kopecks, currencyCode: string): Money {
  return { amount: formatKopecks(amount), currencyCode: currencyCode as CurrencyCode };
}
